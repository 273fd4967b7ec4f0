namespace Segmentation.Clean;

/// <summary>One quality figure of one audit.</summary>
/// <param name="Share">The figure as a proportion; null where it is none or cannot be known.</param>
/// <param name="Records">The records behind it; null where it does not count records.</param>
/// <param name="Arr">The ARR behind it, in the workspace's currency; null where it cannot be known.</param>
/// <param name="Met">Whether it meets its limit; null where none applies.</param>
public sealed record QualityMeasure(double? Share, int? Records, double? Arr, bool? Met);
