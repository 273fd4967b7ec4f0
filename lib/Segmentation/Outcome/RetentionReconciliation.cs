using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>Why two definitions of retention give two numbers for the same accounts: the accounts that they count differently, each with what it adds to the difference, to the cent.</summary>
public sealed record RetentionReconciliation : Result
{
    /// <inheritdoc/>
    public override string ResultName => "retention-reconciliation";

    /// <summary>Gets the cohort.</summary>
    public required OutcomeCohort Cohort { get; init; }

    /// <summary>Gets the first definition.</summary>
    public required RetentionMeasure From { get; init; }

    /// <summary>Gets the second definition.</summary>
    public required RetentionMeasure To { get; init; }

    /// <summary>Gets why there is nothing to show; null where there is something.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the figures of the accounts; null where there is a <see cref="Reason"/>.</summary>
    public RetentionFigures? Figures { get; init; }

    /// <summary>Gets the accounts that are counted differently, the largest difference first; their differences sum exactly to that of the numerators.</summary>
    public ImmutableArray<RetentionReconciled> Accounts { get; init; } = [];

    /// <summary>Returns the reconciliation.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="from">The first definition.</param>
    /// <param name="to">The second definition.</param>
    /// <param name="dimension">A dimension, in any case; null for all accounts.</param>
    /// <param name="segment">A segment of it, in any case.</param>
    /// <returns>A result without rows, with the reason, where there is no cohort, or where one definition counts money and the other accounts.</returns>
    /// <exception cref="ArgumentException">Only one of <paramref name="dimension"/> and <paramref name="segment"/> is given, or there is no such one.</exception>
    public static RetentionReconciliation Of(OutcomeCohort cohort, RetentionMeasure from, RetentionMeasure to, string? dimension = null, string? segment = null)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        var result = new RetentionReconciliation
        {
            Cohort = cohort,
            From = from,
            To = to,
            Reason = Retention.NoReason(cohort) ?? (RetentionWords.CountsAccounts(from) != RetentionWords.CountsAccounts(to)
                ? $"{RetentionWords.Name(from)} counts {Unit(from)} and {RetentionWords.Name(to)} {Unit(to)}: no account explains the difference, all do. Compare two definitions that count the same."
                : null),
        };
        if (result.Reason is not null) return result;
        var paths = RetentionGroups.Paths(cohort, cohort.StartMonth, cohort.EndMonth);
        var rows = RetentionGroups.RowsOf(cohort, dimension, segment);
        var places = dimension is null ? null : cohort.In(dimension);
        var (records, history) = (cohort.Assigned!.Records, cohort.History!);
        return result with
        {
            Figures = Retention.Sample(paths, rows).Figures,
            Accounts =
            [
                .. rows.Select(Row).Where(r => r.Difference != 0).OrderByDescending(r => Math.Abs(r.Difference)).ThenBy(r => r.Id, StringComparer.Ordinal),
            ],
        };

        RetentionReconciled Row(int row)
        {
            var sums = default(RetentionSums);
            sums.Add(paths[row]);
            var one = sums.Figures();
            return new(history.Ids[cohort.HistoryRow[row]], records.Names?[row], places?.NameOf(row), one.Start, one.End, one.Numerator(from), one.Numerator(to), Why(history.Of(cohort.HistoryRow[row])[cohort.StartMonth..(cohort.EndMonth + 1)], paths[row]));
        }
    }

    /// <summary>Returns one row an account: id, name, segment, start, end, what it counts for under each definition, the difference, why.</summary>
    public override Table ToTable() => new(
        "reconciliation",
        Column.Of("id", Accounts.Select(a => (string?)a.Id)).AsPersonal(),
        Column.Of("name", Accounts.Select(a => a.Name)).AsPersonal(),
        Column.Of("segment", Accounts.Select(a => a.Segment)),
        Money("start", a => a.Start),
        Money("end", a => a.End),
        Money(RetentionWords.Name(From), a => a.From),
        Money(RetentionWords.Name(To) + (From == To ? " again" : string.Empty), a => a.To),
        Money("difference", a => a.Difference),
        Column.Of("why", Accounts.Select(a => a.Why)));

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Reason is not null)
        {
            yield return $"No reconciliation: {Reason}";
            yield break;
        }

        var difference = Figures!.Numerator(To) - Figures.Numerator(From);
        yield return string.Create(CultureInfo.InvariantCulture,
            $"{RetentionWords.Name(From)}: {RetentionWords.Share(Figures.Of(From))}. {RetentionWords.Name(To)}: {RetentionWords.Share(Figures.Of(To))}. {options.Count(Accounts.Length)} of {options.Count(Figures.Accounts)} accounts make the difference of {difference:#,0.##} on {Figures.Denominator(From):#,0.##}.");
    }

    private static string Unit(RetentionMeasure measure) => RetentionWords.CountsAccounts(measure) ? "accounts" : "money";

    /// <summary>Returns what an account did, in words.</summary>
    internal static string Why(ReadOnlySpan<double> paid, in RetentionPath path)
    {
        if (path.HasLeft) return path.End > 0 ? path.End < path.Start ? "left and came back with less" : path.End > path.Start ? "left and came back with more" : "left and came back" : path.Expansion > 0 ? "grew, then left" : path.Reactivation > 0 ? "left, came back, left again" : "left";
        if (path is { Expansion: > 0, Contraction: > 0 }) return GrewFirst(paid) ? "grew, then shrank" : "shrank, then grew";
        return path.Expansion > 0 ? "grew" : path.Contraction > 0 ? "shrank" : "unchanged";
    }

    private static bool GrewFirst(ReadOnlySpan<double> paid)
    {
        for (var month = 1; month < paid.Length; month++)
        {
            if (RetentionLedger.Cents(paid[month]) != RetentionLedger.Cents(paid[month - 1])) return paid[month] > paid[month - 1];
        }

        return false;
    }

    private Column Money(string name, Func<RetentionReconciled, decimal> amount) => Column.Of(name, Accounts.Select(a => (double)amount(a)), NumberFormat.Money).AsPersonal();
}
