using Segmentation.Load;
using Segmentation.Playbook;
using Segmentation.Tables;
using static System.FormattableString;

namespace Segmentation.Audit;

/// <summary>Contacts without a company, and the accounts without contacts.</summary>
internal sealed record OrphanContacts(double? WithCompany, double? AfterRescue, Table Rescue, Table Ambiguous)
{
    public static OrphanContacts Find(Workspace workspace, OrphanFindings found)
    {
        var accounts = workspace.Find(EntityKind.Accounts);
        var contacts = workspace.Find(EntityKind.Contacts);
        if (accounts is null || contacts?.Find(Role.AccountId) is not { } keys || found.Arr.AccountOfRow(contacts) is not { } accountOf)
        {
            found.NotChecked("contacts-without-company", contacts?.File ?? "contacts",
                "Contacts without a company cannot be counted: it takes an export of contacts with the account's identifier, and one of accounts with the same identifier.");
            return new OrphanContacts(null, null, new Table("rescue by email domain"), new Table("ambiguous email domains"));
        }

        var total = contacts.Table.RowCount;
        var orphans = OrphanFindings.Rows(contacts, row => accountOf[row] < 0);
        var (rescued, accountOfRescued, ambiguous, rivals) = Match(accounts, contacts, orphans);
        found.Count(contacts, "contacts-no-account", Severity.Warn, "contacts that name no account", [.. orphans.Where(keys.IsNull)], total, null, keys);
        found.Count(contacts, "contacts-dangling-account", Severity.Error, "contacts that point at an account that does not exist", [.. orphans.Where(row => !keys.IsNull(row))], total, null, keys);
        var rescue = Preview(accounts, contacts, rescued, accountOfRescued, found.Arr);
        var unclear = new Table("orphan contacts whose email domain several accounts have", Who(contacts, ambiguous).Append(Column.Of("accounts with the domain", rivals)));
        var with = total == 0 ? (double?)null : (double)(total - orphans.Length) / total;
        var after = total == 0 ? (double?)null : (double)(total - orphans.Length + rescued.Length) / total;
        Judge(workspace.Limits, contacts, found, orphans, with, after, rescued.Length, ambiguous.Length, rescue);
        CountWithoutContacts(accounts, found, accountOf);
        return new OrphanContacts(with, after, rescue, unclear);
    }

    private static void Judge(PlaybookLimits limits, Export contacts, OrphanFindings found, int[] orphans, double? with, double? after, int rescued, int ambiguous, Table rescue)
    {
        if (with is null) return;
        // "Above": a share that is exactly the limit does not meet it.
        var severity = with > limits.ContactsWithCompany ? Severity.Info : after > limits.ContactsWithCompany ? Severity.Warn : Severity.Error;
        found.Add(new Finding("contacts-without-company", contacts.File, severity, Invariant(
            $"{with:0.0%} of contacts have a company; {orphans.Length:#,0} have none. Their email domain would give {rescued:#,0} of these one account, which makes {after:0.0%}; {ambiguous:#,0} more match several accounts."),
            orphans.Length, (double)orphans.Length / contacts.Table.RowCount, null, Invariant($"contacts with a company above {limits.ContactsWithCompany:0.#%} (marketing database playbook)"), rescue));
    }

    private static void CountWithoutContacts(Export accounts, OrphanFindings found, int[] accountOf)
    {
        var has = new bool[accounts.Table.RowCount];
        foreach (var account in accountOf)
        {
            if (account >= 0) has[account] = true;
        }

        var without = OrphanFindings.Rows(accounts, row => !has[row]);
        found.Count(accounts, "accounts-without-contacts", Severity.Warn, "accounts without a contact", without, has.Length, found.Arr.Of(accounts, without));
    }

    /// <summary>Finds for each orphan the account whose domain its email has; free mail matches nothing.</summary>
    public static (int[] Rescued, int[] Account, int[] Ambiguous, int[] Rivals) Match(Export accounts, Export contacts, int[] orphans)
    {
        var email = RoleText.Of(contacts, Role.Email);
        var domainOf = DuplicateAccounts.DomainOf(accounts);
        var known = new Dictionary<string, (int First, int Count)>(StringComparer.Ordinal);
        foreach (var orphan in orphans)
        {
            if (DuplicateAccounts.Company(email(orphan)) is { } domain) known[domain] = (-1, 0);
        }

        for (var row = 0; known.Count > 0 && row < accounts.Table.RowCount; row++)
        {
            if (domainOf(row) is { } domain && known.TryGetValue(domain, out var seen)) known[domain] = (seen.Count == 0 ? row : seen.First, seen.Count + 1);
        }

        var matches = orphans.Select(orphan => (Orphan: orphan, Match: DuplicateAccounts.Company(email(orphan)) is { } domain ? known[domain] : (First: -1, Count: 0))).ToList();
        var rescued = matches.Where(m => m.Match.Count == 1).ToList();
        var ambiguous = matches.Where(m => m.Match.Count > 1).ToList();
        return ([.. rescued.Select(m => m.Orphan)], [.. rescued.Select(m => m.Match.First)], [.. ambiguous.Select(m => m.Orphan)], [.. ambiguous.Select(m => m.Match.Count)]);
    }

    private static Table Preview(Export accounts, Export contacts, int[] rows, int[] account, ArrAtStake arr)
    {
        var columns = Who(contacts, rows);
        foreach (var (label, role) in new[] { ("account id", Role.AccountId), ("account name", Role.AccountName) })
        {
            if (accounts.Find(role) is { } column) columns.Add(Column.Of(label, account.Select(row => column.IsNull(row) ? null : column.Raw(row))).AsPersonal(column.IsPersonal || role == Role.AccountName));
        }

        if (arr.AccountArr is { } money) columns.Add(money.Take(account).Rename("account ARR"));
        return new Table("orphan contacts whose email domain one account has", columns);
    }

    private static List<Column> Who(Export contacts, int[] rows)
    {
        var email = RoleText.Of(contacts, Role.Email);
        var columns = new List<Column>();
        if (contacts.Find(Role.ContactId) is { } id) columns.Add(Column.Of("contact id", rows.Select(id.Raw)).AsPersonal(id.IsPersonal));
        if (contacts.Find(Role.Email) is { } address) columns.Add(address.Take(rows).Rename("email").AsPersonal());
        columns.Add(Column.Of("domain", rows.Select(row => DuplicateAccounts.Company(email(row)))).AsPersonal());
        return columns;
    }
}
