namespace Segmentation.Criteria;

/// <summary>A place where a rule cuts the axis of a number or date.</summary>
/// <param name="Field">The field's name as declared.</param>
/// <param name="Value">The number; for a date the days since 1 January 0001, as <see cref="DateOnly.DayNumber"/> counts them.</param>
/// <param name="Side">To which side the value itself belongs.</param>
/// <param name="IsDate">Whether the value is a date.</param>
public sealed record CriterionThreshold(string Field, double Value, BoundarySide Side, bool IsDate);
