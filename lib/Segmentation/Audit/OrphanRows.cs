using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>ARR rows, subscriptions and engagement rows whose account does not exist.</summary>
internal static class OrphanRows
{
    private const int MonthsInYear = 12;

    public static void Find(Workspace workspace, OrphanFindings found)
    {
        foreach (var (kind, check) in new[] { (EntityKind.ArrHistory, "arr-without-account"), (EntityKind.Engagement, "engagement-without-account") })
        {
            var exports = workspace.Exports.Where(e => e.Kind == kind).ToList();
            if (exports.Count == 0) found.NotChecked(check, kind.ToString(), $"No export holds {(kind == EntityKind.ArrHistory ? "ARR or subscriptions" : "engagement")}: nothing to compare with the accounts.");
            foreach (var export in exports) Find(workspace, export, check, found);
        }
    }

    private static void Find(Workspace workspace, Export export, string check, OrphanFindings found)
    {
        var (keys, accountOf) = (export.Find(Role.AccountId), found.Arr.AccountOfRow(export));
        var noun = "account";
        if (keys is null && export.Find(Role.ContactId) is { } contactKeys && workspace.Find(EntityKind.Contacts)?.Find(Role.ContactId) is { } contactIds)
        {
            (keys, accountOf, noun) = (contactKeys, AccountIndex.Of(contactIds).RowsOf(contactKeys), "contact");
        }

        if (keys is null || accountOf is null)
        {
            found.NotChecked(check, export.File, $"{export.File} was not compared with the accounts: it takes the account's identifier in both.");
            return;
        }

        var rows = OrphanFindings.Rows(export, row => accountOf[row] < 0 && !keys.IsNull(row));
        var missing = rows.Select(keys.Raw).Distinct().Count();
        found.Count(export, check, Severity.Error, $"rows whose {noun} does not exist" + (missing == 0 ? string.Empty : $" ({Phrase.Count(missing, noun)})"), rows, keys.Length, Arr(export, keys, rows, workspace.AsOf), keys);
        found.Count(export, check + "-none", Severity.Warn, $"rows that name no {noun}", OrphanFindings.Rows(export, keys.IsNull), keys.Length, null);
    }

    /// <summary>Returns the ARR of the missing accounts: of snapshots the latest of each account, of subscriptions those that run on the date.</summary>
    private static double? Arr(Export export, Column keys, int[] rows, DateTime asOf)
    {
        var (arr, mrr) = (export.Find(Role.Arr) as NumberColumn, export.Find(Role.Mrr) as NumberColumn);
        if (arr is null && mrr is null) return null;
        if (export.Find(Role.Period) is DateColumn period)
        {
            return rows.Where(row => !period.IsNull(row)).GroupBy(keys.Raw).Sum(account =>
            {
                var latest = account.Max(row => period.Values[row]);
                return account.Where(row => period.Values[row] == latest).Sum(Amount);
            });
        }

        var (start, end) = (export.Find(Role.StartDate) as DateColumn, export.Find(Role.EndDate) as DateColumn);
        return rows.Where(row => !(start?[row] > asOf) && !(end?[row] < asOf)).Sum(Amount);

        double Amount(int row) => arr?[row] ?? mrr?[row] * MonthsInYear ?? 0;
    }
}
