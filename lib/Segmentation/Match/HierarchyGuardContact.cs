using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Text;

namespace Segmentation.Match;

/// <summary>What the guard knows of a person, and what tells them from another.</summary>
/// <param name="FirstNames">Which first names can be one person's.</param>
/// <param name="First">First names, folded, by space.</param>
/// <param name="Last">Family name, folded, letters and digits only.</param>
/// <param name="Mailbox">What stands before the @, folded, without the number at its end, letters only.</param>
/// <param name="Number">The number at the end of the mailbox; empty where it has none, or one too long to number people.</param>
/// <param name="Domain">The company's domain in the email; free mail is none.</param>
/// <param name="Email">The address, normalised; null also where it is malformed.</param>
internal sealed record HierarchyGuardContact(
    HierarchyGuardFirstNames FirstNames, string? First, string? Last, string? Mailbox, string Number, string? Domain, string? Email) : HierarchyGuardProfile
{
    /// <summary>Returns the profile of each row of an export of contacts.</summary>
    public static Func<int, HierarchyGuardProfile?> Of(Export contacts, HierarchyGuardOptions options)
    {
        var (first, last, full, email) = (RoleText.Of(contacts, Role.FirstName), RoleText.Of(contacts, Role.LastName), RoleText.Of(contacts, Role.FullName), RoleText.Of(contacts, Role.Email));
        var names = new HierarchyGuardFirstNames(options);
        return row =>
        {
            var (given, family) = first(row) is null && last(row) is null ? Parts(full(row)) : (first(row), last(row));
            var address = email(row) is { } text && EmailAddress.Normalize(text) is var key && EmailAddress.IsWellFormed(key) ? key : null;
            var (mailbox, number) = address is null ? (null, string.Empty) : Parts(address[..address.IndexOf('@', StringComparison.Ordinal)], options.MailboxDigits);
            return new HierarchyGuardContact(names, Words(given), Words(family)?.Replace(" ", string.Empty, StringComparison.Ordinal), mailbox, number, DuplicateAccounts.Company(address), address);
        };
    }

    /// <inheritdoc/>
    public override string? Veto(HierarchyGuardProfile other)
    {
        if (other is not HierarchyGuardContact theirs || First is null || Last is null || theirs.First is null || theirs.Last is null || SharesMailbox(theirs)) return null;
        if (!IsTurned(theirs) && !FirstNames.CanBeOne(First, theirs.First)) return "two first names";
        return (Last == theirs.Last || IsTurned(theirs)) && Domain is not null && Domain == theirs.Domain && Number != theirs.Number && IsNamed && theirs.IsNamed
            ? "one name, and mailboxes that the company numbers" : null;
    }

    /// <inheritdoc/>
    public override string? Doubt(HierarchyGuardProfile other)
    {
        if (other is not HierarchyGuardContact theirs || First is null || Last is null || theirs.First is null || theirs.Last is null || SharesMailbox(theirs)) return null;
        if (Last == theirs.Last || IsTurned(theirs))
            return Domain is not null && Domain == theirs.Domain ? "one name and two mailboxes at one company: a person with two addresses, or two people of one name" : null;
        return FirstNames.Misspelt(Last, theirs.Last) ? null : "one first name and two family names: a change of name, or two people";
    }

    /// <summary>Gets whether the mailbox is made from the family name, so that a number at its end tells people of one name apart.</summary>
    private bool IsNamed => Mailbox is not null && Mailbox.Contains(Last!, StringComparison.Ordinal);

    /// <summary>One address is one person, unless it is a desk's.</summary>
    private bool SharesMailbox(HierarchyGuardContact other) => Email is not null && Email == other.Email && !DuplicateContacts.IsDesk(Email);

    /// <summary>First and family name changed places.</summary>
    private bool IsTurned(HierarchyGuardContact other) => First == other.Last && Last == other.First;

    private static (string? First, string? Last) Parts(string? full)
    {
        if (full is null) return (null, null);
        var comma = full.IndexOf(',', StringComparison.Ordinal);
        if (comma > 0) return (full[(comma + 1)..], full[..comma]);
        var trimmed = full.Trim();
        var space = trimmed.LastIndexOf(' ');
        return space < 0 ? (null, trimmed) : (trimmed[..space], trimmed[space..]);
    }

    private static string? Words(string? name) => name is null ? null : string.Concat(Folding.Fold(name).Select(c => char.IsLetterOrDigit(c) ? c : c is '\'' or '’' ? '\0' : ' '))
        .Replace("\0", string.Empty, StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words ? string.Join(' ', words) : null;

    private static (string Letters, string Number) Parts(string local, int mostDigits)
    {
        var name = Folding.Fold(local.Split('+')[0]);
        var end = name.AsSpan().TrimEnd("0123456789").Length;
        var number = name.Length - end <= mostDigits ? name[end..] : string.Empty;
        return (string.Concat(name[..end].Where(char.IsLetter)), number);
    }
}
