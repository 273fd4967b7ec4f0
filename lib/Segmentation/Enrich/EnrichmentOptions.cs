using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Standardize;

namespace Segmentation.Enrich;

/// <summary>How records are enriched, beyond the playbook's limits, which the workspace carries, and what a person decides in <c>enrichment.yaml</c>.</summary>
public sealed record EnrichmentOptions
{
    /// <summary>Gets the defaults.</summary>
    public static EnrichmentOptions Default { get; } = new();

    /// <summary>Gets by how much two numbers may differ, as a proportion of the larger, and still say the same; exactly this much is the same. Default 0.25:
    /// a quarter seldom moves a company across a size band.</summary>
    public double Tolerance { get; init; } = 0.25;

    /// <summary>Gets what becomes of a band where the CRM holds a number. Default: it is left as a candidate.</summary>
    public BandRule Bands { get; init; } = BandRule.Leave;

    /// <summary>Gets what a person decided about picklist values: their lists, further names and pairs that are never merged also hold for what providers say. Default: nothing.</summary>
    public PicklistDecisions Picklists { get; init; } = PicklistDecisions.Empty;

    /// <summary>Gets the fields of accounts to fill where the decisions name none.</summary>
    public ImmutableArray<Role> AccountFields { get; init; } =
        [Role.Industry, Role.Employees, Role.AnnualRevenue, Role.Country, Role.State, Role.City, Role.PostalCode, Role.Website, Role.Phone, Role.Technology];

    /// <summary>Gets the fields of contacts to fill where the decisions name none.</summary>
    public ImmutableArray<Role> ContactFields { get; init; } = [Role.Title, Role.Level, Role.Department, Role.Phone, Role.CompanyName, Role.Country, Role.Email];

    /// <summary>Gets the keys of accounts, in the order tried, where the decisions name none. Default: id, domain, name and country.</summary>
    public ImmutableArray<EnrichmentKey> AccountKeys { get; init; } = [EnrichmentKey.Id, EnrichmentKey.Domain, EnrichmentKey.NameAndCountry];

    /// <summary>Gets the keys of contacts, in the order tried, where the decisions name none. Default: id, email, name and company, then, for what is the
    /// company's and not the person's, the domain of the email.</summary>
    public ImmutableArray<EnrichmentKey> ContactKeys { get; init; } = [EnrichmentKey.Id, EnrichmentKey.Email, EnrichmentKey.NameAndCompany, EnrichmentKey.Domain];

    /// <summary>Gets the most providers whose orders are all tried; above, the order is built greedily. Default 5 (120 orders).</summary>
    public int MostExactProviders { get; init; } = 5;

    /// <summary>Gets the longest text that is filled, in characters; a longer one is a candidate. Default 500.</summary>
    public int LongestText { get; init; } = 500;
}
