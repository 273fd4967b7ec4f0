using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Text;
using static System.FormattableString;

namespace Segmentation.Match;

/// <summary>What the guard knows of a company, and what tells it from another.</summary>
/// <param name="Parents">The hierarchy that <paramref name="Node"/> is in.</param>
/// <param name="Names">What counts as one name.</param>
/// <param name="Node">Row of the account among those with a parent or children; -1 where it has neither.</param>
/// <param name="Name">Normalised name.</param>
/// <param name="Domain">Registrable domain of its own; free mail is none.</param>
/// <param name="Country">ISO code; null also where the text is no country's name.</param>
/// <param name="Phone">Digits of the phone.</param>
/// <param name="PostalCode">Letters and digits of the postcode, folded.</param>
internal sealed record HierarchyGuardAccount(
    HierarchyGuardParents Parents, HierarchyGuardNames Names, int Node, string? Name, string? Domain, string? Country, string? Phone, string? PostalCode) : HierarchyGuardProfile
{
    /// <summary>Returns the profile of each row of an export of accounts.</summary>
    public static Func<int, HierarchyGuardProfile?> Of(Export accounts, HierarchyGuardOptions options)
    {
        var (name, country, phone) = (RoleText.Of(accounts, Role.AccountName), RoleText.Of(accounts, Role.Country), RoleText.Of(accounts, Role.Phone));
        var (postal, domain) = (RoleText.Of(accounts, Role.PostalCode), DuplicateAccounts.DomainOf(accounts));
        var parents = HierarchyGuardParents.Of(accounts, options);
        var names = HierarchyGuardNames.Of(accounts.Table.RowCount, Key, options);
        return row => new HierarchyGuardAccount(
            parents, names, parents.NodeOf(row), Key(row), domain(row), country(row) is { } where ? CountryName.CodeOf(where) : null,
            phone(row) is { } number && string.Concat(number.Where(char.IsAsciiDigit)) is { Length: > 0 } digits ? digits : null,
            postal(row) is { } code && string.Concat(Folding.Fold(code).Where(char.IsLetterOrDigit)) is { Length: > 0 } place ? place : null);

        string? Key(int row) => name(row) is { } text && CompanyName.Normalize(text) is { Length: > 0 } key ? key : null;
    }

    /// <inheritdoc/>
    public override string? Veto(HierarchyGuardProfile other) => other is HierarchyGuardAccount theirs ? Veto(theirs) : null;

    /// <inheritdoc/>
    public override string? Doubt(HierarchyGuardProfile other) => other is HierarchyGuardAccount { Domain: { } domain, Name: { } name } && Domain == domain && Name is not null && Name != name && !Names.Misspelt(Name, name)
        ? "one website under two names: a rename, a trade name or a sister company" : null;

    private string? Veto(HierarchyGuardAccount other)
    {
        var alike = Name is not null && other.Name is not null && (Name == other.Name || Names.Misspelt(Name, other.Name));
        if (Parents.IsAbove(Node, other.Node) || Parents.IsAbove(other.Node, Node)) return "parent and subsidiary";
        if (!alike && Name is not null && other.Name is not null && Parents.ShareParent(Node, other.Node)) return "two subsidiaries of one parent, under different names";
        if (Country is not null && other.Country is not null && Country != other.Country)
        {
            var (first, second) = string.CompareOrdinal(Country, other.Country) < 0 ? (Country, other.Country) : (other.Country, Country);
            return Invariant($"{(alike ? "one name" : Domain is not null && Domain == other.Domain ? "one domain" : "two names")} in two countries ({first}, {second})");
        }

        if (Domain is not null && other.Domain is not null && Domain != other.Domain && !Names.Misspelt(Domain, other.Domain)) return "each has a domain of its own";
        return Name is not null && other.Name is not null && !alike && Names.NothingInCommon(Name, other.Name) && !SameAddress(other)
            ? Domain is not null && Domain == other.Domain ? "one website, and names that have nothing in common" : "names that have nothing in common"
            : null;
    }

    private bool SameAddress(HierarchyGuardAccount other) => (Phone is not null && Phone == other.Phone) || (PostalCode is not null && PostalCode == other.PostalCode);
}
