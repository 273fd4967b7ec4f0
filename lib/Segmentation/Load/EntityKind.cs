namespace Segmentation.Load;

/// <summary>What an export holds.</summary>
public enum EntityKind
{
    /// <summary>One row a customer: Salesforce Account, HubSpot Company, Gainsight or ChurnZero Account, Vitally Account.</summary>
    Accounts,

    /// <summary>One row a person: Salesforce Contact, HubSpot Contact, Marketo Person.</summary>
    Contacts,

    /// <summary>Recurring revenue over time: one row an account and month, or one row a subscription with start and end.</summary>
    ArrHistory,

    /// <summary>Use of the product or answers to campaigns: one row an account (or contact) and period or event.</summary>
    Engagement,

    /// <summary>CRM users: the owners that accounts point at.</summary>
    Users,

    /// <summary>A file from an enrichment provider, keyed by domain, email or name.</summary>
    Enrichment,

    /// <summary>Not recognised; kept as a table, used by no stage.</summary>
    Other,
}
