using System.Collections.Frozen;
using Segmentation.Load;
using Segmentation.Text;

namespace Segmentation.Audit;

/// <summary>Finds the contact records that are one person.</summary>
internal static class DuplicateContacts
{
    private const char Apart = '\u001F';

    /// <summary>Mailboxes that belong to a desk, or stand in for an address nobody knew: one of them is not one person.</summary>
    internal static readonly FrozenSet<string> DeskMailboxes = (
        "info sales support admin administrator contact office hello mail team help helpdesk service marketing billing accounts accounting finance " +
        "invoice invoices hr jobs careers press media legal privacy security webmaster postmaster noreply no-reply donotreply noemail no-email none unknown test")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Searches the contacts.</summary>
    /// <param name="contacts">The contacts.</param>
    /// <param name="options">When a key is generic.</param>
    /// <param name="accountOf">The account entity of each contact; -1 where it has none. Duplicate accounts are one entity, so that a person at both is found.</param>
    public static DuplicateSearch Find(Export contacts, AuditOptions options, Func<int, int> accountOf)
    {
        var search = new DuplicateSearch(contacts, options.GenericKeyRecords, "contact id", "email", "person name + account", "person name + company", "person name + email domain");
        var email = RoleText.Of(contacts, Role.Email);
        var company = RoleText.Of(contacts, Role.CompanyName);
        var person = PersonOf(contacts);

        search.Join(0, RoleText.Of(contacts, Role.ContactId));
        search.Join(1, row => EmailKey(email(row), row, person));
        search.Join(2, row => accountOf(row) is >= 0 and var account && person(row) is { } name ? $"{name}{Apart}{account}" : null);
        search.Join(3, row => company(row) is { } text && CompanyName.Normalize(text) is { Length: > 0 } key && person(row) is { } name ? $"{name}{Apart}{key}" : null);
        search.Join(4, row => DuplicateAccounts.Company(email(row)) is { } domain && person(row) is { } name ? $"{name}{Apart}{domain}" : null);
        return search;
    }

    private static string? EmailKey(string? email, int row, Func<int, string?> person)
    {
        if (email is null || EmailAddress.Normalize(email) is var key && !EmailAddress.IsWellFormed(key)) return null;
        return !IsDesk(key) ? key : person(row) is { } name ? $"{key}{Apart}{name}" : null;
    }

    /// <summary>Tells whether an address is a desk's, or stands in for one nobody knew.</summary>
    /// <param name="email">A well-formed address in lower case.</param>
    public static bool IsDesk(string email) => DeskMailboxes.Contains(email[..email.IndexOf('@', StringComparison.Ordinal)]);

    /// <summary>Returns each person's name as a key that does not depend on the order of its words; null where it has fewer than two.</summary>
    private static Func<int, string?> PersonOf(Export contacts)
    {
        var (first, last, full) = (RoleText.Of(contacts, Role.FirstName), RoleText.Of(contacts, Role.LastName), RoleText.Of(contacts, Role.FullName));
        return row =>
        {
            var name = first(row) is { } given && last(row) is { } family ? $"{given} {family}" : full(row);
            return name is not null && Fingerprint.Of(name) is var key && key.Contains(' ', StringComparison.Ordinal) ? key : null;
        };
    }
}
