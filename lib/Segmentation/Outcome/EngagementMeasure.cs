using System.Collections.Immutable;

namespace Segmentation.Outcome;

/// <summary>One measure of engagement: per record what counts, and by what it is divided.</summary>
/// <param name="Name">What it is, in words.</param>
/// <param name="Definition">How it is reckoned, as a sentence.</param>
/// <param name="Above">Per record; NaN where the measure does not speak of it.</param>
/// <param name="Below">Per record, what <paramref name="Above"/> is divided by; empty where it is 0 or 1, a property that a record has or has not.</param>
/// <param name="IsShare">Whether the rate is a proportion.</param>
internal sealed record EngagementMeasure(string Name, string Definition, ImmutableArray<double> Above, ImmutableArray<double> Below, bool IsShare);
