namespace Segmentation.Clustering;

/// <summary>What the mean Jaccard similarity of a cluster over resamples says.</summary>
public enum ClusterReading
{
    /// <summary>It dissolves: other records of the same kind would not show it.</summary>
    Dissolved,

    /// <summary>A pattern is there, but which records belong to it is doubtful.</summary>
    Pattern,

    /// <summary>It comes back: a valid, stable cluster.</summary>
    Stable,
}
