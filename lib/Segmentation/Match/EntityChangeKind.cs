namespace Segmentation.Match;

/// <summary>How an entity differs from the last run.</summary>
public enum EntityChangeKind
{
    /// <summary>All its records arrived with this export.</summary>
    New,

    /// <summary>All its records left the export.</summary>
    Gone,

    /// <summary>Records arrived with this export and joined it.</summary>
    Grown,

    /// <summary>Some of its records left the export.</summary>
    Shrunk,

    /// <summary>Records that were its own are matched to others now, or to none.</summary>
    Split,

    /// <summary>Records that were another entity's are matched to it now.</summary>
    Merged,
}
