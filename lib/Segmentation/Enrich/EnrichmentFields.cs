using System.Collections.Immutable;
using Segmentation.Load;

namespace Segmentation.Enrich;

/// <summary>What the fields that can be enriched have in common.</summary>
internal static class EnrichmentFields
{
    /// <summary>Gets the fields that decisions may name.</summary>
    public static ImmutableArray<Role> All { get; } =
    [
        Role.Industry, Role.Employees, Role.AnnualRevenue, Role.Country, Role.State, Role.City, Role.PostalCode, Role.Region, Role.Website, Role.Domain, Role.Phone, Role.Technology,
        Role.Title, Role.Level, Role.Department, Role.CompanyName, Role.FirstName, Role.LastName, Role.Email,
    ];

    /// <summary>Tells whether a field says something about a contact's company, so that the company's row can fill it.</summary>
    public static bool IsOfCompany(Role field) => field is Role.Industry or Role.Employees or Role.AnnualRevenue or Role.Website or Role.Domain or Role.Technology or Role.CompanyName;

    public static bool IsNumber(Role field) => field is Role.Employees or Role.AnnualRevenue;

    /// <summary>Tells whether the CRM's values come from a list, so that a provider's word has to be one of them.</summary>
    public static bool IsListed(Role field) => field is Role.Industry or Role.Technology or Role.Level or Role.Department or Role.Region;

    /// <summary>Tells whether two values of a field contradict each other. A company uses several technologies: one does not rule out another.</summary>
    public static bool CanConflict(Role field) => field != Role.Technology;

    public static bool IsPersonal(Role field) => field is Role.Website or Role.Domain or Role.Phone or Role.CompanyName or Role.FirstName or Role.LastName or Role.Email;

    /// <summary>Returns the roles under which a provider writes a field, best first.</summary>
    public static ImmutableArray<Role> InProvider(Role field) => field switch
    {
        Role.CompanyName => [Role.AccountName, Role.CompanyName],
        Role.Website => [Role.Website, Role.Domain],
        Role.Domain => [Role.Domain, Role.Website],
        _ => [field],
    };
}
