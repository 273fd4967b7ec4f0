using System.Collections.Immutable;
using Segmentation.Audit;
using Segmentation.Load;

namespace Segmentation.Standardize;

/// <summary>Which picklists are standardised, how far two spellings may lie apart, and what needs a person's approval.</summary>
public sealed record PicklistOptions
{
    /// <summary>Gets the defaults.</summary>
    public static PicklistOptions Default { get; } = new();

    /// <summary>Gets the roles whose values come from a list, on accounts and contacts. Default: the ten below; states are standardised with their country, currencies with their amounts.</summary>
    public ImmutableArray<Role> Roles { get; init; } =
    [
        Role.Industry, Role.Segment, Role.AccountType, Role.LifecycleStage, Role.Technology, Role.Country, Role.Region, Role.Department, Role.Level, Role.LeadSource,
    ];

    /// <summary>Gets the methods whose proposals are applied without approval. Default: exact, alias and fingerprint, which only differ in writing; what is
    /// approved in the decisions is always applied.</summary>
    public ImmutableArray<PicklistMethod> Automatic { get; init; } = [PicklistMethod.Exact, PicklistMethod.Alias, PicklistMethod.Fingerprint];

    /// <summary>Gets the further names that need no decision, by role; one counts only where its target is in the list, or in the data where there is no
    /// list. Default: the abbreviations that CRM users write. Names of countries are known by ISO 3166.</summary>
    public ImmutableSortedDictionary<Role, ImmutableArray<PicklistMapping>> CommonAliases { get; init; } = PicklistAliases.Common;

    /// <summary>Gets the length in letters from which a word may differ by one typing error. Default: as the audit, 5.</summary>
    public int OneErrorFromLength { get; init; } = AuditOptions.Default.OneErrorFromLength;

    /// <summary>Gets the length in letters from which a word may differ by two typing errors. Default: as the audit, 9.</summary>
    public int TwoErrorsFromLength { get; init; } = AuditOptions.Default.TwoErrorsFromLength;

    /// <summary>Gets the length in letters from which words are compared by sound; shorter ones sound alike too often. Default 5.</summary>
    public int SoundFromLength { get; init; } = 5;

    /// <summary>Gets the least similarity, in [0, 1], of two values that sound alike; at or above. Default 0.6.</summary>
    public double SoundFromSimilarity { get; init; } = 0.6;

    /// <summary>Gets the share of a field's values from which a value is frequent: without a list, two frequent values that differ in more than writing are
    /// both real. Default: as the audit, 0.05.</summary>
    public double FrequentValueShare { get; init; } = AuditOptions.Default.FrequentValueShare;

    /// <summary>Gets how many distinct values of a field, the most frequent, are compared by edit distance, sound and abbreviation; the others by keys only. Default: as the audit, 1,000.</summary>
    public int ComparedValues { get; init; } = AuditOptions.Default.ComparedValues;

    /// <summary>Gets the length in letters above which a value is compared by keys only: it is no picklist value. Default 200.</summary>
    public int LongestCompared { get; init; } = 200;

    /// <summary>Gets how many nearest candidates an unmapped value keeps. Default 3.</summary>
    public int Candidates { get; init; } = 3;
}
