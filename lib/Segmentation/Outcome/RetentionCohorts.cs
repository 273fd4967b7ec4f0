using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>The cohort table: accounts by the quarter in which they first paid, and what stayed of them so many months later.</summary>
public sealed record RetentionCohorts : Result
{
    /// <inheritdoc/>
    public override string ResultName => "retention-cohorts";

    /// <summary>Gets why there is nothing to show; null where there is something.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the months between two columns.</summary>
    public required int Step { get; init; }

    /// <summary>Gets the accounts that paid in the first month of the history already: when they came is not known, so they are in no quarter.</summary>
    public int Earlier { get; init; }

    /// <summary>Gets the accounts whose quarter has not been followed for one step yet.</summary>
    public int TooRecent { get; init; }

    /// <summary>Gets the cells, quarter after quarter; empty where there is a <see cref="Reason"/>.</summary>
    public ImmutableArray<RetentionCohortCell> Cells { get; init; } = [];

    /// <summary>Returns one row a quarter and number of months: accounts, ARR when they came, GRR, NRR, logo churn.</summary>
    public override Table ToTable() => new(
        "cohorts by quarter",
        Column.Of("quarter", Cells.Select(c => Quarter(c.Quarter))),
        Column.Of("months since", Cells.Select(c => (double)c.Months)),
        Column.Of("accounts", Cells.Select(c => c.Figures.Accounts)),
        Column.Of("ARR when they came", Cells.Select(c => (double)c.Figures.Start), NumberFormat.Money),
        Column.Of("GRR", Cells.Select(c => c.Figures.GrossRetention), NumberFormat.Share),
        Column.Of("NRR", Cells.Select(c => c.Figures.NetRetention), NumberFormat.Share),
        Column.Of("logo churn", Cells.Select(c => c.Figures.LogoChurn), NumberFormat.Share));

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options) => Reason is null ? [] : [$"No cohorts: {Reason}"];

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Reason is not null) yield break;
        yield return "An account belongs to the quarter of the first month in which the history has it paying; time is counted from that month. A cell is given once every account of the quarter has been followed so long.";
        if (Earlier > 0) yield return $"{options.Count(Earlier)} accounts paid in the first month of the history already and are in no quarter.";
        if (TooRecent > 0) yield return $"{options.Count(TooRecent)} came too late to have been followed for {Step.ToString(CultureInfo.InvariantCulture)} months.";
    }

    /// <summary>Returns a quarter as people write it: <c>2025 Q3</c>.</summary>
    internal static string Quarter(DateTime date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year} Q{((date.Month - 1) / 3) + 1}");

    /// <summary>Returns the cohort table of a history.</summary>
    internal static RetentionCohorts Of(RevenueHistory? history, int step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        if (history is null) return new() { Step = step, Reason = "the exports hold no history of ARR. Add one: account, month, ARR." };
        var came = Enumerable.Range(0, history.Ids.Length).Select(a => FirstPaid(history.Of(a))).ToArray();
        var last = history.Months.Length - 1;
        var (cells, recent) = (ImmutableArray.CreateBuilder<RetentionCohortCell>(), 0);
        foreach (var quarter in Enumerable.Range(0, came.Length).Where(a => came[a] > 0).GroupBy(a => QuarterOf(history.Months[came[a]])).OrderBy(q => q.Key))
        {
            var followed = last - quarter.Max(a => came[a]);
            if (followed < step) recent += quarter.Count();
            for (var months = step; months <= followed; months += step)
            {
                var sums = default(RetentionSums);
                foreach (var account in quarter) sums.Add(RetentionLedger.Of(history.Of(account).Slice(came[account], months + 1)));
                cells.Add(new(quarter.Key, months, sums.Figures()));
            }
        }

        return new() { Step = step, Earlier = came.Count(c => c == 0), TooRecent = recent, Cells = cells.ToImmutable(), Reason = cells.Count == 0 ? "no account came within the history early enough to be followed." : null };
    }

    private static DateTime QuarterOf(DateTime date) => new(date.Year, ((date.Month - 1) / 3 * 3) + 1, 1);

    private static int FirstPaid(ReadOnlySpan<double> paid)
    {
        for (var month = 0; month < paid.Length; month++)
        {
            if (paid[month] > 0) return month;
        }

        return -1;
    }
}
