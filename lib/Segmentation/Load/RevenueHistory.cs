using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>What each account paid in each calendar month, with what could not be taken as it stands.</summary>
/// <remarks>A snapshot dated in a month is that month's, and the month is over at its end: an account whose ARR is 0 in June's snapshot left in June. Gone from the snapshots is gone;
/// a month of which there is no snapshot is as the one before it; an amount below 0 is a mistake, and the one before it holds. A month of a subscription is paid where the subscription is
/// active at the month's end, both its ends included. Amounts of several currencies stand as they are.</remarks>
public sealed record RevenueHistory : Result
{
    private readonly RevenueRows rows;
    private readonly double[] amounts;
    private readonly BitArray silent;
    private readonly IReadOnlyDictionary<int, double> below;
    private readonly IReadOnlyDictionary<int, ImmutableArray<int>> churnDays;

    internal RevenueHistory(RevenueRows rows, double[] amounts, BitArray silent, IReadOnlyDictionary<int, double> below, IReadOnlyDictionary<int, ImmutableArray<int>> churnDays) =>
        (this.rows, this.amounts, this.silent, this.below, this.churnDays) = (rows, amounts, silent, below, churnDays);

    /// <inheritdoc/>
    public override string ResultName => "revenue-history";

    /// <summary>Gets where the amounts come from, in words.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the last day of each month, m calendar months in a row without gap, ascending; the last one is the exports' own date where they end within a month.</summary>
    public required ImmutableArray<DateTime> Months { get; init; }

    /// <summary>Gets the ids of the accounts, length n, in the order in which the history names them first.</summary>
    public required ImmutableArray<string> Ids { get; init; }

    /// <summary>Gets what could not be taken as it stands, or has to be known beside the figures.</summary>
    public ImmutableArray<RevenueFinding> Findings { get; init; } = [];

    /// <summary>Gets the same, one sentence each.</summary>
    public ImmutableArray<string> Notes => [.. Findings.Select(f => f.Sentence)];

    /// <summary>Gets whether the days on which accounts came and went are known; false where only month ends are.</summary>
    public bool HasDays => rows.Snapshots is null || churnDays.Count > 0;

    /// <summary>Gets the months without ARR between two paid ones that do not count as having left; see <see cref="Smoothed"/>.</summary>
    public int GraceMonths { get; private init; }

    /// <summary>Gets one row a finding: what, in which file, what was done, rows, accounts, ARR, remedy.</summary>
    public Table FindingsTable => new(
        "findings about the revenue history",
        Column.Of("finding", Findings.Select(f => f.Found)),
        Column.Of("what was done", Findings.Select(f => f.Done)),
        Column.Of("rows", Findings.Select(f => (double?)f.Rows), NumberFormat.Count),
        Column.Of("accounts", Findings.Select(f => (double?)f.Accounts), NumberFormat.Count),
        Column.Of("ARR", Findings.Select(f => f.Arr), NumberFormat.Money),
        Column.Of("remedy", Findings.Select(f => f.Remedy)),
        Column.Of("file", Findings.Select(f => f.File)),
        Column.Of("check", Findings.Select(f => SnakeName.Of(f.Check).Replace('_', '-'))));

    /// <summary>Returns the finding of a check; null where there is nothing to find.</summary>
    /// <param name="check">The check.</param>
    public RevenueFinding? Finding(RevenueCheck check) => Findings.FirstOrDefault(f => f.Check == check);

    /// <summary>Returns the zero-based account of an id; -1 where the history does not name it.</summary>
    /// <param name="id">The id.</param>
    public int Find(string id) => rows.Find(id);

    /// <summary>Returns what an account paid in each month, at a year's rate, length m: 0 where it paid nothing, had gone, or had not come yet.</summary>
    /// <param name="account">Zero-based account.</param>
    public ReadOnlySpan<double> Of(int account) => amounts.AsSpan(account * Months.Length, Months.Length);

    /// <summary>Returns what the history says of an account in a month, as it stands: NaN where it says nothing, which <see cref="Of"/> takes for 0; amounts below 0 as they are.</summary>
    /// <param name="account">Zero-based account.</param>
    /// <param name="month">Zero-based month.</param>
    public double Said(int account, int month)
    {
        var at = (account * Months.Length) + month;
        return silent[at] ? double.NaN : below.TryGetValue(at, out var amount) ? amount : amounts[at];
    }

    /// <summary>Returns the zero-based month in whose end a date's state is: the latest that is over on the date; -1 where none is.</summary>
    /// <param name="date">The date, its evening meant.</param>
    public int MonthAt(DateTime date)
    {
        var at = Months.BinarySearch(date.Date);
        return at >= 0 ? at : ~at - 1;
    }

    /// <summary>Returns the first day without ARR of an account that pays nothing at the end of a month and paid at the end of the one before.</summary>
    /// <param name="account">Zero-based account.</param>
    /// <param name="month">Zero-based month, above 0.</param>
    /// <returns>The day after the last subscription ended, or the account's churn date where it lies in the month; else the month's end, on which it was seen.</returns>
    public DateTime LeftOn(int account, int month)
    {
        var (after, end) = (RevenueRows.Day(Months[month - 1]), RevenueRows.Day(Months[month]));
        if (rows.Snapshots is null) return rows.LastEndBefore(account, end) is { } last && last >= after ? RevenueRows.Date(last + 1) : Months[month];
        if (!churnDays.TryGetValue(account, out var days)) return Months[month];
        foreach (var day in days)
        {
            if (day > after && day <= end) return RevenueRows.Date(day);
        }

        return Months[month];
    }

    /// <summary>Returns the day on which an account first paid: the start of its first subscription, else the end of the first month that it paid; null where it paid in the first month of all, so that it may have come earlier, or never did.</summary>
    /// <param name="account">Zero-based account.</param>
    public DateTime? CameOn(int account)
    {
        var first = Of(account).IndexOfAnyExceptInRange(double.NegativeInfinity, 0.0);
        if (first < 0) return null;
        if (rows.Snapshots is not null) return first == 0 ? null : Months[first];
        var came = int.MaxValue;
        foreach (var row in rows.RowsOf(account)) came = Math.Min(came, rows[row].From);
        return came is RevenueRows.OpenStart or int.MaxValue ? null : RevenueRows.Date(came);
    }

    /// <summary>Returns whether a subscription that an account holds on a day ends within a window; null where it holds none with an end, or the history is no list of subscriptions.</summary>
    /// <param name="account">Zero-based account.</param>
    /// <param name="start">The day, its evening meant.</param>
    /// <param name="end">The last day of the window, included.</param>
    public bool? EndsWithin(int account, DateTime start, DateTime end)
    {
        if (rows.Snapshots is not null || rows.IsEvents) return null;
        bool? ends = null;
        var (first, last) = (RevenueRows.Day(start), RevenueRows.Day(end));
        foreach (var row in rows.RowsOf(account))
        {
            // A contract that ends on the evening of the start may be renewed or not from the next day on: its decision falls into the window too.
            var (_, from, to, _) = rows[row];
            if (from > first || to < first || to == RevenueRows.OpenEnd) continue;
            ends = ends == true || to <= last;
        }

        return ends;
    }

    /// <summary>Returns the history in which accounts that pay nothing for a few months between two paid ones are taken to have paid on, what they paid before.</summary>
    /// <param name="graceMonths">Longest gap, in month ends, that is no churn; 0 changes nothing.</param>
    /// <remarks>The one rule of reactivation: a longer gap is churn at its first month end, and what comes back is a reactivation. A gap that the history's end leaves open counts as churn,
    /// however short: nobody knows yet whether the account comes back.</remarks>
    public RevenueHistory Smoothed(int graceMonths)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(graceMonths);
        if (graceMonths == 0) return this;
        var smoothed = amounts.ToArray();
        for (var account = 0; account < Ids.Length; account++)
        {
            var paid = smoothed.AsSpan(account * Months.Length, Months.Length);
            var last = -1;
            for (var month = 0; month < paid.Length; month++)
            {
                if (!(paid[month] > 0)) continue;
                if (last >= 0 && month - last - 1 <= graceMonths) paid[(last + 1)..month].Fill(paid[last]);
                last = month;
            }
        }

        return new(rows, smoothed, silent, below, churnDays) { Source = Source, Months = Months, Ids = Ids, Findings = Findings, GraceMonths = graceMonths };
    }

    /// <summary>Returns the history of a workspace: monthly snapshots, else subscriptions, else what churn dates and the accounts' ARR say. Null where the exports hold none of them.</summary>
    /// <param name="workspace">The workspace, cleaned.</param>
    public static RevenueHistory? Read(Workspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return RevenueMonths.Read(workspace);
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
    protected override IEnumerable<string> LinesBelow(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        yield return $"Source: {Source}.";
        foreach (var finding in Findings) yield return finding.Under(options);
        if (GraceMonths > 0) yield return string.Create(CultureInfo.InvariantCulture, $"A gap of at most {GraceMonths} month ends between two paid ones is no churn.");
    }
}
