using System.Collections;
using System.Collections.Immutable;
using System.Globalization;

namespace Segmentation.Load;

/// <summary>Lays the rows of a history out by account and month, and says what it found on the way.</summary>
internal static class RevenueMonths
{
    private const int MonthsInAYear = 12;

    public static RevenueHistory? Read(Workspace workspace)
    {
        if (workspace.AsOf <= DateTime.MinValue.AddYears(2)) return null;
        var (histories, asOf) = (RevenueRows.Of(workspace.Exports).ToArray(), RevenueRows.Day(workspace.AsOf));
        var (events, churnDays) = ChurnEvents.Of(workspace);
        foreach (var rows in histories.Append(events).OfType<RevenueRows>())
        {
            if (Range(rows, asOf) is not { } range) continue;
            return Lay(workspace, rows, range.From, range.To, rows == events ? ImmutableDictionary<string, ImmutableArray<int>>.Empty : churnDays, [.. histories.Where(h => h != rows)]);
        }

        return null;
    }

    /// <summary>Returns the first and the last day that months are laid out for; null where nothing is dated before the exports.</summary>
    private static (DateTime From, DateTime To)? Range(RevenueRows rows, int asOf)
    {
        int first, last;
        if (rows.Snapshots is { } snapshots)
        {
            last = rows.SnapshotOn(asOf);
            if (last < 0) return null;
            first = 0;
            for (var at = last; at > 0; at--)
            {
                if (snapshots[at] - snapshots[at - 1] <= WorkspaceOptions.Default.FarFutureDays || 2 * at > last) continue;
                first = at;
                break;
            }

            (first, last) = (snapshots[first], snapshots[last]);
        }
        else
        {
            // Where the start is not known, the month before the end is paid: without it nobody could be seen to leave.
            const int MonthBefore = 31;
            var earliest = int.MaxValue;
            for (var row = 0; row < rows.RowCount; row++)
            {
                var (account, begin, end, _) = rows[row];
                if (account >= 0 && begin <= asOf) earliest = Math.Min(earliest, begin == RevenueRows.OpenStart ? Math.Min(end, asOf) - MonthBefore : begin);
            }

            if (earliest == int.MaxValue) return null;
            (first, last) = (earliest, asOf);
        }

        var (from, to) = (RevenueRows.Date(first), RevenueRows.Date(last));
        var longest = new DateTime(to.Year, to.Month, 1).AddMonths(1 - WorkspaceOptions.Default.HistoryMonths);
        return (from < longest ? longest : from, to);
    }

    private static RevenueHistory Lay(Workspace workspace, RevenueRows rows, DateTime from, DateTime to, IReadOnlyDictionary<string, ImmutableArray<int>> churnDays, ImmutableArray<RevenueRows> others)
    {
        var months = (((to.Year - from.Year) * MonthsInAYear) + to.Month - from.Month) + 1;
        ImmutableArray<DateTime> ends = [.. Enumerable.Range(0, months).Select(m => new DateTime(from.Year, from.Month, 1).AddMonths(m + 1).AddDays(-1)).Select(d => d < workspace.AsOf.Date ? d : workspace.AsOf.Date)];
        int[] days = [.. ends.Select(RevenueRows.Day)];
        var amounts = rows.On(days);
        var (silent, below) = (new BitArray(amounts.Length), new Dictionary<int, double>());
        for (var at = 0; at < amounts.Length; at++)
        {
            if (double.IsNaN(amounts[at])) (silent[at], amounts[at]) = (true, 0);
            else if (amounts[at] < 0)
            {
                below[at] = amounts[at];
                amounts[at] = at % months == 0 ? 0 : amounts[at - 1];
            }
        }

        var dates = new Dictionary<int, ImmutableArray<int>>();
        foreach (var (id, left) in churnDays)
        {
            if (rows.Find(id) is >= 0 and var account) dates[account] = left;
        }

        var history = new RevenueHistory(rows, amounts, silent, below, dates)
        {
            Source = (rows.IsMonthly ? string.Create(CultureInfo.InvariantCulture, $"{MonthsInAYear} x MRR, ") : string.Empty)
                + (rows.IsEvents ? $"churn dates and today's ARR in {rows.Export.File}" : rows.Snapshots is null ? $"subscriptions in {rows.Export.File}" : $"snapshots in {rows.Export.File}")
                + (dates.Count > 0 ? ", days of churn from the churn dates" : string.Empty),
            Months = ends,
            Ids = [.. rows.Ids],
        };
        return history with { Findings = new RevenueFindings(workspace, rows, history, days, below, dates, others).All() };
    }
}
