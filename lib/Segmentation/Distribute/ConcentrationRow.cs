namespace Segmentation.Distribute;

/// <summary>How concentrated one whole is: all records over their accounts, a dimension over its segments, or a segment over its accounts.</summary>
/// <param name="Dimension">The dimension; null for all records.</param>
/// <param name="Segment">The segment; null for a dimension as a whole and for all records.</param>
/// <param name="Parts">What it is divided into: segments that hold records, or accounts that pay.</param>
public sealed record ConcentrationRow(string? Dimension, string? Segment, int Parts)
{
    /// <summary>Gets the Herfindahl-Hirschman index by records over the segments, from 1/segments (even) to 1 (all in one); null where the parts are accounts, each of which is one record.</summary>
    public double? ByRecords { get; init; }

    /// <summary>Gets the index by ARR, from 1/parts to 1; null where nobody pays.</summary>
    public double? ByArr { get; init; }

    /// <summary>Gets how many segments of one size would be as concentrated by records (1/index); null likewise.</summary>
    public double? EqualByRecords => 1 / ByRecords;

    /// <summary>Gets how many segments or accounts of one size would be as concentrated by ARR; null likewise.</summary>
    public double? EqualByArr => 1 / ByArr;

    /// <summary>Gets the id of the account with most ARR; null where the parts are segments or nobody pays.</summary>
    public string? LargestAccount { get; init; }

    /// <summary>Gets the ARR of the largest part (segment or account) as a proportion of the whole's; null where nobody pays.</summary>
    public double? LargestShare { get; init; }

    /// <summary>Gets the same as a proportion of all ARR.</summary>
    public double? LargestShareOfAll { get; init; }

    /// <summary>Gets the ARR of the largest accounts together (<see cref="DistributionOptions.LargestAccounts"/>) as a proportion of the whole's; null where the parts are segments.</summary>
    public double? TopShare { get; init; }

    /// <summary>Gets the name of the account with most ARR.</summary>
    internal string? LargestName { get; init; }
}
