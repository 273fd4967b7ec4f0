using Segmentation.Statistics;

namespace Segmentation.Outcome;

/// <summary>How right the assignments to a segment are.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Segment">The segment; null for all segments of the dimension together.</param>
/// <param name="Records">Records that the assignment gives the segment.</param>
/// <param name="Checked">Records of the sample with an answer.</param>
/// <param name="Right">Those for which the answer is the segment itself.</param>
/// <param name="Accuracy">Share of the segment's records that is right, as the sample says: each checked record stands for as many as its part of the draw; null where none is checked.</param>
/// <param name="Interval">Its interval; [0, 1] where none is checked.</param>
public sealed record AccuracyAuditSegment(string Dimension, string? Segment, int Records, int Checked, int Right, double? Accuracy, Interval Interval)
{
    /// <summary>Gets the share that is wrong; null where none is checked.</summary>
    public double? Wrong => 1 - Accuracy;
}
