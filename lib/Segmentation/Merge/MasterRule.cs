namespace Segmentation.Merge;

/// <summary>What makes one record of a group the master, the record that stays. A record with an id always comes before one without: references need somewhere to point.</summary>
public enum MasterRule
{
    /// <summary>An account that pays: ARR above 0. Says nothing about contacts.</summary>
    ActiveArr,

    /// <summary>The most recent last activity; where no record has one, or they are the same, the most recently modified. A date after the as-of date counts as missing.</summary>
    RecentActivity,

    /// <summary>The most fields with a value.</summary>
    MostComplete,

    /// <summary>The earliest creation. A date after the as-of date counts as missing.</summary>
    Oldest,

    /// <summary>The smallest id: the shorter, then by ordinal. Comes last, as it leaves nothing to decide.</summary>
    SmallestId,
}
