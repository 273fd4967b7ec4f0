using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Audit;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>What a cohort could show about the segments of a dimension, by the length of the window.</summary>
public sealed record OutcomePowerResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "outcome-power";

    /// <summary>Gets the cohort.</summary>
    public required OutcomeCohort Cohort { get; init; }

    /// <summary>Gets the dimension's name.</summary>
    public required string Dimension { get; init; }

    /// <summary>Gets the options.</summary>
    public required OutcomePowerOptions Options { get; init; }

    /// <summary>Gets why nothing can be said; null where something can.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the level of each comparison, after correction.</summary>
    public double Level { get; init; } = double.NaN;

    /// <summary>Gets one row a segment in the framework's order.</summary>
    public ImmutableArray<OutcomePowerRow> Rows { get; init; } = [];

    /// <summary>Gets, for two segments of equal size alone, the smallest churn that would be found against the reference churn of the options; NaN where none.</summary>
    public required ImmutableArray<(int Accounts, double Detectable)> References { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"what {Dimension} could show",
        [
            Column.Of("segment", Rows.Select(r => r.Segment)),
            Column.Of("accounts", Rows.Select(r => r.Accounts)),
            .. Options.Windows.SelectMany((days, w) => new Column[]
            {
                Column.Of(Name(days, "expected to churn"), Rows.Select(r => At(r, w) is { } at ? (double?)Math.Round(at.Expected, 1) : null)),
                Column.Of(Name(days, "others' churn"), Rows.Select(r => At(r, w)?.OtherRate), NumberFormat.Share),
                Column.Of(Name(days, "seen from"), Rows.Select(r => At(r, w)?.Detectable), NumberFormat.Share),
                Column.Of(Name(days, "chance to see the margin"), Rows.Select(r => At(r, w)?.Chance), NumberFormat.Share),
            }),
            Column.Of("days needed", Rows.Select(r => r.NeededDays is { } d ? SegmentComparisonWords.Days(d) : null)),
            Column.Of("accounts needed a group", Rows.Select(r => r.NeededAccounts is { } n && double.IsFinite(n) ? (double?)n : null)),
        ]);

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Reason is not null)
        {
            yield return $"What {Dimension} could show is not known: {Reason}";
            yield break;
        }

        var margin = Phrase.Points(Cohort.Options.EquivalenceMargin);
        var asked = Rows.Where(r => r.NeededDays is not null).ToArray();
        if (asked.Length == 0)
        {
            yield return $"Nothing can be compared: fewer than two segments of {Dimension} have accounts at the start.";
            yield break;
        }

        var enough = asked.Where(r => r.NeededDays <= Days).ToArray();
        yield return enough.Length == asked.Length ? $"{DaysText} are enough to see a difference of {margin} in each segment of {Dimension}."
            : enough.Length == 0 ? $"{DaysText} are not enough to see a difference of {margin} in any segment of {Dimension}."
            : $"{DaysText} are enough to see a difference of {margin} in {string.Join(" and ", enough.Select(r => r.Segment))}, and not in {string.Join(" and ", asked.Except(enough).Select(r => r.Segment))}.";
        foreach (var row in asked)
        {
            var shown = string.Join(", ", row.Windows.Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Days} days {(w.Detectable is { } least ? $"{Phrase.Share(least)} or more" : "nothing")} (others {Phrase.Share(w.OtherRate)})")));
            yield return $"{row.Segment}, {options.Count(row.Accounts)} accounts, could show a churn of: {shown}. {Waiting(row, margin)}";
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options)
    {
        var reference = string.Join(", ", References.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Accounts} accounts a segment {(double.IsNaN(r.Detectable) ? "nothing" : $"{Phrase.Share(r.Detectable)} or more")}")));
        if (References.Length > 0) yield return $"Against a churn of {Phrase.Share(Options.ReferenceChurn)}, two segments of one size could only detect: {reference}.";
        if (Reason is not null) yield break;
        yield return string.Create(CultureInfo.InvariantCulture, $"Churn above the others' that would be found with power {Cohort.Options.Power * 100:0.#}% at level {Level:0.####} (two-sided, corrected for all segments), arcsine approximation; ")
            + $"hazards constant, the others' {(Options.AssumedChurn is { } assumed ? $"taken as {Phrase.Share(assumed)} in {DaysText}" : "as shown so far")}. The margin of {Phrase.Points(Cohort.Options.EquivalenceMargin)} is one of {DaysText}; in a longer window the same hazards lie further apart.";
        if (!Cohort.IsClosed) yield return $"The window is open until {DateColumn.Show(Cohort.End)}: the others' churn is what the history shows so far.";
    }

    private int Days => (Cohort.End - Cohort.Start).Days;

    private string DaysText => string.Create(CultureInfo.InvariantCulture, $"{Days:#,0} days");

    private static string Waiting(OutcomePowerRow row, string margin) => row.NeededDays is { } days && double.IsFinite(days)
        ? $"A difference of {margin} takes {SegmentComparisonWords.Days(days)} days."
        : $"Too few accounts for any window to show a difference of {margin}.";

    private static string Name(int days, string what) => string.Create(CultureInfo.InvariantCulture, $"{days} days: {what}");

    private static OutcomePowerWindow? At(OutcomePowerRow row, int window) => row.Windows.Length > window ? row.Windows[window] : null;
}
