namespace Segmentation.Distribute;

/// <summary>What became of a snapshot that was to be saved.</summary>
public enum SnapshotSaved
{
    /// <summary>It was added.</summary>
    Added,

    /// <summary>It was there already, the same: the file is as it was.</summary>
    Unchanged,

    /// <summary>Another one of the same date and framework version stood there, and is replaced.</summary>
    Replaced,
}
