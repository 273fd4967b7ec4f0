using Segmentation.Statistics;

namespace Segmentation.Survival;

/// <summary>A time by which a share had the event.</summary>
/// <param name="Time">The time; infinity where so many did not have the event as long as they were watched.</param>
/// <param name="Interval">Its interval; an end is infinity where nothing bounds it from above.</param>
public readonly record struct SurvivalQuantile(double Time, Interval Interval);
