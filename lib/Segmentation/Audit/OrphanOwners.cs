using Segmentation.Load;
using Segmentation.Tables;
using Segmentation.Text;

namespace Segmentation.Audit;

/// <summary>Accounts that nobody looks after: no owner, an owner who is no user, or one who has left.</summary>
internal static class OrphanOwners
{
    public static void Find(Workspace workspace, OrphanFindings found)
    {
        if (workspace.Find(EntityKind.Accounts) is not { } accounts || accounts.Find(Role.OwnerId) is not { } owners)
        {
            found.NotChecked("owners", "accounts", "Owners were not checked: it takes an export of accounts with the owner's identifier.");
            return;
        }

        Count("owner-none", Severity.Warn, "accounts without an owner", OrphanFindings.Rows(accounts, owners.IsNull), owners.Length);
        if (workspace.Find(EntityKind.Users) is not { } users || users.Find(Role.UserId) is not { } ids)
        {
            found.NotChecked("owner-missing", accounts.File, "Owners were not compared with users: no export holds users with an identifier.");
            return;
        }

        var userOf = AccountIndex.Of(ids).RowsOf(owners);
        var owned = owners.Length - owners.NullCount;
        Count("owner-missing", Severity.Warn, "accounts whose owner is not a user", OrphanFindings.Rows(accounts, row => userOf[row] < 0 && !owners.IsNull(row)), owned);
        if (users.Find(Role.IsActive) is not { } active)
        {
            found.NotChecked("owner-inactive", users.File, "Whether owners are still active was not checked: the users have no such column.");
            return;
        }

        Count("owner-inactive", Severity.Error, "accounts whose owner is no longer active", OrphanFindings.Rows(accounts, row => userOf[row] >= 0 && IsOff(active, userOf[row])), owned);

        void Count(string check, Severity severity, string what, int[] rows, int looked) =>
            found.Count(accounts, check, severity, what, rows, looked, found.Arr.Of(accounts, rows), owners);
    }

    private static bool IsOff(Column active, int row) => !active.IsNull(row) && active switch
    {
        BooleanColumn flag => !flag.Values[row],
        NumberColumn number => number.Values[row] == 0,
        _ => Folding.Fold(active.Raw(row)).Trim() is "false" or "no" or "n" or "0" or "inactive" or "deactivated" or "disabled" or "frozen" or "terminated",
    };
}
