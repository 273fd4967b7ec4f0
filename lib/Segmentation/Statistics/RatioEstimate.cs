namespace Segmentation.Statistics;

/// <summary>A ratio with its interval.</summary>
/// <param name="Value">The ratio; positive infinity where only the lower group has none, NaN where both have none or a group is empty.</param>
/// <param name="Interval">Its interval, within [0, ∞]; [0, ∞] where nothing is known.</param>
public readonly record struct RatioEstimate(double Value, Interval Interval);
