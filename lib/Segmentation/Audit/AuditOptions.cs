using System.Collections.Immutable;
using Segmentation.Playbook;
namespace Segmentation.Audit;

/// <summary>What the audit looks at beyond the playbook's limits, which the workspace carries.</summary>
public sealed record AuditOptions
{
    /// <summary>Gets the defaults.</summary>
    public static AuditOptions Default { get; } = new();

    /// <summary>Gets how many of a field's most frequent values are listed. Default 10.</summary>
    public int TopValues { get; init; } = 10;

    /// <summary>Gets the number of records above which a shared key (name, domain, email) is generic and joins nothing; exactly this many still join. Default 50.</summary>
    public int GenericKeyRecords { get; init; } = 50;

    /// <summary>Gets how many records of a group are listed within one cell of a table; the rest is counted. Default 10.</summary>
    public int ListedRecords { get; init; } = 10;

    /// <summary>Gets the most distinct values of a text column without a role that is taken for a picklist. Default 200.</summary>
    public int PicklistMostValues { get; init; } = 200;

    /// <summary>Gets the fewest records a value, on average, of such a column. Default 5.</summary>
    public int PicklistRecordsPerValue { get; init; } = 5;

    /// <summary>Gets the longest mean length, in letters, of such a column's distinct values; longer ones are free text. Default 40.</summary>
    public int PicklistLongestMean { get; init; } = 40;

    /// <summary>Gets how many distinct values of a field, the most frequent, are compared in pairs for variants; the others only by fingerprint. Default 1,000.</summary>
    public int ComparedValues { get; init; } = 1000;

    /// <summary>Gets the length in letters from which a word may differ by one typing error from its variant. Default 5.</summary>
    public int OneErrorFromLength { get; init; } = 5;

    /// <summary>Gets the length in letters from which a word may differ by two typing errors from its variant. Default 9.</summary>
    public int TwoErrorsFromLength { get; init; } = 9;

    /// <summary>Gets the share of a field's values from which a value is frequent: of two frequent values neither is taken for the other's misspelling. Default 0.05.</summary>
    public double FrequentValueShare { get; init; } = 0.05;

    /// <summary>Gets the words in a column's name that make it segment-like.</summary>
    public ImmutableArray<string> SegmentWords { get; init; } = ["segment", "tier", "tiering", "classification", "cluster", "cohort", "band", "icp", "grade", "persona"];

    /// <summary>Gets the values that say a record is in no segment, compared folded; blank counts with them.</summary>
    public ImmutableArray<string> OtherValues { get; init; } = ["other", "others", "unassigned", "unknown", "none", "miscellaneous", "misc", "n/a", "tbd", "undefined", "not set"];

    /// <summary>Gets how many dimensions the client needs, where that is known. Default null: as many as the exports can carry, at most <see cref="Playbook.PlaybookLimits.MostDimensions"/>.</summary>
    public int? Dimensions { get; init; }

    /// <summary>Gets the hours of each approach and addition. Default: the advisory's.</summary>
    public ScopeHours Hours { get; init; } = ScopeHours.Default;
}
