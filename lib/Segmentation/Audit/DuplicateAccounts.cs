using Segmentation.Load;
using Segmentation.Text;

namespace Segmentation.Audit;

/// <summary>Finds the account records that are one company.</summary>
/// <remarks>One name is one company unless something known speaks against it: another domain, another country, or one being the
/// other's parent. A shared domain under different names is a group or a subsidiary as often as a duplicate, so it joins nothing.</remarks>
internal static class DuplicateAccounts
{
    private const int SameId = 0;
    private const int SameName = 1;
    private const int SameDomain = 2;

    public static DuplicateSearch Find(Export accounts, AuditOptions options)
    {
        var search = new DuplicateSearch(accounts, options.GenericKeyRecords, "account id", "company name", "domain");
        var name = NameOf(accounts);
        var domain = DomainOf(accounts);
        var country = CountryOf(accounts);
        var parent = ParentOf(accounts);

        search.Join(SameId, RoleText.Of(accounts, Role.AccountId));
        foreach (var (key, rows) in search.Groups(SameName, name))
        {
            var companies = Split(rows, domain).SelectMany(part => Split(part, country)).SelectMany(part => WithoutChildren(part, parent)).ToList();
            foreach (var company in companies) search.Entities.Join(company, SameName);
            if (companies.Count > 1) search.Possible.Add(("same name, but another domain or country, or parent and subsidiary", key, rows));
        }

        foreach (var (key, rows) in search.Groups(SameDomain, domain))
        {
            var names = rows.Select(name).Distinct().Count();
            if (names > 1 && rows.Select(search.Entities.Of).Distinct().Count() > 1) search.Possible.Add(("same domain, but another name", key, rows));
        }

        return search;
    }

    /// <summary>Returns the domain of each account from its domain, website or email, whichever speaks first; free mail does not.</summary>
    public static Func<int, string?> DomainOf(Export accounts)
    {
        var (site, own, email) = (RoleText.Of(accounts, Role.Website), RoleText.Of(accounts, Role.Domain), RoleText.Of(accounts, Role.Email));
        return row => Company(own(row)) ?? Company(site(row)) ?? Company(email(row));
    }

    /// <summary>Returns the domain in a website or email; null where there is none, or it is a free-mail provider's.</summary>
    public static string? Company(string? text) => text is not null && WebDomain.Of(text) is { } domain && !WebDomain.IsFreeMail(domain) ? domain : null;

    private static Func<int, string?> NameOf(Export accounts)
    {
        var name = RoleText.Of(accounts, Role.AccountName);
        return row => name(row) is { } text && CompanyName.Normalize(text) is { Length: > 0 } key ? key : null;
    }

    private static Func<int, string?> CountryOf(Export accounts)
    {
        var country = RoleText.Of(accounts, Role.Country);
        return row => country(row) is { } text ? CountryName.CodeOf(text) ?? Folding.Fold(text) : null;
    }

    private static Func<int, int> ParentOf(Export accounts)
    {
        if (accounts.Find(Role.ParentAccountId) is not { } parents || accounts.Find(Role.AccountId) is not { } ids) return static _ => -1;
        var rows = AccountIndex.Of(ids).RowsOf(parents);
        return row => rows[row];
    }

    /// <summary>Parts rows by a property. A row that lacks it goes with the others where they all agree; else such rows stay together, apart.</summary>
    private static IEnumerable<int[]> Split(int[] rows, Func<int, string?> property)
    {
        var known = rows.Select(property).OfType<string>().Distinct().ToList();
        return known.Count < 2 ? [rows] : rows.GroupBy(property).Select(g => g.ToArray());
    }

    private static IEnumerable<int[]> WithoutChildren(int[] rows, Func<int, int> parent)
    {
        var children = rows.Where(row => parent(row) is var p && p != row && rows.Contains(p)).ToList();
        return children.Count == 0 ? [rows] : children.Select(child => new[] { child }).Prepend([.. rows.Except(children)]);
    }
}
