using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Audit;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>The segments of a dimension against one another: who churned (expanded, contracted) differently, with interval, test and verdict.</summary>
public sealed record SegmentComparisonResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "segment-comparison";

    /// <summary>Gets the cohort.</summary>
    public required OutcomeCohort Cohort { get; init; }

    /// <summary>Gets the dimension's name.</summary>
    public required string Dimension { get; init; }

    /// <summary>Gets the options.</summary>
    public required SegmentComparisonOptions Options { get; init; }

    /// <summary>Gets why no rate is given; null where rates are.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets one row a segment in the framework's order, those without accounts too; empty where there is no cohort.</summary>
    public ImmutableArray<SegmentComparisonRow> Rows { get; init; } = [];

    /// <summary>Gets every two segments side by side; null where no rate is given.</summary>
    public SegmentComparisonPairs? Pairs { get; init; }

    /// <summary>Gets the one test of all segments; null where no rate is given or fewer than two segments have accounts.</summary>
    public SegmentComparisonOverall? Overall { get; init; }

    /// <summary>Gets the accounts of the cohort that are Unassigned: in no rate.</summary>
    public int Unassigned { get; init; }

    /// <summary>Gets those of the Unassigned with the event.</summary>
    public int UnassignedEvents { get; init; }

    /// <summary>Gets the accounts of the cohort that are excluded: in no rate.</summary>
    public int Excluded { get; init; }

    /// <summary>Gets those of the excluded with the event. Many of them mean that what happened excluded them.</summary>
    public int ExcludedEvents { get; init; }

    /// <summary>Gets whether what happened in the window may have made the segments: a difference is then no evidence that they matter.</summary>
    public bool IsBiased { get; init; }

    /// <summary>Gets what must be said about the segments, one sentence each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Gets the rate of all segments together; null where no rate is given.</summary>
    public double? Rate => Rows.FirstOrDefault(r => r.Against is { Accounts: > 0 })?.Against is { } a ? (a.Events + a.OtherEvents) / (double)(a.Accounts + a.OtherAccounts) : null;

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"{Dimension} compared",
        [
            Column.Of("segment", Rows.Select(r => r.Segment)),
            Column.Of("accounts", Rows.Select(r => r.Accounts)),
            .. SegmentComparisonWords.Columns([.. Rows.Select(r => r.Against)], Options.Measure, "all others"),
        ]);

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Reason is not null)
        {
            yield return $"{Dimension} is not compared: {Reason}";
            yield break;
        }

        var compared = Rows.Where(r => r.Against is { Test: not SegmentComparisonTest.None }).Select(r => (r.Segment, Rate: r.Against!)).OrderByDescending(r => Math.Abs(r.Rate.Difference!.Value)).ToArray();
        if (compared.Length == 0)
        {
            yield return $"{Dimension} is not compared: fewer than two of its segments have accounts at the start.";
            yield break;
        }

        if (IsBiased) yield return "What follows is no evidence, because the segments are not known as of the start.";
        var differing = compared.Where(r => r.Rate.Verdict == OutcomeVerdict.Difference).ToArray();
        if (differing.Length == 0) yield return $"In {Window}: no segment of {Dimension} {SegmentComparisonWords.Of(Options.Measure)} differently from the others beyond chance.";

        // Of two segments each is the other's mirror image.
        foreach (var (segment, rate) in compared.Length == 2 ? differing.OrderByDescending(r => r.Rate.Difference).Take(1) : differing)
        {
            yield return $"In {Window}, {Share(rate.Rate!.Value, rate.Events, options)} of {segment} {SegmentComparisonWords.Of(Options.Measure)} against {Share(rate.OtherRate!.Value, rate.OtherEvents, options)} of all others: "
                + $"a difference of {SegmentComparisonWords.Points(rate.Difference!.Value)} ({Points(rate)}).";
        }

        foreach (var (segment, rate) in compared.Where(r => r.Rate.Verdict == OutcomeVerdict.NoRelevantDifference))
            yield return $"{segment}: no relevant difference, {SegmentComparisonWords.Points(rate.Difference!.Value)} ({Points(rate)}); less than {Phrase.Points(Cohort.Options.EquivalenceMargin)} does not matter.";
        foreach (var (segment, rate) in compared.Where(r => r.Rate.Verdict == OutcomeVerdict.Inconclusive))
        {
            yield return $"{segment}: inconclusive, {SegmentComparisonWords.Points(rate.Difference!.Value)} ({Points(rate)}{(rate.DifferenceInterval.Contains(0) ? string.Empty : ", beyond chance alone, but not where so many segments are looked at")}); {options.Count(rate.Accounts)} {(rate.Accounts == 1 ? "account" : "accounts")} "
                + (rate.DetectableDifference is { } least ? $"could only have shown {Phrase.Points(least)} or more." : "could not have shown any difference.");
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        foreach (var note in Notes) yield return note;
        if (Unassigned + Excluded > 0) yield return $"In no rate: {Apart(Unassigned, UnassignedEvents, "Unassigned", options)}, and {Apart(Excluded, ExcludedEvents, "excluded", options)}.";
        if (Reason is not null) yield break;
        yield return SegmentComparisonWords.Definition(Options.Measure);
        if (Overall is { } overall)
        {
            yield return $"All segments together: {Tested(overall)}"
                + (overall.Test == SegmentComparisonTest.None ? "." : string.Create(CultureInfo.InvariantCulture, $"; Cramér's V {overall.CramersV:0.000} ({overall.CramersVInterval.Low:0.000} to {overall.CramersVInterval.High:0.000})."));
        }

        yield return string.Create(CultureInfo.InvariantCulture,
            $"Rates with Wilson's, differences with Newcombe's {Cohort.Framework.Limits.Confidence * 100:0.#}% interval, each for itself; the verdict rests on p-values corrected for all segments (Holm), by chi-square where at least {Options.FewestExpected} accounts are expected in every cell, else by Fisher's exact test.")
            + string.Create(CultureInfo.InvariantCulture, $" What could have been seen, and what is needed for {Phrase.Points(Cohort.Options.EquivalenceMargin)}: with power {Cohort.Options.Power * 100:0.#}% after the same correction.");
    }

    private string Apart(int accounts, int events, string what, RenderOptions options) =>
        $"{options.Count(accounts)} {what}{(Cohort.IsClosed && accounts > 0 ? $", of which {options.Count(events)} {SegmentComparisonWords.Of(Options.Measure)}" : string.Empty)}";

    private string Window => string.Create(CultureInfo.InvariantCulture, $"{(Cohort.End - Cohort.Start).Days:#,0} days");

    private static string Tested(SegmentComparisonOverall overall) => overall.Test switch
    {
        SegmentComparisonTest.None => "nothing can differ, all accounts fared alike",
        SegmentComparisonTest.Permutation => string.Create(CultureInfo.InvariantCulture, $"p {overall.PValue:0.0000} (standard error {overall.StandardError:0.0000}) by random orders, as only {overall.SmallestExpected:0.0} accounts are expected in the smallest cell"),
        _ => string.Create(CultureInfo.InvariantCulture, $"chi-square {overall.ChiSquare:0.00} on {overall.DegreesOfFreedom} degrees of freedom, p {overall.PValue:0.0000}"),
    };

    private static string Points(SegmentComparisonRate rate) => string.Create(CultureInfo.InvariantCulture, $"{SegmentComparisonWords.Rounded(rate.DifferenceInterval.Low):0.0} to {SegmentComparisonWords.Rounded(rate.DifferenceInterval.High):0.0}");

    /// <summary>A rate that rests on few events would give their count away.</summary>
    private static string Share(double share, int events, RenderOptions options) => options.Mask && events > 0 && events < options.SmallCell ? RenderOptions.Hidden : Phrase.Share(share);
}
