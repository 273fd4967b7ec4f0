namespace Segmentation.Calibrate;

/// <summary>What a candidate is good for.</summary>
public enum DimensionCandidateVerdict
{
    /// <summary>One of the three to five.</summary>
    Recommended,

    /// <summary>It divides customers that differ, but the five are full or it is not filled for enough of them yet.</summary>
    RunnerUp,

    /// <summary>One that is recommended says most of what it says.</summary>
    Redundant,

    /// <summary>Its segments differ no more than chance makes segments differ.</summary>
    NotShown,

    /// <summary>It cannot divide these customers: hardly filled, one value, a name, nearly everybody in one segment.</summary>
    Unfit,
}
