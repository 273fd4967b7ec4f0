using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>The ARR bridge: what every account of the history paid at the start, came, grew, shrank, left, came back, and paid at the end, month by month, by the segment it had at the start.</summary>
/// <remarks>Segments are those of the start: an account that came later has none, so that new ARR stands outside the segments. An account that returns is reactivated with all that it pays, also where that is more
/// than it had paid; one that the history does not know to have paid before is new.</remarks>
public sealed record ArrBridge : Result
{
    /// <summary>The name of the row of accounts that paid nothing at the start.</summary>
    public const string CameLater = "Came later";

    /// <summary>The name of the row of accounts that paid at the start and are no records of the cohort.</summary>
    public const string NotInCohort = "Not in the cohort";

    /// <summary>The name of the last row.</summary>
    public const string Total = "Total";

    /// <inheritdoc/>
    public override string ResultName => "arr-bridge";

    /// <summary>Gets the cohort.</summary>
    public required OutcomeCohort Cohort { get; init; }

    /// <summary>Gets the dimension's name.</summary>
    public required string Dimension { get; init; }

    /// <summary>Gets why there is nothing to show; null where there is something.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the segments in the framework's order, then the accounts in none, then <see cref="Total"/>: the whole history; empty where there is a <see cref="Reason"/>.</summary>
    public ImmutableArray<ArrBridgeRow> Rows { get; init; } = [];

    /// <summary>Gets the movements of the whole history in each month of the window, aligned with the months after the start.</summary>
    public ImmutableArray<RetentionFigures> Months { get; init; } = [];

    /// <summary>Gets one row a month of the window: start, new, expansion, contraction, churn, reactivation, end.</summary>
    public Table ByMonth => Bridge("ARR bridge by month", Column.Of("month", Months.Select((_, i) => (DateTime?)Cohort.History!.Months[Cohort.StartMonth + 1 + i])), Months);

    /// <summary>Returns the bridge of a cohort's window.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="dimension">The dimension's name, in any case.</param>
    /// <returns>A bridge without rows, with the reason, where there is no cohort.</returns>
    /// <exception cref="ArgumentException">The framework divides accounts by no such dimension.</exception>
    public static ArrBridge Of(OutcomeCohort cohort, string dimension)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        ArgumentException.ThrowIfNullOrEmpty(dimension);
        var bridge = new ArrBridge { Cohort = cohort, Dimension = dimension, Reason = Retention.NoReason(cohort) };
        if (bridge.Reason is not null) return bridge;
        var (history, groups, first, last) = (cohort.History!, RetentionGroups.Of(cohort, dimension), cohort.StartMonth, cohort.EndMonth);
        var (outside, later) = (groups.Names.Length, groups.Names.Length + 1);
        var groupOf = new int[history.Ids.Length];
        Array.Fill(groupOf, -1);
        for (var g = 0; g < outside; g++)
        {
            foreach (var row in groups.Rows[g]) groupOf[cohort.HistoryRow[row]] = g;
        }

        var (sums, total, months) = (new RetentionSums[outside + 2], default(RetentionSums), new RetentionSums[last - first]);
        for (var account = 0; account < groupOf.Length; account++)
        {
            var paid = history.Of(account);
            var before = RetentionLedger.HasPaid(paid[..first]);
            var path = RetentionLedger.Of(paid[first..(last + 1)], before);
            sums[groupOf[account] >= 0 ? groupOf[account] : path.Start > 0 ? outside : later].Add(path);
            total.Add(path);
            for (var month = first; month < last; month++)
            {
                before |= paid[month] > 0;
                months[month - first].Add(RetentionLedger.Of(paid.Slice(month, 2), before));
            }
        }

        string[] names = [.. groups.Names, NotInCohort, CameLater];
        return bridge with
        {
            Dimension = cohort.In(dimension).Dimension.Name,
            Rows = [.. names.Select((n, i) => new ArrBridgeRow(n, sums[i].Figures())).Where((r, i) => i != outside || r.Figures.Start > 0), new ArrBridgeRow(Total, total.Figures())],
            Months = [.. months.Select(m => m.Figures())],
        };
    }

    /// <summary>Returns one row a group: start, new, expansion, contraction, churn, reactivation, end; losses below 0.</summary>
    public override Table ToTable() => Bridge($"ARR bridge by {Dimension}", Column.Of("segment", Rows.Select(r => r.Group)), [.. Rows.Select(r => r.Figures)]);

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options)
    {
        if (Reason is not null)
        {
            yield return $"No bridge: {Reason}";
            yield break;
        }

        var total = Rows[^1].Figures;
        yield return string.Create(CultureInfo.InvariantCulture,
            $"{DateColumn.Show(Cohort.Start)} to {DateColumn.Show(Cohort.History!.Months[Cohort.EndMonth])}: from {RetentionWords.Money(total.Start)} to {RetentionWords.Money(total.End)} ARR, {RetentionWords.Money(total.New)} of it new and {RetentionWords.Money(total.Expansion)} expansion; {RetentionWords.Money(total.Churn)} churned and {RetentionWords.Money(total.Contraction)} contracted.");
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options)
    {
        if (Reason is not null) yield break;
        yield return "Each row adds up to the cent, and the total is all that the history holds. Movements are told month by month: an account that grew and shrank did both. A return is reactivation with all that is paid then.";
        yield return $"Segments are those of the start. {CameLater}: paid nothing then, so that their segment is not known; new, or back from before. {NotInCohort}: paid then and are no account of the exports.";
        foreach (var line in SegmentComparisonWords.Timing(Cohort, Cohort.In(Dimension).Dimension)) yield return line;
    }

    private static Table Bridge(string name, Column first, ImmutableArray<RetentionFigures> figures)
    {
        return new(
            name,
            first,
            Column.Of("accounts at the start", figures.Select(f => f.Accounts)),
            Money("start", f => f.Start),
            Money("new", f => f.New),
            Money("expansion", f => f.Expansion),
            Money("contraction", f => 0 - f.Contraction),
            Money("churn", f => 0 - f.Churn),
            Money("reactivation", f => f.Reactivation),
            Money("end", f => f.End));

        NumberColumn Money(string column, Func<RetentionFigures, decimal> amount) => Column.Of(column, figures.Select(f => (double)amount(f)), NumberFormat.Money);
    }
}
