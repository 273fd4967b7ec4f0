namespace Segmentation.Enrich;

/// <summary>What tells that a provider's row and a CRM record are one.</summary>
public enum EnrichmentKey
{
    /// <summary>The CRM's own identifier, where the provider hands it back.</summary>
    Id,

    /// <summary>The registrable domain: of an account its website's, of a contact its email's. A free-mail provider's is never a key.</summary>
    Domain,

    /// <summary>The person's email address, in lower case.</summary>
    Email,

    /// <summary>Company name without legal form, and country; not where both sides have a domain and the two differ.</summary>
    NameAndCountry,

    /// <summary>A person's first and last name, and the name of the company without legal form.</summary>
    NameAndCompany,
}
