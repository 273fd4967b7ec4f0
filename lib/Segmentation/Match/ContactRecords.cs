using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;
using Segmentation.Text;
using static Segmentation.Match.MatchField;

namespace Segmentation.Match;

/// <summary>The contacts of a workspace as they are compared.</summary>
public static class ContactRecords
{
    /// <summary>Fewest letters of a mailbox that says something about a person wherever it is: "jo" does not.</summary>
    private const int TellingMailbox = 5;

    /// <summary>
    /// Returns one record a contact: first name (also its full form and initial) and last name, email with its mailbox and domain, phone,
    /// account, company. What a contact lacks of company and domain is taken from its account. A mailbox of a desk (info@, sales@) is nobody's email. A
    /// role that no column plays gives a field without values. Works on raw and on standardised exports.
    /// </summary>
    /// <param name="workspace">The exports.</param>
    /// <param name="accounts">Which accounts are one, so that a person at two records of one company is found; null where the accounts stand as they are.</param>
    /// <returns>As many records as contacts. Tests, examples and the vendor's own records hold no field; the notes count them.</returns>
    /// <exception cref="WorkspaceException">No export holds contacts.</exception>
    public static MatchRecords Of(Workspace workspace, EntityAssignment? accounts = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var fields = RecordFields.Of(workspace, workspace.Contacts);
        var employers = ContactEmployers.Of(workspace, accounts);
        // Addresses are the most values by far, and nothing of the names hangs on them: one thread reads these, another those.
        var addresses = Task.Run(() => Addresses(fields));
        var full = fields.Text(Last, Role.FullName, static n => n);
        var first = fields.FirstOf(First, fields.Text(First, Role.FirstName, PersonName.Normalize), RecordFields.Derived(First, full, static n => PersonName.Split(n).First));
        var last = fields.FirstOf(Last, fields.Text(Last, Role.LastName, PersonName.Normalize), RecordFields.Derived(Last, full, static n => PersonName.Split(n).Last));
        var account = fields.Text(Account, Role.AccountId, employers.Entity);
        var company = fields.FirstOf(Company, fields.Text(Company, Role.CompanyName, CompanyName.Normalize), fields.Text(Company, Role.AccountId, employers.Name));
        var phone = fields.Own(MatchField.Phone, Role.Phone, PhoneDigits.Of);
        var (email, site) = addresses.GetAwaiter().GetResult();
        var domain = fields.FirstOf(MatchField.Domain, site, fields.Text(MatchField.Domain, Role.AccountId, employers.Domain));
        return fields.Records(
            Role.ContactId,
            first.AsPersonal(),
            RecordFields.Derived(FirstRoot, first, static n => GivenNames.FullOf(n.Split(' ')[0])).AsPersonal(),
            last.AsPersonal(),
            RecordFields.Both(Initials, Initial(first), Initial(last), string.Concat).AsPersonal(),
            email.AsPersonal(),
            fields.Rows(Mailbox, row => email[row] is { } e ? Telling(MailboxOf(e), last[row]) : null).AsPersonal(),
            domain.AsPersonal(),
            phone.AsPersonal(),
            account,
            company.AsPersonal(),
            fields.AnyOf(Employer, account, company, domain));
    }

    private static (TextColumn Email, TextColumn Domain) Addresses(RecordFields fields)
    {
        var address = fields.Own(Email, Role.Email, static e => EmailAddress.Normalize(e) is var key && EmailAddress.IsWellFormed(key) ? key : null);
        return (RecordFields.Kept(Email, address, static e => !IsDesk(e)), RecordFields.Derived(MatchField.Domain, address, DuplicateAccounts.Company));
    }

    private static TextColumn Initial(TextColumn name) => RecordFields.Derived(Initials, name, static n => n[..1]);

    /// <summary>Returns the part before the @, without the tag after a plus.</summary>
    private static string MailboxOf(string email) => email[..email.AsSpan().IndexOfAny('+', '@')];

    /// <summary>Returns a mailbox that says more than the person's name, which is compared already.</summary>
    private static string? Telling(string mailbox, string? last) =>
        mailbox.Length >= TellingMailbox && (last is null || !mailbox.Contains(last.Replace(" ", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal)) ? mailbox : null;

    private static bool IsDesk(string email) => DuplicateContacts.DeskMailboxes.Contains(MailboxOf(email));
}
