namespace Segmentation.Distribute;

/// <summary>What the interval of a segment's change says about the limit (±20%).</summary>
public enum DriftVerdict
{
    /// <summary>The whole interval lies within the limit, ends included: the segment did not change by more.</summary>
    Within,

    /// <summary>The whole interval lies beyond the limit: the segment changed by more.</summary>
    Moved,

    /// <summary>The interval reaches both: the segment is too small, or its change too near the limit, to tell.</summary>
    Inconclusive,

    /// <summary>The baseline had no record in it, and now there are some: no percentage exists.</summary>
    New,

    /// <summary>No record in it, then and now.</summary>
    Empty,
}
