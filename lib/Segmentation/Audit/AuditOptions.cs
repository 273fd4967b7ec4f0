using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Playbook;

namespace Segmentation.Audit;

/// <summary>What the audit looks at beyond the playbook's limits, which the workspace carries. Shares are proportions in [0, 1].</summary>
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

    /// <summary>Gets the fields of an account that a framework uses. Default: industry, employees, ARR and geography are needed.</summary>
    public ImmutableArray<AuditedField> AccountFields { get; init; } =
    [
        new("industry", true, Role.Industry),
        new("employees", true, Role.Employees),
        new("ARR", true, Role.Arr, Role.Mrr),
        new("geography", true, Role.Country, Role.Region, Role.State),
        new("segment", false, Role.Segment),
        new("lifecycle stage", false, Role.LifecycleStage),
        new("account type", false, Role.AccountType),
        new("annual revenue", false, Role.AnnualRevenue),
        new("owner", false, Role.OwnerId, Role.OwnerName),
        new("domain", false, Role.Domain, Role.Website),
        new("renewal date", false, Role.RenewalDate, Role.EndDate),
    ];

    /// <summary>Gets the fields of a contact that a framework uses. Default: email, level (or the title it is read from), department, company and geography are needed.</summary>
    public ImmutableArray<AuditedField> ContactFields { get; init; } =
    [
        new("email", true, Role.Email),
        new("level", true, Role.Level, Role.Title),
        new("department", true, Role.Department),
        new("company", true, Role.AccountId, Role.CompanyName),
        new("geography", true, Role.Country, Role.Region, Role.State),
        new("title", false, Role.Title),
        new("lifecycle stage", false, Role.LifecycleStage),
        new("lead source", false, Role.LeadSource),
        new("owner", false, Role.OwnerId, Role.OwnerName),
        new("phone", false, Role.Phone),
    ];

    /// <summary>Gets the most rows of a breakdown by segment or owner; the groups after them are added up in one last row. Default 25.</summary>
    public int MostGroups { get; init; } = 25;

    /// <summary>Gets the share of records or of ARR, whichever is larger, below which a quality problem without a playbook limit is only
    /// information; exactly this is a warning. Default 0.01.</summary>
    public double WarnShare { get; init; } = 0.01;

    /// <summary>Gets the share of records or of ARR, whichever is larger, from which a quality problem without a playbook limit is an error. Default 0.05.</summary>
    public double ErrorShare { get; init; } = 0.05;

    /// <summary>Gets the earliest date that a record can plausibly carry; anything before is a placeholder such as 1900-01-01 or 1970-01-01. Default 1980-01-01.</summary>
    public DateTime EarliestDate { get; init; } = new(1980, 1, 1);

    /// <summary>Gets how many years after the as-of date a date can plausibly lie; anything after is a placeholder such as 9999-12-31. Default 30.</summary>
    public int FurthestYears { get; init; } = 30;

    /// <summary>Gets the most employees a company can plausibly have; above is a mistake. Default 5,000,000 (the largest employer has about 2.1 million).</summary>
    public double MostEmployees { get; init; } = 5_000_000;

    /// <summary>Gets the fewest digits of a phone number. Default 7 (a subscriber number without its area code).</summary>
    public int FewestPhoneDigits { get; init; } = 7;

    /// <summary>Gets the words that mark a test record when one stands alone in a company's or person's name, or before the @ of an email.</summary>
    public ImmutableArray<string> TestWords { get; init; } = ["test", "testing", "tester", "demo", "dummy", "fake", "sample", "asdf", "qwerty", "lorem", "xxx"];

    /// <summary>Gets the domains, and top levels, that belong to nobody: reserved for tests by RFC 2606, or used as placeholders. Subdomains count.</summary>
    public ImmutableArray<string> TestDomains { get; init; } = ["test", "invalid", "localhost", "example.com", "example.org", "example.net", "test.com", "domain.com", "email.com", "company.com"];

    /// <summary>Gets the vendor's own domains, whose records are internal. Default none: the domain that most CRM users have.</summary>
    public ImmutableArray<string> InternalDomains { get; init; } = [];

    /// <summary>Gets the share of CRM users' emails on one domain that must be exceeded for it to be the vendor's own. Default 0.50.</summary>
    public double InternalDomainShare { get; init; } = 0.50;

    /// <summary>Gets the texts in a bounce column that say the mail did not bounce, without regard to case.</summary>
    public ImmutableArray<string> NotBounced { get; init; } = ["no", "false", "0", "not bounced", "valid"];

    /// <summary>Gets how many months back the freshness curve reaches. Default 36.</summary>
    public int CurveMonths { get; init; } = 36;

    /// <summary>Gets how many of the most severe findings the summary tells. Default 8.</summary>
    public int SummaryFindings { get; init; } = 8;
}
