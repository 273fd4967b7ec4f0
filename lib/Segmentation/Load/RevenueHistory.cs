using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>What each account paid in each calendar month, with what could not be taken as it stands.</summary>
/// <remarks>A snapshot dated in a month is that month's, and the month is over at its end: an account whose ARR is 0 in June's snapshot left in June. Gone from the snapshots is gone;
/// an amount below 0 is a mistake, and the one before it holds. A month of a subscription is paid where the subscription is active at the month's end, both its ends included.</remarks>
public sealed record RevenueHistory : Result
{
    private const int MonthsInAYear = 12;

    private readonly Dictionary<string, int> placeOf;
    private readonly double[] amounts;

    private RevenueHistory(Dictionary<string, int> placeOf, double[] amounts) => (this.placeOf, this.amounts) = (placeOf, amounts);

    /// <inheritdoc/>
    public override string ResultName => "revenue-history";

    /// <summary>Gets where the amounts come from, in words.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the last day of each month, m calendar months in a row without gap, ascending; the last one is the exports' own date where they end within a month.</summary>
    public required ImmutableArray<DateTime> Months { get; init; }

    /// <summary>Gets the ids of the accounts, length n, in the order in which the history names them first.</summary>
    public required ImmutableArray<string> Ids { get; init; }

    /// <summary>Gets what could not be taken as it stands, one sentence each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Returns the zero-based account of an id; -1 where the history does not name it.</summary>
    /// <param name="id">The id.</param>
    public int Find(string id) => placeOf.GetValueOrDefault(id, -1);

    /// <summary>Returns what an account paid in each month, at a year's rate, length m: 0 where it paid nothing, had gone, or had not come yet.</summary>
    /// <param name="account">Zero-based account.</param>
    public ReadOnlySpan<double> Of(int account) => amounts.AsSpan(account * Months.Length, Months.Length);

    /// <summary>Returns the zero-based month in whose end a date's state is: the latest that is over on the date; -1 where none is.</summary>
    /// <param name="date">The date, its evening meant.</param>
    public int MonthAt(DateTime date)
    {
        var at = Months.BinarySearch(date.Date);
        return at >= 0 ? at : ~at - 1;
    }

    /// <summary>Returns the history of a workspace; null where the exports hold none.</summary>
    /// <param name="workspace">The workspace, cleaned.</param>
    public static RevenueHistory? Read(Workspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var history = workspace.Exports.Where(e => e.Kind == EntityKind.ArrHistory).OrderByDescending(e => e.Confidence)
            .FirstOrDefault(e => e.Find(Role.AccountId) is not null && (e.Find(Role.Arr) ?? e.Find(Role.Mrr)) is NumberColumn && e.Find(Role.Period) is DateColumn);
        if (history is null) return null;
        var (ids, period) = (history.Find(Role.AccountId)!, (DateColumn)history.Find(Role.Period)!);
        var (column, times) = history.Find(Role.Arr) is NumberColumn arr ? (arr, 1) : ((NumberColumn)history.Find(Role.Mrr)!, MonthsInAYear);
        DateTime? first = null, last = null;
        for (var row = 0; row < period.Length; row++)
        {
            if (period[row] is not { } day || day > workspace.AsOf) continue;
            if (!(day >= first)) first = day;
            if (!(day <= last)) last = day;
        }

        if (first is not { } from || last is not { } to) return null;
        var months = (((to.Year - from.Year) * MonthsInAYear) + to.Month - from.Month) + 1;
        ImmutableArray<DateTime> ends = [.. Enumerable.Range(0, months).Select(m => new DateTime(from.Year, from.Month, 1).AddMonths(m + 1).AddDays(-1)).Select(d => d < workspace.AsOf.Date ? d : workspace.AsOf.Date)];
        var (placeOf, amounts, below) = (new Dictionary<string, int>(StringComparer.Ordinal), new List<double[]>(), 0);
        for (var row = 0; row < ids.Length; row++)
        {
            if (ids.IsNull(row) || period[row] is not { } day || day > workspace.AsOf) continue;
            var id = ids.Raw(row).Trim();
            if (!placeOf.TryGetValue(id, out var place))
            {
                placeOf[id] = place = amounts.Count;
                amounts.Add(new double[months]);
            }

            amounts[place][((day.Year - from.Year) * MonthsInAYear) + day.Month - from.Month] += (column[row] ?? 0) * times;
        }

        foreach (var paid in amounts)
        {
            for (var month = 0; month < months; month++)
            {
                if (!(paid[month] < 0)) continue;
                below++;
                paid[month] = month == 0 ? 0 : paid[month - 1];
            }
        }

        return new(placeOf, [.. amounts.SelectMany(a => a)])
        {
            Source = $"{(times == 1 ? string.Empty : "12 x MRR, ")}snapshots in {history.File}",
            Months = ends,
            Ids = [.. placeOf.OrderBy(p => p.Value).Select(p => p.Key)],
            Notes = below == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"{below:#,0} amounts below 0, which are mistakes: the amount before each holds.")],
        };
    }

    /// <summary>Returns one row a month: accounts that paid, and what they paid.</summary>
    public override Table ToTable()
    {
        var (paying, arr) = (new int[Months.Length], new double[Months.Length]);
        for (var account = 0; account < Ids.Length; account++)
        {
            var paid = Of(account);
            for (var month = 0; month < paid.Length; month++)
            {
                if (paid[month] > 0) paying[month]++;
                arr[month] += paid[month];
            }
        }

        return new(
            "revenue by month",
            Column.Of("month", Months.Select(m => (DateTime?)m)),
            Column.Of("accounts", paying),
            Column.Of("ARR", arr, NumberFormat.Money));
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options) => Notes.Prepend($"Source: {Source}.");
}
