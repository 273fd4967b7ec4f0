namespace Segmentation.Merge;

/// <summary>Whose value a field of a merged record takes. A value that is missing or only space never replaces one, whatever the rule.</summary>
public enum Survivorship
{
    /// <summary>The record with the most recent last activity; where no record has one, or they are the same, the most recently modified; else as <see cref="MasterRule"/> orders them.</summary>
    MostRecent,

    /// <summary>The master's value; where it has none, the most recent other.</summary>
    FillBlanks,

    /// <summary>The value that most records have; on a tie the most recent of those.</summary>
    MostFrequent,

    /// <summary>The value of the most characters; on a tie the most recent of those.</summary>
    Longest,

    /// <summary>All values added up; numbers only.</summary>
    Sum,

    /// <summary>All values, the master's first, each once without regard to case, joined with <see cref="SurvivorshipRules.Separator"/>; text only.</summary>
    Union,

    /// <summary>The value of the record whose source comes first in a list of sources; on a tie, and where no source is listed, the most recent.</summary>
    SourcePriority,

    /// <summary>A value that says yes (opted out, bounced) wins over one that says no, whatever the dates; of several the most recent.</summary>
    AnyTrue,

    /// <summary>The earliest date that is not in the future; dates only.</summary>
    Oldest,

    /// <summary>Protected: the master's value stays as it is, even where it is missing.</summary>
    Never,
}
