using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>Whether the launch changed anything: churn, GRR and NRR before and after, and what remains of the change against a control.</summary>
public sealed record LaunchEffectResult : Result
{
    internal const string AllSegments = "all segments";
    internal const string AllTreated = "all treated segments";

    private const double PointsInOne = 100;

    /// <inheritdoc/>
    public override string ResultName => "launch-effect";

    /// <summary>Gets the dimension.</summary>
    public required string Dimension { get; init; }

    /// <summary>Gets the options.</summary>
    public required LaunchEffectOptions Options { get; init; }

    /// <summary>Gets why nothing can be said; null where something can.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the eve of the launch: the window after begins in its evening, the window before ends with it.</summary>
    public DateTime Start { get; init; }

    /// <summary>Gets the last day of the window after.</summary>
    public DateTime End { get; init; }

    /// <summary>Gets the two-sided confidence of every interval.</summary>
    public double Confidence { get; init; }

    /// <summary>Gets the segments, in the framework's order.</summary>
    public ImmutableArray<LaunchEffectSegment> Segments { get; init; } = [];

    /// <summary>Gets all segments together; null where nothing can be said.</summary>
    public LaunchEffectSegment? Overall { get; init; }

    /// <summary>Gets the changes: against nothing, against the untreated segments where some are named, and against the same months a year earlier where the history reaches back.</summary>
    public ImmutableArray<LaunchEffectEstimate> Estimates { get; init; } = [];

    /// <summary>Gets the change over all segments, split into rate effect and mix effect: churn, GRR, NRR.</summary>
    public ImmutableArray<LaunchEffectSplit> Splits { get; init; } = [];

    /// <summary>Gets the windows of equal length, the earliest first, the one after the launch last.</summary>
    public ImmutableArray<LaunchEffectWindow> Windows { get; init; } = [];

    /// <summary>Gets the accounts whose segment changed since the launch; null where nothing can be said.</summary>
    public LaunchEffectMovers? Movers { get; init; }

    /// <summary>Gets the accounts in no segment, Unassigned or excluded, before and after: in no figure above.</summary>
    public ImmutableArray<LaunchEffectRate> WithoutSegment { get; init; } = [];

    /// <summary>Gets what must be said about when the segments were true, one sentence each.</summary>
    public ImmutableArray<string> Timing { get; init; } = [];

    /// <summary>Gets one row a change: measure, segment, what it is held against, estimate with interval, p-value, verdict, what could have been seen.</summary>
    public Table Effects => new(
        "changes at the launch",
        Column.Of("measure", Estimates.Select(e => LaunchEffectWords.Of(e.Measure))),
        Column.Of("against", Estimates.Select(e => LaunchEffectWords.Of(e.Control))),
        Column.Of("segment", Estimates.Select(e => e.Of)),
        Column.Of("accounts", Estimates.Select(e => e.Accounts)),
        Column.Of("change", Estimates.Select(e => e.Estimate), NumberFormat.Share),
        Column.Of("from", Estimates.Select(e => e.Interval.Low), NumberFormat.Share),
        Column.Of("to", Estimates.Select(e => e.Interval.High), NumberFormat.Share),
        Column.Of("p (Holm)", Estimates.Select(e => double.IsNaN(e.Interval.Low) ? double.NaN : e.PValue), NumberFormat.Score),
        Column.Of("verdict", Estimates.Select(e => SnakeName.Words(e.Verdict))),
        Column.Of("could have been seen", Estimates.Select(e => e.Detectable), NumberFormat.Share));

    /// <summary>Gets one row a measure: before, after, change, rate effect and mix effect with their intervals.</summary>
    public Table RateAndMix => new(
        "rate effect and mix effect",
        Column.Of("measure", Splits.Select(s => LaunchEffectWords.Of(s.Measure))),
        Column.Of("before", Splits.Select(s => s.Effects.Before), NumberFormat.Share),
        Column.Of("after", Splits.Select(s => s.Effects.After), NumberFormat.Share),
        Column.Of("change", Splits.Select(s => s.Effects.Change), NumberFormat.Share),
        Column.Of("rate effect", Splits.Select(s => s.Effects.RateEffect), NumberFormat.Share),
        Column.Of("rate from", Splits.Select(s => s.RateInterval?.Low ?? double.NaN), NumberFormat.Share),
        Column.Of("rate to", Splits.Select(s => s.RateInterval?.High ?? double.NaN), NumberFormat.Share),
        Column.Of("mix effect", Splits.Select(s => s.Effects.MixEffect), NumberFormat.Share),
        Column.Of("mix from", Splits.Select(s => s.MixInterval?.Low ?? double.NaN), NumberFormat.Share),
        Column.Of("mix to", Splits.Select(s => s.MixInterval?.High ?? double.NaN), NumberFormat.Share));

    /// <summary>Gets one row a window of equal length: churn of the treated and of the untreated, and the change from the window before; a change before the launch is a placebo.</summary>
    public Table Trend => new(
        "windows before the launch",
        Column.Of("from", Windows.Select(w => (DateTime?)w.Start)),
        Column.Of("to", Windows.Select(w => (DateTime?)w.End)),
        Column.Of("window", Windows.Select(w => w.IsAfterLaunch ? "after the launch" : "before")),
        Column.Of("treated", Windows.Select(w => w.Treated.Accounts)),
        Column.Of("treated churn", Windows.Select(w => w.Treated.Churn), NumberFormat.Share),
        Column.Of("untreated", Windows.Select(w => (double?)w.Untreated?.Accounts), NumberFormat.Count),
        Column.Of("untreated churn", Windows.Select(w => w.Untreated?.Churn), NumberFormat.Share),
        Column.Of("effect", Windows.Select(w => w.Effect ?? double.NaN), NumberFormat.Share),
        Column.Of("effect from", Windows.Select(w => w.Interval?.Low ?? double.NaN), NumberFormat.Share),
        Column.Of("effect to", Windows.Select(w => w.Interval?.High ?? double.NaN), NumberFormat.Share),
        Column.Of("p", Windows.Select(w => w.Effect is null ? double.NaN : w.PValue), NumberFormat.Score));

    /// <summary>Gets one row a group of accounts by what became of their segment since the launch, with the share that churned or paid less.</summary>
    public Table Moved
    {
        get
        {
            (string Name, int Accounts, int Worse)[] rows = Movers is not { } m ? [] :
            [
                ("same segment today", m.Stayed, m.StayedWorse),
                ("another segment today", m.Moved, m.MovedWorse),
                ("in no segment today", m.Left, m.LeftWorse),
                ("overridden after the launch", m.Overridden, m.OverriddenWorse),
            ];
            var intervals = rows.Select(r => ProportionInterval.Wilson(r.Worse, r.Accounts, Confidence)).ToArray();
            return new(
                "accounts that moved",
                Column.Of("group", rows.Select(r => r.Name)),
                Column.Of("accounts", rows.Select(r => r.Accounts)),
                Column.Of("churned or pay less", rows.Select(r => r.Worse)),
                Column.Of("share", rows.Select(r => r.Accounts == 0 ? null : (double?)r.Worse / r.Accounts), NumberFormat.Share),
                Column.Of("from", intervals.Select(i => i.Low), NumberFormat.Share),
                Column.Of("to", intervals.Select(i => i.High), NumberFormat.Share));
        }
    }

    /// <summary>Returns one row a segment: accounts, churn, GRR and NRR before and after, the change of churn with its interval and verdict.</summary>
    public override Table ToTable()
    {
        var changes = Segments.Select(s => Find(s.Segment, LaunchEffectMeasure.Churn, LaunchEffectControl.None)).ToArray();
        return new(
            "before and after the launch",
            Column.Of("segment", Segments.Select(s => s.Segment)),
            Column.Of("taken as", Segments.Select(s => s.IsTreated ? "treated" : "untreated")),
            Column.Of("accounts before", Segments.Select(s => s.Before.Accounts)),
            Column.Of("churned before", Segments.Select(s => s.Before.Churned)),
            Column.Of("churn before", Segments.Select(s => s.Before.Churn), NumberFormat.Share),
            Column.Of("accounts after", Segments.Select(s => s.After.Accounts)),
            Column.Of("churned after", Segments.Select(s => s.After.Churned)),
            Column.Of("churn after", Segments.Select(s => s.After.Churn), NumberFormat.Share),
            Column.Of("change", changes.Select(c => c?.Estimate ?? double.NaN), NumberFormat.Share),
            Column.Of("from", changes.Select(c => c?.Interval.Low ?? double.NaN), NumberFormat.Share),
            Column.Of("to", changes.Select(c => c?.Interval.High ?? double.NaN), NumberFormat.Share),
            Column.Of("verdict", changes.Select(c => c is null ? null : SnakeName.Words(c.Verdict))),
            Column.Of("GRR before", Segments.Select(s => s.Before.Grr), NumberFormat.Share),
            Column.Of("GRR after", Segments.Select(s => s.After.Grr), NumberFormat.Share),
            Column.Of("NRR before", Segments.Select(s => s.Before.Nrr), NumberFormat.Share),
            Column.Of("NRR after", Segments.Select(s => s.After.Nrr), NumberFormat.Share));
    }

    /// <summary>Returns an estimate; null where it was not made.</summary>
    /// <param name="of">The segment, or the words for several together.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="control">The control.</param>
    public LaunchEffectEstimate? Find(string of, LaunchEffectMeasure measure, LaunchEffectControl control) =>
        Estimates.FirstOrDefault(e => e.Of.Equals(of, StringComparison.OrdinalIgnoreCase) && e.Measure == measure && e.Control == control);

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Reason is not null)
        {
            yield return $"No answer: {Reason}";
            yield break;
        }

        var window = Windows[^1];
        yield return $"{Dimension}: {DateColumn.Show(window.Start)} to {DateColumn.Show(window.End)}, after the launch, against {DateColumn.Show(Windows[^2].Start)} to {DateColumn.Show(Windows[^2].End)}, before it.";
        foreach (var line in Timing) yield return line;
        var control = Estimates.Any(e => e.Control == LaunchEffectControl.Untreated) ? LaunchEffectControl.Untreated
            : Estimates.Any(e => e.Control == LaunchEffectControl.LastYear) ? LaunchEffectControl.LastYear : LaunchEffectControl.None;
        foreach (var segment in Segments.Where(s => s.IsTreated))
        {
            if (Find(segment.Segment, LaunchEffectMeasure.Churn, control) is { } estimate) yield return Said(segment, estimate, options);
        }

        if (Splits.FirstOrDefault(s => s.Measure == LaunchEffectMeasure.Churn) is { Effects: var churn } && !double.IsNaN(churn.Before))
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"Over all segments churn went from {Phrase.Share(churn.Before)} to {Phrase.Share(churn.After)}: {Show(churn.Change)} points, of which {Show(churn.RateEffect)} are the segments' own rates (rate effect) and {Show(churn.MixEffect)} who is in which segment (mix effect).");
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Reason is not null) yield break;
        if (Windows.Count(w => !w.IsAfterLaunch && w.Effect is not null) is > 0 and var placebos)
        {
            var found = Windows.Count(w => !w.IsAfterLaunch && w.Effect is not null && w.PValue <= 1 - Confidence);
            yield return string.Create(CultureInfo.InvariantCulture,
                $"Before the launch {placebos} {(placebos == 1 ? "change" : "changes")} from one window to the next can be looked at in the same way, each a launch that was none: {(found == 0 ? "none is" : found == 1 ? "1 is" : $"{found} are")} beyond chance{(found == 0 ? "" : ", so that the groups did not go the same way before either, and the effect cannot be put down to the launch")}.");
        }
        else
        {
            yield return "The history does not reach back far enough to see whether the segments went the same way before the launch.";
        }

        if (Movers is { } movers)
        {
            if (movers.Moved > 0)
            {
                yield return $"Since the launch {options.Count(movers.Moved)} of {options.Count(movers.Moved + movers.Stayed + movers.Left)} accounts moved to another segment; {options.Count(movers.MovedWorse)} of them churned or pay less, of those that stayed {options.Count(movers.StayedWorse)} of {options.Count(movers.Stayed)}.";
            }

            if (movers.Left > 0) yield return $"{options.Count(movers.Left)} accounts are in no segment today, {options.Count(movers.LeftWorse)} of which churned or pay less: by the segments of today they would be missing from every rate.";
            if (movers.PValue <= 1 - Confidence) yield return "Warning: accounts were moved because of what happened, or with it. Segments of today know the outcome; the figures here use those of the start.";
            if (movers.OverriddenWorse > 0)
            {
                yield return $"Warning: {options.Count(movers.Overridden)} {(movers.Overridden == 1 ? "account stands" : "accounts stand")} in a segment by an override dated after the launch, {options.Count(movers.OverriddenWorse)} of which churned or pay less: what happened may have made {(movers.Overridden == 1 ? "it" : "them")}.";
            }
        }

        if (WithoutSegment.Any(w => w.Accounts > 0))
        {
            yield return $"In no segment, and in no figure: {options.Count(WithoutSegment[0].Accounts)} accounts before ({options.Count(WithoutSegment[0].Churned)} churned), {options.Count(WithoutSegment[1].Accounts)} after ({options.Count(WithoutSegment[1].Churned)} churned).";
        }

        yield return string.Create(CultureInfo.InvariantCulture,
            $"Churn: no ARR at a month's end in the window, of the accounts that paid at its start. {Confidence * 100:0.#}% intervals: Wilson limits joined, accounts in both windows taken as dependent; of GRR and NRR {Options.Outcome.Resamples:#,0} bootstrap samples of the accounts. Differences below {Options.Outcome.EquivalenceMargin * PointsInOne:0.#} points do not matter.");
    }

    private string Said(LaunchEffectSegment segment, LaunchEffectEstimate e, RenderOptions options)
    {
        var (before, after) = (segment.Before, segment.After);
        var rates = $"{segment.Segment}: churn {Of(before)} before, {Of(after)} after";
        if (double.IsNaN(e.Estimate)) return $"{rates}; a window holds no account, so that nothing can be said.";
        var against = e.Control switch
        {
            LaunchEffectControl.Untreated => $"less the change of {string.Join(" and ", Segments.Where(s => !s.IsTreated).Select(s => s.Segment))} ",
            LaunchEffectControl.LastYear => "less the change over the same months a year earlier ",
            _ => string.Empty,
        };
        return $"{rates}; {against}{Show(e.Estimate)} points ({Show(e.Interval.Low)} to {Show(e.Interval.High)}): {SnakeName.Words(e.Verdict)}{(e.Verdict == OutcomeVerdict.Inconclusive ? $", could only have seen {Show(e.Detectable).TrimStart('+')} points or more{(e.Detectable > before.Churn ? ", which no fall could reach" : string.Empty)}" : string.Empty)}.";

        string Of(LaunchEffectRate rate) => rate.Churn is { } churn ? $"{Phrase.Share(churn)} ({options.Count(rate.Churned)} of {options.Count(rate.Accounts)})" : "of no account";
    }

    private static string Show(double proportion) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(proportion * PointsInOne, 1) + 0.0:+0.0;-0.0;0.0}");
}
