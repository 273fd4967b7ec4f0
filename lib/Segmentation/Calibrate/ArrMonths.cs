using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Calibrate;

/// <summary>What each account paid on several dates, read from the history in one pass.</summary>
/// <remarks>As for one date: the amount of the latest snapshot on or before it, or of the subscriptions active on it; MRR counts twelve times.</remarks>
internal sealed class ArrMonths
{
    private const int MonthsInAYear = 12;

    private readonly Dictionary<string, int> placeOf;
    private readonly List<double[]> amounts;

    private ArrMonths(Dictionary<string, int> placeOf, List<double[]> amounts) => (this.placeOf, this.amounts) = (placeOf, amounts);

    /// <summary>Gets the ids of the history.</summary>
    public IEnumerable<string> Ids => placeOf.Keys;

    /// <summary>Returns what an account paid on each date; NaN where the history says nothing of it, null where it never does.</summary>
    public ReadOnlySpan<double> Of(string id) => placeOf.TryGetValue(id, out var place) ? amounts[place] : default;

    /// <summary>Returns the last day of the month of the latest snapshot on or before a date; the date itself for subscriptions, null without a history.</summary>
    public static DateTime? End(Workspace workspace)
    {
        if (History(workspace) is not { } history) return null;
        if (history.Find(Role.Period) is not DateColumn period) return workspace.AsOf;
        DateTime? latest = null;
        for (var row = 0; row < period.Length; row++)
        {
            if (period[row] is { } day && day <= workspace.AsOf && !(day <= latest)) latest = day;
        }

        if (latest is not { } last) return null;
        var end = last.Date.AddDays(DateTime.DaysInMonth(last.Year, last.Month) - last.Day);
        return end < workspace.AsOf ? end : workspace.AsOf;
    }

    /// <summary>Returns the amounts; null where no history reaches back to the first date.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="dates">Ascending.</param>
    public static ArrMonths? Read(Workspace workspace, DateTime[] dates)
    {
        if (History(workspace) is not { } history || history.Find(Role.AccountId) is not { } ids) return null;
        var (column, times) = history.Find(Role.Arr) is NumberColumn arr ? (arr, 1) : ((NumberColumn)history.Find(Role.Mrr)!, MonthsInAYear);
        if (Counts(history, dates) is not { } counts) return null;
        var (placeOf, amounts) = (new Dictionary<string, int>(StringComparer.Ordinal), new List<double[]>());
        var months = new List<int>();
        for (var row = 0; row < ids.Length; row++)
        {
            if (ids.IsNull(row)) continue;
            months.Clear();
            counts(row, months);
            if (months.Count == 0) continue;
            var id = ids.Raw(row).Trim();
            if (!placeOf.TryGetValue(id, out var place))
            {
                placeOf[id] = place = amounts.Count;
                var none = new double[dates.Length];
                Array.Fill(none, double.NaN);
                amounts.Add(none);
            }

            foreach (var month in months)
            {
                ref var sum = ref amounts[place][month];
                sum = (double.IsNaN(sum) ? 0 : sum) + ((column[row] ?? 0) * times);
            }
        }

        return new(placeOf, amounts);
    }

    private static Export? History(Workspace workspace) => workspace.Exports.Where(e => e.Kind == EntityKind.ArrHistory).OrderByDescending(e => e.Confidence)
        .FirstOrDefault(e => e.Find(Role.AccountId) is not null && (e.Find(Role.Arr) ?? e.Find(Role.Mrr)) is NumberColumn && (e.Find(Role.Period) is DateColumn || e.Find(Role.StartDate) is DateColumn || e.Find(Role.EndDate) is DateColumn));

    /// <summary>Returns what tells the dates that a row counts for; null where there is no snapshot for the first.</summary>
    private static Action<int, List<int>>? Counts(Export history, DateTime[] dates)
    {
        if (history.Find(Role.Period) is DateColumn period)
        {
            var days = new SortedSet<DateTime>();
            for (var row = 0; row < period.Length; row++)
            {
                if (period[row] is { } day) days.Add(day);
            }

            if (days.Count == 0 || days.Min > dates[0]) return null;
            var monthsOf = dates.Select((date, month) => (Day: days.GetViewBetween(DateTime.MinValue, date).Max, Month: month)).GroupBy(d => d.Day).ToDictionary(g => g.Key, g => g.Select(d => d.Month).ToArray());
            return (row, months) =>
            {
                if (period[row] is { } day && monthsOf.TryGetValue(day, out var found)) months.AddRange(found);
            };
        }

        // Both ends belong to the subscription.
        var (start, end) = (history.Find(Role.StartDate) as DateColumn, history.Find(Role.EndDate) as DateColumn);
        return (row, months) =>
        {
            for (var month = 0; month < dates.Length; month++)
            {
                if (!(start?[row] > dates[month]) && !(end?[row] < dates[month].Date)) months.Add(month);
            }
        };
    }
}
