using Segmentation.Load;
using Segmentation.Tables;
using Segmentation.Text;
using static Segmentation.Match.MatchField;

namespace Segmentation.Match;

/// <summary>The accounts of a workspace as they are compared.</summary>
public static class AccountRecords
{
    /// <summary>Fewest letters of a first or last word that says something about a company: "the", "al" do not.</summary>
    private const int TellingWord = 4;

    /// <summary>Fewest letters of a name whose letters, sorted, are a key: short names have neighbours.</summary>
    private const int TellingName = 6;

    /// <summary>
    /// Returns one record an account: name without legal form, its first and last word and its sorted letters, domain (of domain, website or email, else the one that most
    /// of its contacts write from; free mail excepted), phone, country, city, postcode, industry, employees. A role that no column plays gives a field without values. Works on raw and
    /// on standardised exports.
    /// </summary>
    /// <param name="workspace">The exports.</param>
    /// <returns>As many records as accounts. Tests, examples and the vendor's own records hold no field; the notes count them.</returns>
    /// <exception cref="WorkspaceException">No export holds accounts.</exception>
    public static MatchRecords Of(Workspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var fields = RecordFields.Of(workspace, workspace.Accounts);
        var name = fields.Text(Name, Role.AccountName, CompanyName.Normalize);
        return fields.Records(
            Role.AccountId,
            name.AsPersonal(),
            RecordFields.Derived(NameLetters, name, SortedLetters).AsPersonal(),
            RecordFields.Derived(NameInitial, name, static n => n[..1]).AsPersonal(),
            RecordFields.Derived(NameStart, name, static n => Telling(n.Split(' ')[0])).AsPersonal(),
            RecordFields.Derived(NameEnd, name, static n => n.Contains(' ', StringComparison.Ordinal) ? Telling(n.Split(' ')[^1]) : null).AsPersonal(),
            fields.FirstOf(MatchField.Domain, DomainOf(fields), AccountContacts.Domains(workspace, fields)).AsPersonal(),
            fields.Text(MatchField.Phone, Role.Phone, PhoneDigits.Of).AsPersonal(),
            fields.Text(Country, Role.Country, PlaceText.Country),
            fields.Text(City, Role.City, Fingerprint.Of),
            fields.Text(Postcode, Role.PostalCode, PlaceText.Postcode),
            fields.Text(MatchField.Industry, Role.Industry, Fingerprint.Of),
            fields.Text(MatchField.Employees, Role.Employees, static n => Fingerprint.Of(n) is var text and not "0" ? text : null));
    }

    /// <summary>Returns the domain of each account from its domain, website or email, whichever speaks first; free mail does not.</summary>
    internal static TextColumn DomainOf(RecordFields fields) => fields.FirstOf(
        MatchField.Domain,
        fields.Text(MatchField.Domain, Role.Domain, Audit.DuplicateAccounts.Company),
        fields.Text(MatchField.Domain, Role.Website, Audit.DuplicateAccounts.Company),
        fields.Text(MatchField.Domain, Role.Email, Audit.DuplicateAccounts.Company));

    private static string? Telling(string word) => word.Length >= TellingWord ? word : null;

    /// <summary>Returns the letters of a name in order of the alphabet: names in which letters were swapped share them.</summary>
    private static string? SortedLetters(string name)
    {
        var letters = name.Replace(" ", string.Empty, StringComparison.Ordinal).ToCharArray();
        if (letters.Length < TellingName) return null;
        Array.Sort(letters);
        return new string(letters);
    }
}
