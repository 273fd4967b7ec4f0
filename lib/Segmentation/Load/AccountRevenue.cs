using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>The ARR of each account, from wherever the exports hold it.</summary>
internal static class AccountRevenue
{
    private const int MonthsInAYear = 12;

    /// <summary>
    /// Returns ARR aligned with the accounts, and where it comes from. The accounts' own ARR comes first, then 12 times their MRR, then
    /// the latest snapshot at or before the as-of date, then the subscriptions active on it. Negative amounts stay. Where the accounts
    /// repeat an id, a sum from another file stands on the id's first row only, so that a total counts it once.
    /// </summary>
    public static (NumberColumn? Arr, string? Source) Of(ImmutableArray<Export> exports, DateTime asOf)
    {
        if (exports.FirstOrDefault(e => e.Kind == EntityKind.Accounts) is not { } accounts) return (null, null);
        foreach (var (role, times) in new[] { (Role.Arr, 1), (Role.Mrr, MonthsInAYear) })
        {
            if (accounts.Find(role) is not NumberColumn own || own.NullCount == own.Length) continue;
            return (Amounts(own, times), times == 1 ? $"column '{own.Name}' of {accounts.File}" : $"12 x column '{own.Name}' of {accounts.File}");
        }

        return OfHistory(exports, asOf);
    }

    /// <summary>Returns ARR on a date as the history alone says it, aligned with the accounts, and where it comes from: what an account pays today says nothing of what it
    /// paid then. Null where no history reaches back to the date.</summary>
    public static (NumberColumn? Arr, string? Source) OfHistory(ImmutableArray<Export> exports, DateTime asOf)
    {
        if (exports.FirstOrDefault(e => e.Kind == EntityKind.Accounts) is not { } accounts) return (null, null);
        foreach (var history in exports.Where(e => e.Kind == EntityKind.ArrHistory).OrderByDescending(e => e.Confidence))
        {
            if (accounts.Find(Role.AccountId) is { } key && FromHistory(history, asOf) is { } sums) return (Align(key, sums.ByAccount), sums.Source);
        }

        return (null, null);
    }

    private static NumberColumn Amounts(NumberColumn own, int times)
    {
        var values = own.Values.ToArray();
        for (var i = 0; i < values.Length; i++) values[i] *= times;
        return NumberColumn.Create("arr", values, NumberFormat.Money);
    }

    private static (Dictionary<string, double> ByAccount, string Source)? FromHistory(Export history, DateTime asOf)
    {
        var (amounts, times) = history.Find(Role.Arr) is NumberColumn arr ? (arr, 1) : (history.Find(Role.Mrr) as NumberColumn, MonthsInAYear);
        if (amounts is null || history.Find(Role.AccountId) is not { } account) return null;
        Func<int, bool> counts;
        string source;
        if (history.Find(Role.Period) is DateColumn period)
        {
            DateTime? latest = null;
            for (var row = 0; row < period.Length; row++)
            {
                if (period[row] is { } day && day <= asOf && !(day <= latest)) latest = day;
            }

            if (latest is not { } snapshot) return null;
            counts = row => period[row] == snapshot;
            source = $"snapshot of {DateColumn.Show(snapshot)} in {history.File}";
        }
        else
        {
            var (start, end) = (history.Find(Role.StartDate) as DateColumn, history.Find(Role.EndDate) as DateColumn);
            if (start is null && end is null) return null;

            // Both ends belong to the subscription: one that ends on the as-of date still pays that day.
            counts = row => !(start?[row] > asOf) && !(end?[row] < asOf.Date);
            source = $"subscriptions active on {DateColumn.Show(asOf.Date)} in {history.File}";
        }

        var sums = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var row = 0; row < account.Length; row++)
        {
            if (account.IsNull(row)) continue;
            var id = account.Raw(row).Trim();
            var amount = counts(row) ? (amounts[row] ?? 0) * times : 0;
            sums[id] = sums.GetValueOrDefault(id) + amount;
        }

        return (sums, (times == 1 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"{times} x MRR, ")) + source);
    }

    private static NumberColumn Align(Column key, Dictionary<string, double> sums)
    {
        var values = new double[key.Length];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = !key.IsNull(row) && key.Raw(row).Trim() is var id && sums.TryGetValue(id, out var sum) && seen.Add(id) ? sum : double.NaN;
        }

        return NumberColumn.Create("arr", values, NumberFormat.Money);
    }
}
