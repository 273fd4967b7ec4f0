using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Framework;

/// <summary>Who the records are and who looks after them: ids, names, owners, the ARR behind contacts, and which were there on the date.</summary>
internal sealed class RecordPeople(RecordSources sources, RecordFields fields)
{
    /// <summary>Returns the ids as text.</summary>
    /// <exception cref="WorkspaceException">No column holds them.</exception>
    public static TextColumn Ids(Export export, EntityKind of)
    {
        var role = of == EntityKind.Contacts ? Role.ContactId : Role.AccountId;
        return Text(export.Find(role) ?? export.Find(Role.RecordId) ?? export.Require(role), "id");
    }

    /// <summary>Returns the names, of contacts the full name or first and last; null where there are none.</summary>
    public static TextColumn? Names(Export export, EntityKind of)
    {
        if (export.Find(of == EntityKind.Contacts ? Role.FullName : Role.AccountName) is { } whole) return Personal(Text(whole, "name"));
        if (of != EntityKind.Contacts || (export.Find(Role.FirstName), export.Find(Role.LastName)) is not ({ } first, { } last)) return null;
        return Personal(Column.Of("name", Enumerable.Range(0, export.Table.RowCount).Select(row => $"{first.Display(row)} {last.Display(row)}".Trim() is { Length: > 0 } name ? name : null)));
    }

    /// <summary>Returns who looks after each record; null where the exports do not say.</summary>
    public TextColumn? Owners(EntityKind of)
    {
        var own = Own(sources.Export(of));
        if (of != EntityKind.Contacts || !HasAccounts || Own(sources.Export(EntityKind.Accounts)) is not { } theirs) return own;
        var ofAccount = (TextColumn)theirs.Take(fields.AccountOfContacts());
        return own is null ? ofAccount : Personal(Column.Of("owner", Enumerable.Range(0, own.Length).Select(row => own[row] ?? ofAccount[row])));
    }

    /// <summary>Returns the ARR of each contact's account; null where contacts or ARR do not say.</summary>
    public NumberColumn? ArrOfContacts() => HasAccounts && sources.Arr is { } arr ? (NumberColumn)arr.Take(fields.AccountOfContacts()) : null;

    /// <summary>Returns the rows that were there on the date; null where all were. An account that pays was there, whenever its record was made.</summary>
    public int[]? ThereOnDate(Export export, NumberColumn? arr)
    {
        if (!sources.IsPast || export.Find(Role.CreatedDate) is not DateColumn created) return null;
        int[] there = [.. Enumerable.Range(0, created.Length).Where(row => !(created[row]?.Date > sources.AsOf.Date) || arr?[row] > 0)];
        return there.Length == created.Length ? null : there;
    }

    private bool HasAccounts => sources.Workspace.Find(EntityKind.Accounts)?.Find(Role.AccountId) is not null && sources.Workspace.Find(EntityKind.Contacts)?.Find(Role.AccountId) is not null;

    private TextColumn? Own(Export export)
    {
        var (manager, owner) = (export.Find(Role.OwnerName), export.Find(Role.OwnerId));
        if (owner is null) return manager is null ? null : Personal(Text(manager, "owner"));
        var name = UserNames(owner);
        return Personal(Column.Of("owner", Enumerable.Range(0, owner.Length).Select(row => manager?.IsNull(row) == false ? manager.Display(row) : name(row))));
    }

    /// <summary>Returns the name of the user that owns a row; the id where no user has it.</summary>
    private Func<int, string?> UserNames(Column owner)
    {
        string? Id(int row) => owner.IsNull(row) ? null : owner.Raw(row);
        if (sources.Workspace.Find(EntityKind.Users) is not { } users || users.Find(Role.UserId) is not { } ids) return Id;
        var (userOf, names) = (AccountIndex.Of(ids).RowsOf(owner), Names(users, EntityKind.Contacts));
        return row => userOf[row] >= 0 && names?[userOf[row]] is { } name ? name : Id(row);
    }

    private static TextColumn Personal(TextColumn column) => (TextColumn)column.AsPersonal();

    private static TextColumn Text(Column column, string name) => column is TextColumn text
        ? (TextColumn)text.Rename(name)
        : Column.Of(name, Enumerable.Range(0, column.Length).Select(row => column.IsNull(row) ? null : column.Raw(row)));
}
