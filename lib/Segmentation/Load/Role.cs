namespace Segmentation.Load;

/// <summary>What a column means, whatever its export calls it. A role is unique within one table.</summary>
public enum Role
{
    /// <summary>Identifier of the account, on every table that points at one.</summary>
    AccountId,

    /// <summary>Company name.</summary>
    AccountName,

    /// <summary>Website of the company.</summary>
    Website,

    /// <summary>Domain of the company (no scheme, no path).</summary>
    Domain,

    /// <summary>Industry.</summary>
    Industry,

    /// <summary>Number of employees.</summary>
    Employees,

    /// <summary>Annual revenue of the customer's own business.</summary>
    AnnualRevenue,

    /// <summary>Annual recurring revenue that the customer pays.</summary>
    Arr,

    /// <summary>Monthly recurring revenue that the customer pays.</summary>
    Mrr,

    /// <summary>Currency of the amounts.</summary>
    Currency,

    /// <summary>Country.</summary>
    Country,

    /// <summary>State or province.</summary>
    State,

    /// <summary>City.</summary>
    City,

    /// <summary>Postcode.</summary>
    PostalCode,

    /// <summary>Sales region or territory.</summary>
    Region,

    /// <summary>Phone number.</summary>
    Phone,

    /// <summary>Existing segment or tier of the customer.</summary>
    Segment,

    /// <summary>Life-cycle stage.</summary>
    LifecycleStage,

    /// <summary>Kind or status of the account: customer, prospect, partner, competitor, churned.</summary>
    AccountType,

    /// <summary>Health score.</summary>
    HealthScore,

    /// <summary>Technology or platform the customer uses.</summary>
    Technology,

    /// <summary>Identifier of the parent account.</summary>
    ParentAccountId,

    /// <summary>Identifier of the owner or CSM.</summary>
    OwnerId,

    /// <summary>Name of the owner or CSM.</summary>
    OwnerName,

    /// <summary>When the record was created.</summary>
    CreatedDate,

    /// <summary>When the record was last modified.</summary>
    ModifiedDate,

    /// <summary>When the record last saw activity.</summary>
    LastActivityDate,

    /// <summary>When the contract or subscription starts.</summary>
    StartDate,

    /// <summary>When the contract or subscription ends.</summary>
    EndDate,

    /// <summary>When the contract renews.</summary>
    RenewalDate,

    /// <summary>When the customer churned.</summary>
    ChurnDate,

    /// <summary>Month of an ARR snapshot, or period or day of an engagement row.</summary>
    Period,

    /// <summary>Identifier of the contact.</summary>
    ContactId,

    /// <summary>Identifier of a subscription or other row that is not an account, contact or user.</summary>
    RecordId,

    /// <summary>First name.</summary>
    FirstName,

    /// <summary>Last name.</summary>
    LastName,

    /// <summary>Full name of a person.</summary>
    FullName,

    /// <summary>Email address.</summary>
    Email,

    /// <summary>Job title.</summary>
    Title,

    /// <summary>Level or seniority of a contact.</summary>
    Level,

    /// <summary>Department or job function of a contact.</summary>
    Department,

    /// <summary>Name of the company on a contact.</summary>
    CompanyName,

    /// <summary>Source of a lead.</summary>
    LeadSource,

    /// <summary>Whether mail bounced, or the reason why.</summary>
    Bounced,

    /// <summary>Whether the person opted out of mail.</summary>
    OptOut,

    /// <summary>Number of logins or active users in the period.</summary>
    Usage,

    /// <summary>Identifier of a CRM user.</summary>
    UserId,

    /// <summary>Whether the record or user is active.</summary>
    IsActive,
}
