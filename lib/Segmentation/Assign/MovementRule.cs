using Segmentation.Criteria;

namespace Segmentation.Assign;

/// <summary>A segment whose criteria differ between two versions of a dimension.</summary>
/// <param name="Before">Its criteria before; null where it is new.</param>
/// <param name="After">Its criteria after; null where it is gone.</param>
/// <param name="IsThreshold">Whether only numbers or dates differ.</param>
/// <param name="Text">The difference in words.</param>
internal sealed record MovementRule(Criterion? Before, Criterion? After, bool IsThreshold, string Text);
