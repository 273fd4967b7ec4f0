namespace Segmentation.Match;

/// <summary>Which clusters a person should look at before they are merged.</summary>
public sealed record ClusterOptions
{
    /// <summary>Gets the defaults.</summary>
    public static ClusterOptions Default { get; } = new();

    /// <summary>Gets the density, a proportion, below which a cluster is to be reviewed; at it, it is not. Default 0.5: half of its pairs are not matches themselves.</summary>
    public double LowDensity { get; init; } = 0.5;

    /// <summary>Gets the density, a proportion, from which a side of a bridge is a cluster in its own right; at or above. Default 0.8.</summary>
    public double DenseHalf { get; init; } = 0.8;

    /// <summary>Gets the fewest records on either side of a bridge for it to join two halves; at or above. Default 2.</summary>
    public int HalfRecords { get; init; } = 2;

    /// <summary>Gets the most records of a cluster that needs no review; above. Default 10.</summary>
    public int LargestCluster { get; init; } = 10;

    /// <summary>Gets how many record ids a cell lists; the rest is counted. Default 10.</summary>
    public int ListedRecords { get; init; } = 10;
}
