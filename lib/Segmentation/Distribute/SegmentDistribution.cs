using Segmentation.Audit;

namespace Segmentation.Distribute;

/// <summary>The records of one segment, or those that are Unassigned.</summary>
/// <param name="Name">The segment's name.</param>
/// <param name="IsUnassigned">Whether these are the records without a segment.</param>
/// <param name="IsOther">Whether the segment is "Other" by its name or because its rule is <c>otherwise</c>.</param>
/// <param name="Records">Records; 0 where it is empty.</param>
/// <param name="Share">As a proportion of the records that are not excluded; null where there are none.</param>
public sealed record SegmentDistribution(string Name, bool IsUnassigned, bool IsOther, int Records, double? Share)
{
    /// <summary>Gets how many of the records pay: ARR above 0. Null for contacts and where the exports hold no ARR.</summary>
    public int? Paying { get; init; }

    /// <summary>Gets the ARR; null likewise.</summary>
    public double? Arr { get; init; }

    /// <summary>Gets the ARR as a proportion of that of all records that are not excluded; null likewise and where nobody pays.</summary>
    public double? ArrShare { get; init; }

    /// <summary>Gets the median ARR of the records that pay; null where none does.</summary>
    public double? MedianArr { get; init; }

    /// <summary>Gets the largest ARR of a record; null where none pays.</summary>
    public double? LargestArr { get; init; }

    /// <summary>Gets how many of the records a person's override put here.</summary>
    public int Overridden { get; init; }

    /// <summary>Gets how many records the framework expects; null where it does not say.</summary>
    public int? Expected { get; init; }

    /// <summary>Gets how far the records are from those expected, as a proportion of these: -0.25 is a quarter fewer. Null where none are expected.</summary>
    public double? Deviation => Expected is > 0 and var expected ? (Records - expected) / (double)expected : null;

    /// <summary>Gets the most severe verdict of the limits on it; null where it keeps to them all.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Gets which limits it breaks, in words; null where none.</summary>
    public string? Verdict { get; init; }
}
