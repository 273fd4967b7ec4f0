using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>Whether churn concentrates in a segment of a dimension, with how often the trigger fires for nothing and how often it would find something.</summary>
public sealed record ChurnConcentrationResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "churn-concentration";

    /// <summary>Gets the cohort.</summary>
    public required OutcomeCohort Cohort { get; init; }

    /// <summary>Gets the dimension's name.</summary>
    public required string Dimension { get; init; }

    /// <summary>Gets the options.</summary>
    public required ChurnConcentrationOptions Options { get; init; }

    /// <summary>Gets why nothing was watched; null where something was.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the months in a row that the trigger asks for.</summary>
    public int MonthsInARow { get; init; }

    /// <summary>Gets one row a month and segment, month after month.</summary>
    public ImmutableArray<ChurnConcentrationMonth> Months { get; init; } = [];

    /// <summary>Gets one row a segment in the framework's order.</summary>
    public ImmutableArray<ChurnConcentrationSegment> Segments { get; init; } = [];

    /// <summary>Gets how often the trigger would fire for any segment by chance alone in so many months.</summary>
    public ChurnConcentrationRate FalseAlarm { get; init; } = new(double.NaN, double.NaN);

    /// <summary>Gets the same for the rule as it is usually read: one segment has the most churned accounts for so many months in a row.</summary>
    public ChurnConcentrationRate NaiveFalseAlarm { get; init; } = new(double.NaN, double.NaN);

    /// <summary>Gets what must be said about the segments, one sentence each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Gets one row a month and segment: accounts at risk, churned, expected, ARR likewise, months in a row above, p-value, trigger.</summary>
    public Table ByMonth => new(
        $"churn by {Dimension} and month",
        Column.Of("month", Months.Select(m => (DateTime?)m.Month)),
        Column.Of("segment", Months.Select(m => m.Segment)),
        Column.Of("at risk", Months.Select(m => m.AtRisk)),
        Column.Of("churned", Months.Select(m => m.Churned)),
        Column.Of("expected", Months.Select(m => Math.Round(m.Expected, 1))),
        Column.Of("ARR at risk", Months.Select(m => m.ArrAtRisk), NumberFormat.Money),
        Column.Of("ARR churned", Months.Select(m => m.ArrChurned), NumberFormat.Money),
        Column.Of("ARR expected", Months.Select(m => m.ArrExpected), NumberFormat.Money),
        Column.Of("months in a row above", Months.Select(m => (double)m.MonthsAbove)),
        Column.Of("p", Months.Select(m => m.PValue), NumberFormat.Score),
        Column.Of("trigger", Months.Select(m => (bool?)m.IsTriggered)));

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"churn concentrating by {Dimension}",
        Column.Of("segment", Segments.Select(s => s.Segment)),
        Column.Of("churned", Segments.Select(s => s.Churned)),
        Column.Of("expected", Segments.Select(s => Math.Round(s.Expected, 1))),
        Column.Of("ARR churned", Segments.Select(s => s.ArrChurned), NumberFormat.Money),
        Column.Of("ARR expected", Segments.Select(s => s.ArrExpected), NumberFormat.Money),
        Column.Of("most months in a row above", Segments.Select(s => (double)s.MostMonthsAbove)),
        Column.Of("triggered", Segments.Select(s => (bool?)(s.Triggered is not null))),
        Column.Of("first in", Segments.Select(s => s.Triggered)),
        Column.Of("false alarms", Segments.Select(s => s.FalseAlarm.Value), NumberFormat.Share),
        Column.Of($"finds hazard x {Factor}", Segments.Select(s => s.Detected.Value), NumberFormat.Share),
        Column.Of("most churned: triggered", Segments.Select(s => (bool?)(s.NaiveTriggered is not null))),
        Column.Of("most churned: false alarms", Segments.Select(s => s.NaiveFalseAlarm.Value), NumberFormat.Share));

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Reason is not null)
        {
            yield return $"Churn by {Dimension} was not watched: {Reason}";
            yield break;
        }

        var triggered = Segments.Where(s => s.Triggered is not null).ToArray();
        if (triggered.Length == 0) yield return $"Churn concentrates in no segment of {Dimension} from {DateColumn.Show(Cohort.Start)} to {DateColumn.Show(Months[^1].Month)}.";
        foreach (var segment in triggered)
        {
            yield return $"Churn concentrates in {segment.Segment}, first seen in {segment.Triggered!.Value.ToString("MMMM yyyy", CultureInfo.InvariantCulture)}: {options.Count(segment.Churned)} churned since {DateColumn.Show(Cohort.Start)}"
                + $" where {Number(segment.Expected)} were to be expected; look at the framework again.";
        }

        yield return $"By chance alone, all segments having one rate, this trigger fires in {Percent(FalseAlarm)} of such histories of {MonthCount} months; the rule \"the same segment has the most churned accounts\" in {Percent(NaiveFalseAlarm)}.";
        var watched = Segments.Where(s => s.Expected > 0).ToArray();
        if (watched.Length > 0)
            yield return $"A hazard {(Options.HazardFactor == 2 ? "twice" : $"{Factor} times")} as high would be found in {string.Join(", ", watched.Select(s => $"{s.Segment} in {Percent(s.Detected)}"))}.";
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options)
    {
        if (Reason is not null) yield break;
        yield return string.Create(CultureInfo.InvariantCulture, $"Concentrating: in {MonthsInARow} or more months in a row the segment loses more accounts than its share of those at risk, and in those months together chance would take so many from it at most {Options.Level * 100:0.##}% of the time (exact).")
            + " ARR is shown beside it and not tested: one large account decides it.";
        yield return string.Create(CultureInfo.InvariantCulture, $"Rates of alarms from {Options.Simulations:#,0} simulated histories each (seed {Cohort.Options.Seed}), ± standard error. Accounts that came after the start are not watched.");
        foreach (var note in Notes) yield return note;
    }

    private string Factor => Options.HazardFactor.ToString("0.##", CultureInfo.InvariantCulture);

    private int MonthCount => Segments.Length == 0 ? 0 : Months.Length / Segments.Length;

    private static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Percent(ChurnConcentrationRate rate) => string.Create(CultureInfo.InvariantCulture, $"{rate.Value * 100:0.0}% (± {rate.StandardError * 100:0.0})");
}
