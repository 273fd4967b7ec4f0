using Segmentation.Load;

namespace Segmentation.Audit;

/// <summary>What a field is for in a segmentation, and who can fill it.</summary>
/// <param name="Dimension">The dimension it makes; null where it makes none.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="IsEnrichable">Whether a provider can fill it.</param>
/// <param name="Suggestion">Providers, or the system that knows.</param>
internal sealed record DataRequirementsPurpose(string? Dimension, string Purpose, bool IsEnrichable, string Suggestion)
{
    /// <summary>The playbooks' enrichment order.</summary>
    private const string General = "ZoomInfo, then Apollo, then Clearbit (waterfall in Clay)";

    private const string Platform = "customer success platform (Gainsight, ChurnZero, Vitally)";

    /// <summary>Returns the purpose of the first role of a field; a field of its own making serves as the options say.</summary>
    public static DataRequirementsPurpose Of(AuditedField field) => field.Roles.Length == 0 ? Own : field.Roles[0] switch
    {
        Role.Industry => new("industry", "firmographic", true, General),
        Role.Employees => new("size", "firmographic", true, General),
        Role.AnnualRevenue => new("size", "firmographic", true, "PitchBook, Crunchbase, then ZoomInfo"),
        Role.Country or Role.Region or Role.State => new("geography", "firmographic", true, General),
        Role.Arr or Role.Mrr => new("value", "value-based tiers; wins a conflict", false, "billing or contract records"),
        Role.LifecycleStage => new("lifecycle", "where the customer stands", false, "rules over contract and usage dates"),
        Role.Technology => new("technology", "technographic", true, "BuiltWith, HG Insights"),
        Role.HealthScore => new("behaviour", "behavioural", false, Platform),
        Role.Usage => new("behaviour", "behavioural: engagement and adoption", false, Platform),
        Role.Segment => new(null, "the segmentation of today, as baseline", false, "assignment by the framework"),
        Role.AccountType => new(null, "exclusions: competitors, partners, former customers", false, "CRM owners"),
        Role.OwnerId or Role.OwnerName => new(null, "book of business", false, "CRM owners"),
        Role.Domain or Role.Website => new(null, "key for enrichment and matching", true, General),
        Role.RenewalDate or Role.EndDate => new(null, "outcomes: renewal and churn", false, "billing or contract records"),
        Role.Email => new(null, "key for campaigns and matching", true, General),
        Role.Level or Role.Title => new("level", "persona", true, General),
        Role.Department => new("department", "persona", true, General),
        Role.AccountId or Role.CompanyName => new(null, "carries the account's segment to the contact", false, "match by email domain"),
        Role.LeadSource => new(null, "origin of the contact", false, "marketing platform"),
        Role.Phone => new(null, "outreach", true, General),
        _ => Own,
    };

    private static DataRequirementsPurpose Own => new(null, "as the framework's options say", false, "the system that holds it");
}
