using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Load;
using Segmentation.Survival;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>How long the accounts of each segment of a dimension stay, whether that differs, and what could have been seen.</summary>
public sealed record SegmentSurvivalResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "segment-survival";

    /// <summary>Gets the cohort.</summary>
    public required OutcomeCohort Cohort { get; init; }

    /// <summary>Gets the dimension.</summary>
    public required string Dimension { get; init; }

    /// <summary>Gets the options.</summary>
    public required SegmentSurvivalOptions Options { get; init; }

    /// <summary>Gets why nothing is compared; null where something is.</summary>
    public required string? Reason { get; init; }

    /// <summary>Gets the milestones in days on the clock, ascending; without late entry the last is the end of what was watched.</summary>
    public ImmutableArray<double> Milestones { get; init; } = [];

    /// <summary>Gets the horizon in days up to which mean times are reckoned.</summary>
    public double Horizon { get; init; } = double.NaN;

    /// <summary>Gets the times, in days, of the risk table.</summary>
    public ImmutableArray<double> RiskTimes { get; init; } = [];

    /// <summary>Gets one row a segment, in the framework's order.</summary>
    public ImmutableArray<SegmentSurvivalRow> Segments { get; init; } = [];

    /// <summary>Gets the log-rank test of all segments together; null where nothing is compared.</summary>
    public LogRankResult? Test { get; init; }

    /// <summary>Gets every two segments against each other, by their place in <see cref="Segments"/>.</summary>
    public ImmutableArray<LogRankPair> Pairs { get; init; } = [];

    /// <summary>Gets churn around the contract's anniversaries against other times, for all accounts whose tenure is known; empty where none is.</summary>
    public ImmutableArray<AnniversaryHazard> Anniversaries { get; init; } = [];

    /// <summary>Gets the accounts of the cohort that are Unassigned in the dimension: in no curve.</summary>
    public int Unassigned { get; init; }

    /// <summary>Gets the accounts of the cohort that are excluded: in no curve.</summary>
    public int Excluded { get; init; }

    /// <summary>Gets how many of the excluded churned.</summary>
    public int ExcludedChurned { get; init; }

    /// <summary>Gets the accounts that cannot be placed on the clock: in no curve.</summary>
    public int NotOnClock { get; init; }

    /// <summary>Gets the fields of the dimension's criteria that are known as of today only, while its segments are replayed: what happened may have made the segments.</summary>
    public ImmutableArray<string> KnownTodayOnly { get; init; } = [];

    /// <summary>Gets one row a segment: accounts, churned, survival at each milestone, hazard ratio against all others, log-rank p, verdict, what could have been seen.</summary>
    public override Table ToTable() => new(
        "survival by segment",
        [
            Column.Of("segment", Segments.Select(s => s.Segment)),
            Column.Of("accounts", Segments.Select(s => s.Accounts)),
            Column.Of("churned", Segments.Select(s => s.Churned)),
            .. Milestones.SelectMany((_, m) => At(m)),
            Column.Of("hazard ratio to others", Segments.Select(s => Finite(s.HazardRatio.Ratio)), NumberFormat.Score),
            Column.Of("ratio from", Segments.Select(s => Finite(s.HazardRatio.Interval.Low)), NumberFormat.Score),
            Column.Of("ratio to", Segments.Select(s => Finite(s.HazardRatio.Interval.High)), NumberFormat.Score),
            Column.Of("p", Segments.Select(s => s.PValue), NumberFormat.Score),
            Column.Of("p corrected", Segments.Select(s => s.CorrectedPValue), NumberFormat.Score),
            Column.Of("verdict", Segments.Select(s => SnakeName.Words(s.Verdict))),
            Column.Of("could have seen ratio", Segments.Select(s => Finite(s.DetectableHazardRatio)), NumberFormat.Score),
        ]);

    /// <summary>Gets one row a segment: median days until churn, difference of survival at the last milestone to all other segments, and days kept more than those up to the horizon, each with its interval. A median that is not
    /// reached, and an end that nothing bounds, is blank.</summary>
    public Table DifferencesTable => new(
        "differences to all other segments",
        Column.Of("segment", Segments.Select(s => s.Segment)),
        Column.Of("median days", Segments.Select(s => Finite(s.Curve.Median.Time))),
        Column.Of("median from", Segments.Select(s => Finite(s.Curve.Median.Interval.Low))),
        Column.Of("median to", Segments.Select(s => Finite(s.Curve.Median.Interval.High))),
        Column.Of("difference to others", Segments.Select(s => s.Difference.Value), NumberFormat.Share),
        Column.Of("difference from", Segments.Select(s => s.Difference.Interval.Low), NumberFormat.Share),
        Column.Of("difference to", Segments.Select(s => s.Difference.Interval.High), NumberFormat.Share),
        Column.Of("days kept more than others", Segments.Select(s => s.RestrictedMeanDifference.Value), NumberFormat.Score),
        Column.Of("days from", Segments.Select(s => s.RestrictedMeanDifference.Interval.Low), NumberFormat.Score),
        Column.Of("days to", Segments.Select(s => s.RestrictedMeanDifference.Interval.High), NumberFormat.Score));

    /// <summary>Gets one row a segment: accounts at risk by day.</summary>
    public Table AtRiskTable => new("accounts at risk", [Column.Of("segment", Segments.Select(s => s.Segment)), .. RiskTimes.Select((t, i) => Column.Of(string.Create(CultureInfo.InvariantCulture, $"day {t:0}"), Segments.Select(s => s.AtRisk[i])))]);

    /// <summary>Gets one row for every two segments: log-rank chi-square, p and p corrected by Holm's method.</summary>
    public Table PairsTable => new(
        "segments in pairs",
        Column.Of("segment", Pairs.Select(p => Segments[p.First].Segment)),
        Column.Of("against", Pairs.Select(p => Segments[p.Second].Segment)),
        Column.Of("chi-square", Pairs.Select(p => p.Test.Statistic), NumberFormat.Score),
        Column.Of("p", Pairs.Select(p => p.Test.DegreesOfFreedom > 0 ? p.Test.PValue : double.NaN), NumberFormat.Score),
        Column.Of("p corrected", Pairs.Select(p => p.CorrectedPValue), NumberFormat.Score));

    /// <summary>Gets one row an anniversary, and one for all other times: accounts, account-months, churned, churn a month with interval, ratio to other times.</summary>
    public Table AnniversaryTable => new(
        "churn by contract anniversary",
        Column.Of("tenure", Anniversaries.Select(a => a.Month is { } m ? string.Create(CultureInfo.InvariantCulture, $"around month {m}") : "other times")),
        Column.Of("accounts", Anniversaries.Select(a => a.Accounts)),
        Column.Of("account-months", Anniversaries.Select(a => Math.Round(a.ExposureMonths, 1))),
        Column.Of("churned", Anniversaries.Select(a => a.Churned)),
        Column.Of("churn a month", Anniversaries.Select(a => a.MonthlyChurn), NumberFormat.Share),
        Column.Of("from", Anniversaries.Select(a => a.Interval.Low), NumberFormat.Share),
        Column.Of("to", Anniversaries.Select(a => a.Interval.High), NumberFormat.Share),
        Column.Of("times other months", Anniversaries.Select(a => Finite(a.Ratio)), NumberFormat.Score),
        Column.Of("times from", Anniversaries.Select(a => Finite(a.RatioInterval.Low)), NumberFormat.Score),
        Column.Of("times to", Anniversaries.Select(a => Finite(a.RatioInterval.High)), NumberFormat.Score));

    /// <summary>Returns in a sentence which segment stays longest, which shortest.</summary>
    public string Summary()
    {
        if (Reason is not null) return $"No survival by {Dimension}: {Reason}";
        var m = Milestones.Length - 1;
        SegmentSurvivalRow[] told = [.. Segments.Where(s => !double.IsNaN(s.Survival[m].Value))];
        if (told.Length == 0) return string.Create(CultureInfo.InvariantCulture, $"No segment of {Dimension} was watched to day {Milestones[m]:0}.");
        var (best, worst) = (told.MaxBy(s => s.Survival[m].Value)!, told.MinBy(s => s.Survival[m].Value)!);
        var day = Milestones[m].ToString("0", CultureInfo.InvariantCulture);
        var when = Cohort.Options.Clock == OutcomeClock.Tenure ? $"At {day} days of tenure" : $"{day} days after the start";
        return best.Survival[m].Value == worst.Survival[m].Value
            ? $"{when}, {Percent(best.Survival[m])} are left in every segment of {Dimension}."
            : $"{when}, {Percent(worst.Survival[m])} of {worst.Segment} are left and {Percent(best.Survival[m])} of {best.Segment}.";
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        yield return Summary();
        if (Reason is not null || Test is null) yield break;
        yield return Test.DegreesOfFreedom == 0 ? "Nobody churned while two segments were watched: nothing can be compared."
            : string.Create(CultureInfo.InvariantCulture, $"Log-rank test of all segments: chi-square {Test.Statistic:0.00} on {Test.DegreesOfFreedom} degrees of freedom, p {Probability(Test.PValue)}, from {options.Count(Segments.Sum(s => s.Churned))} of {options.Count(Segments.Sum(s => s.Accounts))} accounts that churned.");
        foreach (var line in Biases()) yield return line;
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Reason is not null) yield break;
        var limits = Cohort.Framework.Limits;
        yield return string.Create(CultureInfo.InvariantCulture, $"Survival is the Kaplan-Meier share not churned, {(Cohort.Options.Clock == OutcomeClock.Tenure ? "by days of tenure, each account from the tenure that it had at the start on" : $"by days since {DateColumn.Show(Cohort.Start)}")}; intervals hold {limits.Confidence * 100:0.#}%. Each segment is held against the accounts of all other segments together.");
        yield return string.Create(CultureInfo.InvariantCulture, $"Verdicts are on the hazard ratio: no relevant difference where its interval lies inside {1 / Cohort.Options.HazardRatioMargin:0.00} to {Cohort.Options.HazardRatioMargin:0.00}, difference where the log-rank p, corrected for all segments by Holm's method, is at most {1 - limits.Confidence:0.##}. What could have been seen is meant with a power of {Cohort.Options.Power * 100:0}%, or its inverse below 1.");
        if (Unassigned + Excluded + NotOnClock > 0)
            yield return $"In no curve: {options.Count(Unassigned)} Unassigned, {options.Count(Excluded)} excluded, {options.Count(NotOnClock)} whose time on the clock is not known.";
        if (ExcludedChurned > 0) yield return $"Of the excluded, {options.Count(ExcludedChurned)} churned. Does an exclusion ask for what is known of today only, such as a former customer? Then it takes out those that left.";
        foreach (var segment in Segments.Where(s => s.Curve.DepletedAt is not null))
            yield return string.Create(CultureInfo.InvariantCulture, $"{segment.Segment}: all accounts under watch had churned by day {segment.Curve.DepletedAt:0}, before others came under watch, so its curve stays at 0 and says nothing of those. Begin the clock at the start of the cohort, or watch more accounts.");
    }

    private IEnumerable<string> Biases()
    {
        if (Cohort.Source == SegmentSource.Today) yield return "Segments are those of today, not of the start: what happened since may have made them, so the differences are biased.";
        else if (!KnownTodayOnly.IsEmpty) yield return $"{string.Join(", ", KnownTodayOnly)} {(KnownTodayOnly.Length == 1 ? "is" : "are")} known as of today only: what happened may have made the segment, so a difference is no evidence that it foretells churn.";
        if (!Cohort.IsClosed) yield return string.Create(CultureInfo.InvariantCulture, $"The window is still open: it closes on {DateColumn.Show(Cohort.End)}, and curves go as far as the history does.");
    }

    private IEnumerable<Column> At(int milestone)
    {
        var day = string.Create(CultureInfo.InvariantCulture, $"day {Milestones[milestone]:0}");
        return
        [
            Column.Of($"survival {day}", Segments.Select(s => s.Survival[milestone].Value), NumberFormat.Share),
            Column.Of($"{day} from", Segments.Select(s => s.Survival[milestone].Interval.Low), NumberFormat.Share),
            Column.Of($"{day} to", Segments.Select(s => s.Survival[milestone].Interval.High), NumberFormat.Share),
        ];
    }

    internal static string Probability(double p) => p < 0.0001 ? "below 0.0001" : p.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Percent(SurvivalEstimate estimate) => Audit.Phrase.Share(estimate.Value, estimate.Interval);

    private static double Finite(double value) => double.IsFinite(value) ? value : double.NaN;
}
