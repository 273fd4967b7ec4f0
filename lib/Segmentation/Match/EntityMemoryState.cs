namespace Segmentation.Match;

/// <summary>What became of a record or an entity's id.</summary>
public enum EntityMemoryState
{
    /// <summary>The last run saw the record.</summary>
    Present,

    /// <summary>The record was in an earlier export and not in the last; should it come back, it is known.</summary>
    Gone,

    /// <summary>No record carries the entity's id any more; it is not given again.</summary>
    Retired,
}
