namespace Segmentation.Assign;

/// <summary>A literal that differs between two criteria of one shape.</summary>
/// <param name="IsThreshold">Whether it is a number or a date, not a text or a flag.</param>
/// <param name="Text">The difference in words: <c>employees &gt;= 1,000 → 1,500</c>.</param>
internal sealed record MovementLiteral(bool IsThreshold, string Text);
