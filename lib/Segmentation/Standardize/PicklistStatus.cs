namespace Segmentation.Standardize;

/// <summary>What becomes of a value of a picklist.</summary>
public enum PicklistStatus
{
    /// <summary>It is as it should be.</summary>
    Canonical,

    /// <summary>It is replaced by its target: a person approved the pair, or the method needs no approval.</summary>
    Applied,

    /// <summary>A target is proposed and waits for a person; the value stays.</summary>
    Waiting,

    /// <summary>The decisions say never to this pair; the value stays, unless another target is found.</summary>
    Rejected,

    /// <summary>No target, or several as good: the value stays, with its nearest candidates.</summary>
    Unmapped,
}
