using Segmentation.Audit;
using Segmentation.Enrich;
using Segmentation.Match;
using Segmentation.Standardize;

namespace Segmentation.Clean;

/// <summary>The options of every step of the clean-up.</summary>
public sealed record CleanupOptions
{
    /// <summary>Gets the defaults.</summary>
    public static CleanupOptions Default { get; } = new();

    /// <summary>Gets the options of the two enrichments; the picklist decisions are those of the clean-up, whatever it says. Default: <see cref="EnrichmentOptions.Default"/>.</summary>
    public EnrichmentOptions Enrichment { get; init; } = EnrichmentOptions.Default;

    /// <summary>Gets the options of the currencies. Default: <see cref="CurrencyOptions.Default"/>.</summary>
    public CurrencyOptions Currency { get; init; } = CurrencyOptions.Default;

    /// <summary>Gets the options of countries, states and regions. Default: <see cref="CountryOptions.Default"/>.</summary>
    public CountryOptions Countries { get; init; } = CountryOptions.Default;

    /// <summary>Gets the size bands and ARR tiers. Default: <see cref="BandOptions.Default"/>.</summary>
    public BandOptions Bands { get; init; } = BandOptions.Default;

    /// <summary>Gets the options of the picklists. Default: <see cref="PicklistOptions.Default"/>.</summary>
    public PicklistOptions Picklists { get; init; } = PicklistOptions.Default;

    /// <summary>Gets the options of the job titles. Default: <see cref="TitleOptions.Default"/>.</summary>
    public TitleOptions Titles { get; init; } = TitleOptions.Default;

    /// <summary>Gets the options of names, emails, domains and phones. Default: <see cref="IdentityOptions.Default"/>.</summary>
    public IdentityOptions Identity { get; init; } = IdentityOptions.Default;

    /// <summary>Gets the options of the matching of accounts. Default: <see cref="MatchOptions.Default"/>.</summary>
    public MatchOptions Accounts { get; init; } = MatchOptions.Default;

    /// <summary>Gets the options of the matching of contacts; the accounts' entities are those found before, whatever it says. Default: <see cref="MatchOptions.Default"/>.</summary>
    public MatchOptions Contacts { get; init; } = MatchOptions.Default;

    /// <summary>Gets the options of the audit before and after. Default: <see cref="AuditOptions.Default"/>.</summary>
    public AuditOptions Audit { get; init; } = AuditOptions.Default;
}
