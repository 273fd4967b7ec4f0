namespace Segmentation.Distribute;

/// <summary>What is usual of one field in one segment.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Segment">The segment.</param>
/// <param name="Field">The field; <c>arr</c> for ARR.</param>
/// <param name="IsLog">Whether distances are taken between logarithms: twice as much is as far as half as much.</param>
/// <param name="Values">Records of the segment with a value on the scale.</param>
/// <param name="OffScale">Records with a value that has no logarithm, which are not judged: 0 and below.</param>
public sealed record OutlierGroup(string Dimension, string Segment, string Field, bool IsLog, int Values, int OffScale)
{
    /// <summary>Gets the median, in the field's unit; null without values.</summary>
    public double? Median { get; init; }

    /// <summary>Gets the lowest value that is no outlier; null where the segment is not judged.</summary>
    public double? Low { get; init; }

    /// <summary>Gets the highest value that is no outlier; null where the segment is not judged.</summary>
    public double? High { get; init; }

    /// <summary>Gets how many values are outliers.</summary>
    public int Found { get; init; }

    /// <summary>Gets whether the segment is judged: it has enough values, and these are not all equal.</summary>
    public bool IsJudged => Low is not null;
}
