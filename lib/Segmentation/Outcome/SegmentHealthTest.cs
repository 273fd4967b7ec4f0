using Segmentation.Statistics;

namespace Segmentation.Outcome;

/// <summary>Whether any segment differs from another by one measure.</summary>
/// <param name="Measure">The measure; of NPS the answers themselves.</param>
/// <param name="Test">The test of all segments at once.</param>
public sealed record SegmentHealthTest(SegmentHealthMeasure Measure, KruskalWallisResult Test);
