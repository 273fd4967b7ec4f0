namespace Segmentation.Samples;

/// <summary>One company as it truly is, whatever the exports say about it.</summary>
/// <param name="Entity">The company's true identifier.</param>
/// <param name="Name">Name without a legal suffix.</param>
/// <param name="LegalName">Name with its legal suffix, where it uses one.</param>
/// <param name="Domain">Domain of its website and emails.</param>
/// <param name="Lookalike">Why it may be mistaken for another company: <c>parent-subsidiary</c>, <c>two-countries</c> or <c>shared-website</c>; empty otherwise.</param>
/// <param name="LookalikeOf">Entity it may be mistaken for; empty otherwise.</param>
/// <param name="Industry">True industry.</param>
/// <param name="Employees">True number of employees.</param>
/// <param name="Tier">True tier.</param>
/// <param name="Country">Country.</param>
/// <param name="City">City.</param>
/// <param name="State">State or province; empty where the country has none in addresses.</param>
/// <param name="PostalCode">Postcode.</param>
/// <param name="AnnualRevenue">Annual revenue in US dollars.</param>
/// <param name="IsCustomer">Whether it has ever been a customer.</param>
/// <param name="Created">When its record was created.</param>
/// <param name="Start">When its first contract started.</param>
/// <param name="Usage">Share of licensed users who are active in a normal month.</param>
internal sealed record Company(
    string Entity,
    string Name,
    string LegalName,
    string Domain,
    string Lookalike,
    string LookalikeOf,
    string Industry,
    int Employees,
    TierPlan Tier,
    string Country,
    string City,
    string State,
    string PostalCode,
    long AnnualRevenue,
    bool IsCustomer,
    DateOnly Created,
    DateOnly Start,
    double Usage);
