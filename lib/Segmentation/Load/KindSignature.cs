using System.Collections.Immutable;

namespace Segmentation.Load;

/// <summary>What speaks for and against a file holding one kind of export. Weights are proportions of the remaining doubt (or confidence) that the evidence takes away.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Needs">Groups of roles; of each group at least one must be played.</param>
/// <param name="For">Roles that speak for the kind.</param>
/// <param name="Against">Roles that speak against it, whatever kind they are recognised in.</param>
/// <param name="FileWords">Words in a file's name that say the kind.</param>
/// <param name="KeyRole">The role that is distinct in each row if the kind has one row a record; null where rows repeat it.</param>
internal sealed record KindSignature(
    EntityKind Kind,
    ImmutableArray<ImmutableArray<Role>> Needs,
    ImmutableArray<(Role Role, double Weight)> For,
    ImmutableArray<(Role Role, double Weight)> Against,
    ImmutableArray<string> FileWords,
    Role? KeyRole)
{
    /// <summary>What a header that only this kind of export has takes away of the doubt.</summary>
    public const double Marker = 0.35;

    /// <summary>What a header that only another kind of export has takes away of the confidence.</summary>
    public const double ForeignMarker = 0.15;

    /// <summary>The same for markers of exports that no stage uses (opportunities, cases): their accounts and owners are only references.</summary>
    public const double OtherMarker = 0.45;

    /// <summary>What the file's name takes away of the doubt.</summary>
    public const double FileWord = 0.50;

    /// <summary>What a file name that says another kind takes away of the confidence.</summary>
    public const double ForeignFileWord = 0.50;

    /// <summary>What a group of which nothing is played takes away of the confidence.</summary>
    public const double UnmetNeed = 0.85;

    /// <summary>What a record key that repeats (or, for histories, one that does not) takes away of the confidence.</summary>
    public const double WrongKey = 0.40;

    /// <summary>Gets the signatures of all kinds but Other.</summary>
    public static ImmutableArray<KindSignature> All { get; } =
    [
        new(
            EntityKind.Accounts,
            [[Role.AccountId, Role.AccountName, Role.Domain]],
            [
                (Role.AccountName, .40), (Role.Employees, .35), (Role.Industry, .30), (Role.AnnualRevenue, .30), (Role.Arr, .25), (Role.Mrr, .20),
                (Role.HealthScore, .25), (Role.AccountType, .20), (Role.Segment, .20), (Role.Website, .20), (Role.Domain, .20), (Role.ParentAccountId, .20),
                (Role.RenewalDate, .20), (Role.ChurnDate, .15), (Role.AccountId, .15), (Role.OwnerId, .10), (Role.OwnerName, .10), (Role.LifecycleStage, .10),
                (Role.LastActivityDate, .05), (Role.CreatedDate, .05), (Role.Country, .05),
            ],
            [(Role.FirstName, .70), (Role.LastName, .70), (Role.Title, .50), (Role.Email, .30), (Role.Period, .70), (Role.OptOut, .50), (Role.Bounced, .40), (Role.Level, .30)],
            ["account", "accounts", "company", "companies", "customer", "customers", "organizations", "organisations", "clients"],
            Role.AccountId),
        new(
            EntityKind.Contacts,
            [[Role.Email, Role.FirstName, Role.LastName, Role.FullName, Role.ContactId]],
            [
                (Role.Email, .45), (Role.FirstName, .40), (Role.LastName, .40), (Role.Title, .35), (Role.OptOut, .25), (Role.Bounced, .25), (Role.FullName, .20),
                (Role.Level, .20), (Role.Department, .20), (Role.ContactId, .15), (Role.CompanyName, .20), (Role.AccountId, .15), (Role.LeadSource, .15),
                (Role.Phone, .05), (Role.LifecycleStage, .05), (Role.LastActivityDate, .05),
            ],
            [(Role.Period, .50), (Role.Usage, .50), (Role.IsActive, .25), (Role.Arr, .30), (Role.Employees, .30), (Role.AnnualRevenue, .30)],
            ["contact", "contacts", "person", "persons", "people", "lead", "leads"],
            Role.ContactId),
        new(
            EntityKind.ArrHistory,
            [[Role.AccountId, Role.AccountName], [Role.Arr, Role.Mrr], [Role.Period, Role.StartDate, Role.EndDate]],
            [
                (Role.Period, .50), (Role.Arr, .35), (Role.Mrr, .35), (Role.EndDate, .30), (Role.StartDate, .25), (Role.AccountId, .20), (Role.RecordId, .15),
                (Role.RenewalDate, .10), (Role.Currency, .05),
            ],
            [(Role.Industry, .50), (Role.Employees, .50), (Role.Website, .50), (Role.Email, .50), (Role.HealthScore, .40), (Role.Usage, .50), (Role.AccountType, .30), (Role.OwnerName, .20)],
            ["arr", "mrr", "subscription", "subscriptions", "contracts", "revenue", "billing", "snapshots"],
            null),
        new(
            EntityKind.Engagement,
            [[Role.AccountId, Role.ContactId, Role.Email, Role.AccountName], [Role.Period, Role.LastActivityDate]],
            [(Role.Period, .40), (Role.Usage, .40), (Role.ContactId, .20), (Role.AccountId, .15), (Role.Email, .10)],
            [(Role.Arr, .50), (Role.Mrr, .50), (Role.Industry, .50), (Role.Employees, .50), (Role.FirstName, .50), (Role.Title, .40), (Role.Website, .40), (Role.StartDate, .20)],
            ["engagement", "usage", "activity", "activities", "logins", "events", "telemetry"],
            null),
        new(
            EntityKind.Users,
            [[Role.UserId, Role.FullName, Role.Email], [Role.FullName, Role.FirstName, Role.LastName, Role.Email]],
            [(Role.Email, .30), (Role.FullName, .25), (Role.IsActive, .30), (Role.UserId, .20), (Role.FirstName, .15), (Role.LastName, .15), (Role.Title, .05), (Role.Department, .05)],
            [(Role.AccountId, .70), (Role.CompanyName, .60), (Role.AccountName, .60), (Role.LeadSource, .50), (Role.OptOut, .50), (Role.Bounced, .50), (Role.Industry, .60), (Role.LifecycleStage, .40)],
            ["user", "users", "owner", "owners", "csm", "csms", "reps", "team"],
            Role.UserId),
        new(
            EntityKind.Enrichment,
            [[Role.Domain, Role.Website, Role.Email, Role.AccountName, Role.AccountId, Role.RecordId]],
            [(Role.Domain, .15), (Role.Website, .10), (Role.Technology, .15), (Role.Employees, .15), (Role.AnnualRevenue, .15), (Role.Industry, .15), (Role.RecordId, .10), (Role.AccountName, .05)],
            [(Role.OwnerId, .50), (Role.OwnerName, .50), (Role.Arr, .50), (Role.Mrr, .50), (Role.AccountType, .40), (Role.RenewalDate, .50), (Role.LeadSource, .50), (Role.OptOut, .50), (Role.Period, .40), (Role.Usage, .50), (Role.CreatedDate, .40), (Role.ParentAccountId, .30)],
            ["enrichment", "enriched", "zoominfo", "apollo", "clearbit", "clay", "builtwith", "hginsights", "pitchbook", "crunchbase"],
            null),
    ];

    /// <summary>Returns the roles that the stages look for in a kind of export, in the order an architect asks for them. Where one
    /// role can stand in for another, they form a group whose first is asked for.</summary>
    public static ImmutableArray<ImmutableArray<Role>> Expected(EntityKind kind) => kind switch
    {
        EntityKind.Accounts =>
        [
            [Role.AccountId], [Role.AccountName], [Role.Website, Role.Domain], [Role.Industry], [Role.Employees], [Role.AnnualRevenue], [Role.Arr, Role.Mrr], [Role.Country],
            [Role.Region], [Role.Segment], [Role.LifecycleStage], [Role.AccountType], [Role.HealthScore], [Role.ParentAccountId], [Role.OwnerId, Role.OwnerName],
            [Role.CreatedDate], [Role.ModifiedDate], [Role.LastActivityDate], [Role.RenewalDate, Role.EndDate],
        ],
        EntityKind.Contacts =>
        [
            [Role.ContactId], [Role.AccountId], [Role.FirstName, Role.FullName], [Role.LastName, Role.FullName], [Role.Email], [Role.Title], [Role.Level], [Role.Department],
            [Role.CompanyName], [Role.LeadSource], [Role.Bounced], [Role.OptOut], [Role.CreatedDate], [Role.ModifiedDate], [Role.LastActivityDate],
        ],
        EntityKind.ArrHistory => [[Role.AccountId], [Role.Arr, Role.Mrr], [Role.Period, Role.StartDate]],
        EntityKind.Engagement => [[Role.AccountId, Role.ContactId, Role.Email], [Role.Period], [Role.Usage]],
        EntityKind.Users => [[Role.UserId], [Role.FullName, Role.LastName], [Role.Email], [Role.IsActive]],
        EntityKind.Enrichment => [[Role.Domain, Role.Website, Role.Email]],
        _ => [],
    };
}
