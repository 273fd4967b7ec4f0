namespace Segmentation.Distribute;

/// <summary>When a record is far from the rest of its segment.</summary>
public sealed record OutlierOptions
{
    /// <summary>Gets the defaults.</summary>
    public static OutlierOptions Default { get; } = new();

    /// <summary>Gets the distance from the segment's median, in robust standard deviations, above which a value is an outlier; exactly this is none. Default 3.5 (B. Iglewicz and
    /// D. C. Hoaglin, "How to Detect and Handle Outliers", 1993, 12: the modified z-score).</summary>
    public double Cutoff { get; init; } = 3.5;

    /// <summary>Gets the fewest values of a segment that say what is usual in it; a segment with fewer is not judged, and listed. Default 20: with 20 normal values one in
    /// 160 is taken for an outlier, with 10 one in 60.</summary>
    public int FewestValues { get; init; } = 20;
}
