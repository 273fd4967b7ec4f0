using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;
using static System.FormattableString;

namespace Segmentation.Enrich;

/// <summary>Attaches contacts without a company to the account whose domain their email has.</summary>
public static class OrphanAttachment
{
    /// <summary>
    /// Returns the workspace in which every orphan contact whose email domain exactly one account has points at that account. A contact is an orphan where it
    /// names no account, or one that does not exist. A free-mail provider's domain attaches nobody; a domain of several accounts is not decided.
    /// </summary>
    /// <param name="workspace">Accounts with an identifier and a website or domain, contacts with an email, and the limit for contacts with a company.</param>
    /// <returns>The new workspace and its change; where the contacts have no account column, one called <c>account_id</c> is added. What could not be attached is listed with its reason.</returns>
    /// <exception cref="WorkspaceException">There are no accounts, no contacts, or the accounts have no identifier.</exception>
    public static OrphanAttachmentResult Run(Workspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var (accounts, contacts) = (workspace.Accounts, workspace.Contacts);
        var ids = accounts.Require(Role.AccountId);
        var before = contacts.Table;
        var own = contacts.Find(Role.AccountId);
        var accountOf = own is null ? [.. Enumerable.Repeat(-1, before.RowCount)] : AccountIndex.Of(ids).RowsOf(own);
        var orphans = Enumerable.Range(0, before.RowCount).Where(row => accountOf[row] < 0).ToArray();
        var (attached, account, ambiguous, rivals) = OrphanContacts.Match(accounts, contacts, orphans);

        // An account without an identifier cannot be pointed at.
        var sound = Enumerable.Range(0, attached.Length).Where(i => !ids.IsNull(account[i])).ToArray();
        (attached, account) = ([.. sound.Select(i => attached[i])], [.. sound.Select(i => account[i])]);
        var email = RoleText.Of(contacts, Role.Email);
        var raw = Enumerable.Range(0, before.RowCount).Select(row => own is null || own.IsNull(row) ? null : own.Raw(row)).ToArray();

        // A column of numbers cannot hold identifiers with letters: a new one takes its place.
        var isNew = own is null || (own.Type != ColumnType.Text && own.Type != ids.Type);
        var target = isNew ? Column.Of(Free(before), raw).AsPersonal(own?.IsPersonal ?? false) : own!;
        for (var i = 0; i < attached.Length; i++) raw[attached[i]] = ids.Raw(account[i]);
        var after = attached.Length == 0 ? before : before.With(target.WithRaw(raw));
        var change = TableChange.Between(
            "attach orphan contacts", before, after, contacts.Find(Role.ContactId)?.Name,
            (row, _) => $"domain {DuplicateAccounts.Company(email(row)!)} is this account's alone{(own is null || own.IsNull(row) ? string.Empty : "; the account named before does not exist")}");
        var added = isNew && attached.Length > 0 ? new[] { (Role.AccountId, target.Name) } : [];
        return new OrphanAttachmentResult
        {
            Workspace = attached.Length == 0 ? workspace : workspace.With(contacts, after, added),
            Changes = [change],
            Contacts = before.RowCount,
            Orphans = orphans.Length,
            Attached = attached.Length,
            Limit = workspace.Limits.ContactsWithCompany,
            LeftOver = LeftOver(contacts, orphans, [.. attached], ambiguous.Zip(rivals).ToDictionary(), email, own),
        };
    }

    private static string Free(Table table)
    {
        var name = SnakeName.Of(Role.AccountId);
        var free = name;
        for (var i = 2; table.Find(free) is not null; i++) free = Invariant($"{name}_{i}");
        return free;
    }

    private static Table LeftOver(Export contacts, int[] orphans, HashSet<int> attached, Dictionary<int, int> rivals, Func<int, string?> email, Column? own)
    {
        var rows = orphans.Where(row => !attached.Contains(row)).ToArray();
        var columns = EnrichmentRun.Who(contacts, rows);
        columns.Add(Column.Of("names an account", rows.Select(row => (bool?)(own is not null && !own.IsNull(row)))));
        columns.Add(Column.Of("why not attached", rows.Select(Why)));
        return new Table("contacts still without a company", columns);

        string Why(int row)
        {
            if (rivals.TryGetValue(row, out var accounts)) return Invariant($"domain of {accounts} accounts: merge them, or choose");
            if (email(row) is not { } address) return OrphanAttachmentResult.NoEmail;
            if (Text.WebDomain.Of(address) is not { } domain) return OrphanAttachmentResult.NoDomain;
            return Text.WebDomain.IsFreeMail(domain) ? OrphanAttachmentResult.FreeMail : OrphanAttachmentResult.Unknown;
        }
    }
}
