using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Load;
using Segmentation.Statistics;
using Segmentation.Survival;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>The hazard ratios of a dimension's segments, as they are and with other dimensions held equal.</summary>
public sealed record SegmentHazardsResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "segment-hazards";

    /// <summary>Gets the cohort.</summary>
    public required OutcomeCohort Cohort { get; init; }

    /// <summary>Gets the dimension's name.</summary>
    public required string Dimension { get; init; }

    /// <summary>Gets the names of the dimensions held equal; empty for none.</summary>
    public required ImmutableArray<string> Controls { get; init; }

    /// <summary>Gets why there are no ratios; null where there are.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets one row a segment in the framework's order, those without accounts too.</summary>
    public ImmutableArray<SegmentHazard> Rows { get; init; } = [];

    /// <summary>Gets the likelihood-ratio test of all segments together, controls held equal; null where there are no ratios.</summary>
    public ModelTest? Test { get; init; }

    /// <summary>Gets the check whether the ratios of the segments change over time; null where there are none.</summary>
    public ModelTest? ProportionalHazards { get; init; }

    /// <summary>Gets how often segments and controls order two accounts as they churned; null where there are no ratios.</summary>
    public ConcordanceResult? Concordance { get; init; }

    /// <summary>Gets the accounts of the cohort left out: Unassigned or excluded in the dimension or a control, or not to be placed on the clock.</summary>
    public int LeftOut { get; init; }

    /// <summary>Gets what the regression says of itself, one sentence each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Gets a sentence for each dimension whose segments are known as of today only.</summary>
    public ImmutableArray<string> KnownTodayOnly { get; init; } = [];

    /// <inheritdoc/>
    public override Table ToTable() => new(
        Controls.IsEmpty ? $"hazard ratios of {Dimension}" : $"hazard ratios of {Dimension} with {OutcomeDriversWords.List(Controls)} held equal",
        [
            Column.Of("segment", Rows.Select(r => r.Segment)),
            Column.Of("accounts", Rows.Select(r => r.Accounts)),
            Column.Of("churned", Rows.Select(r => r.Churned)),
            .. Ratio("ratio", r => r.Crude),
            .. Controls.IsEmpty ? [] : Ratio("adjusted", r => r.Adjusted),
            Column.Of("p corrected", Rows.Select(r => r.CorrectedPValue), NumberFormat.Score),
            Column.Of("p of change over time", Rows.Select(r => r.ProportionalPValue), NumberFormat.Score),
            Column.Of("verdict", Rows.Select(Verdict)),
        ]);

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Reason is not null)
        {
            yield return $"No hazard ratios of {Dimension}: {Reason}";
            yield break;
        }

        var held = Controls.IsEmpty ? string.Empty : $", {OutcomeDriversWords.List(Controls)} held equal";
        var all = Rows.Where(r => r.Verdict is not null).OrderByDescending(r => Math.Abs(r.Adjusted!.Estimate)).ThenByDescending(r => r.Adjusted!.Estimate).ToArray();
        if (all.All(r => r.Verdict != OutcomeVerdict.Difference)) yield return $"No segment of {Dimension} churns faster or slower than the others beyond chance{held}.";

        // Of two segments each is the other's mirror image.
        var compared = all.Length == 2 ? all[..1] : all;
        foreach (var r in compared.Where(r => r.Verdict == OutcomeVerdict.Difference)) yield return $"{r.Segment} churns at {Times(r)} the rate of all other segments{held}{AsItIs(r)}.";
        foreach (var r in compared.Where(r => r.Verdict == OutcomeVerdict.NoRelevantDifference))
            yield return $"{r.Segment}: no relevant difference, {Times(r)} the rate of all others{held}{AsItIs(r)}; less than {OutcomeDriversWords.Ratio(Cohort.Options.HazardRatioMargin)} times does not matter.";
        foreach (var r in compared.Where(r => r.Verdict == OutcomeVerdict.Inconclusive))
            yield return $"{r.Segment}: inconclusive, {Times(r)} the rate of all others{held}{AsItIs(r)}; {options.Count(r.Accounts)} {(r.Accounts == 1 ? "account" : "accounts")} could only have shown {Seen(r)}.";
        var level = 1 - Cohort.Framework.Limits.Confidence;
        if (ProportionalHazards is { DegreesOfFreedom: > 0 } check)
        {
            yield return check.PValue <= level
                ? $"The ratios change over time (p {OutcomeDriversWords.PValue(check.PValue)}): each is an average, larger at some times and smaller at others. Look at the survival curves."
                : $"The ratios do not visibly change over time (p {OutcomeDriversWords.PValue(check.PValue)}).";
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        foreach (var line in KnownTodayOnly) yield return line;
        foreach (var note in Notes) yield return note;
        if (LeftOut > 0) yield return $"Left out: {options.Count(LeftOut)} {(LeftOut == 1 ? "account" : "accounts")} Unassigned or excluded in {OutcomeDriversWords.List(Controls.Prepend(Dimension))}, or not to be placed on the clock.";
        if (Test is not { } test) yield break;
        yield return string.Create(CultureInfo.InvariantCulture, $"All segments together: chi-square {test.Statistic:0.00} on {test.DegreesOfFreedom}, p {OutcomeDriversWords.PValue(test.PValue)} (likelihood ratio of a Cox regression).")
            + (Concordance is { } c && !double.IsNaN(c.Concordance) ? string.Create(CultureInfo.InvariantCulture, $" Concordance {c.Concordance:0.00} ({c.Interval.Low:0.00} to {c.Interval.High:0.00}); 0.5 is chance.") : string.Empty);
        yield return string.Create(CultureInfo.InvariantCulture, $"A ratio is the hazard of churn of the segment over that of all other segments together, with its {Cohort.Framework.Limits.Confidence * 100:0.#}% interval; p corrected for all segments (Holm). Time runs {Clock}.");
    }

    private string Clock => Cohort.Options.Clock == OutcomeClock.Tenure ? "from the start of each account's contract; an account counts from the tenure that it had at the start of the cohort" : "from the start of the cohort";

    private IEnumerable<Column> Ratio(string name, Func<SegmentHazard, ModelCoefficient?> of) =>
    [
        Column.Of(name, Rows.Select(r => Number(of(r)?.Ratio)), NumberFormat.Score),
        Column.Of($"{name} from", Rows.Select(r => Number(of(r)?.RatioInterval.Low)), NumberFormat.Score),
        Column.Of($"{name} to", Rows.Select(r => Number(of(r)?.RatioInterval.High)), NumberFormat.Score),
    ];

    private static string Times(SegmentHazard row) => $"{OutcomeDriversWords.Ratio(row.Adjusted!.Ratio)} times ({OutcomeDriversWords.Ratio(row.Adjusted.RatioInterval)})";

    private string AsItIs(SegmentHazard row) => Controls.IsEmpty ? string.Empty
        : $" (as it is {OutcomeDriversWords.Ratio(row.Crude!.Ratio)} times, {OutcomeDriversWords.Ratio(row.Crude.RatioInterval)}{(IsReversed(row) ? ": held equal it turns around" : string.Empty)})";

    // A change of sign between two ratios that are nearly the same is no finding.
    private bool IsReversed(SegmentHazard row) => row.Crude!.Estimate * row.Adjusted!.Estimate < 0 && Math.Abs(row.Crude.Estimate - row.Adjusted.Estimate) >= Math.Log(Cohort.Options.HazardRatioMargin);

    // A ratio without bound is no number of a table.
    private static double? Number(double? value) => value is { } v && double.IsFinite(v) ? v : null;

    private static string Seen(SegmentHazard row) => string.Create(CultureInfo.InvariantCulture, $"{row.Detectable:0.00} times or more, or {1 / row.Detectable:0.00} times or less");

    private static string Verdict(SegmentHazard row) => row.Verdict switch
    {
        null => row.Accounts == 0 ? "no accounts to compare" : "nothing to compare",
        OutcomeVerdict.Inconclusive => $"inconclusive (could only have seen {Seen(row)})",
        { } verdict => SnakeName.Words(verdict),
    };
}
