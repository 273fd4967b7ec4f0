using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Text;

namespace Segmentation.Enrich;

/// <summary>The keys of the rows of one export: a provider's or the CRM's.</summary>
internal sealed class RecordKeys
{
    private readonly Func<int, string?> id;
    private readonly Func<int, string?> domain;
    private readonly Func<int, string?> email;
    private readonly Func<int, string?> company;
    private readonly Func<int, string?> country;
    private readonly Func<int, string?> person;

    private RecordKeys(Export export, EntityKind records, bool isProvider)
    {
        var mail = RoleText.Of(export, Role.Email);
        id = RoleText.Of(export, records == EntityKind.Accounts ? Role.AccountId : Role.ContactId);
        domain = records == EntityKind.Accounts || isProvider ? DuplicateAccounts.DomainOf(export) : row => DuplicateAccounts.Company(mail(row));
        email = row => mail(row) is { } address && EmailAddress.Normalize(address) is var key && EmailAddress.IsWellFormed(key) ? key : null;
        var (accountName, companyName) = (RoleText.Of(export, Role.AccountName), RoleText.Of(export, Role.CompanyName));
        company = row => (accountName(row) ?? companyName(row)) is { } name && CompanyName.Normalize(name) is { Length: > 0 } key ? key : null;
        var land = RoleText.Of(export, Role.Country);
        country = row => land(row) is { } name ? CountryName.CodeOf(name) ?? Folding.Fold(name) : null;
        var (first, last, full) = (RoleText.Of(export, Role.FirstName), RoleText.Of(export, Role.LastName), RoleText.Of(export, Role.FullName));
        person = row => Fingerprint.Of(first(row) is { } given && last(row) is { } family ? $"{given} {family}" : full(row) ?? string.Empty) is { Length: > 0 } key ? key : null;
    }

    public static RecordKeys Of(Export export, EntityKind records, bool isProvider) => new(export, records, isProvider);

    /// <summary>Returns the company's name as a key; null where there is none.</summary>
    public string? CompanyOf(int row) => company(row);

    /// <summary>Returns the company's domain; null where there is none, or it is a free-mail provider's.</summary>
    public string? DomainOf(int row) => domain(row);

    /// <summary>Returns a key of a row; null where the row lacks a part of it.</summary>
    public string? this[EnrichmentKey key, int row] => key switch
    {
        EnrichmentKey.Id => id(row),
        EnrichmentKey.Domain => domain(row),
        EnrichmentKey.Email => email(row),
        EnrichmentKey.NameAndCountry => company(row) is { } name && country(row) is { } land ? $"{name}|{land}" : null,
        _ => person(row) is { } name && company(row) is { } firm ? $"{name}|{firm}" : null,
    };
}
