using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>How the accounts of each segment are: health score, NPS, usage.</summary>
public sealed record SegmentHealthResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "segment-health";

    /// <summary>Gets the dimension.</summary>
    public required string Dimension { get; init; }

    /// <summary>Gets the options.</summary>
    public required SegmentHealthOptions Options { get; init; }

    /// <summary>Gets why nothing can be said; null where something can.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the date of the values and of the segments.</summary>
    public DateTime AsOf { get; init; }

    /// <summary>Gets of each measure that the exports hold all segments together, then every segment in the framework's order.</summary>
    public ImmutableArray<SegmentHealthRow> Rows { get; init; } = [];

    /// <summary>Gets whether any segment differs from another, one test a measure.</summary>
    public ImmutableArray<SegmentHealthTest> Tests { get; init; } = [];

    /// <summary>Gets the accounts in no segment, Unassigned or excluded: in no figure.</summary>
    public int WithoutSegment { get; init; }

    /// <summary>Gets whether there is a health score that is left out, because the date is earlier than its own.</summary>
    public bool NoHealthScore { get; init; }

    /// <summary>Returns one row a measure and segment: accounts, blank, score with interval, median with interval, difference from all others with interval and verdict.</summary>
    public override Table ToTable() => new(
        "health",
        Column.Of("measure", Rows.Select(r => Of(r.Measure))),
        Column.Of("segment", Rows.Select(r => r.Segment ?? "all segments")),
        Column.Of("accounts", Rows.Select(r => r.Accounts)),
        Column.Of("blank", Rows.Select(r => r.Blank), NumberFormat.Share),
        Column.Of("score", Rows.Select(r => Show(r, r.Score))),
        Column.Of("from", Rows.Select(r => Show(r, r.Interval?.Low))),
        Column.Of("to", Rows.Select(r => Show(r, r.Interval?.High))),
        Column.Of("median", Rows.Select(r => Plain(r, r.Median))),
        Column.Of("median from", Rows.Select(r => Plain(r, r.MedianInterval?.Low))),
        Column.Of("median to", Rows.Select(r => Plain(r, r.MedianInterval?.High))),
        Column.Of("against all others", Rows.Select(r => Show(r, r.Difference))),
        Column.Of("others from", Rows.Select(r => Show(r, r.DifferenceInterval?.Low))),
        Column.Of("others to", Rows.Select(r => Show(r, r.DifferenceInterval?.High))),
        Column.Of("p (Holm)", Rows.Select(r => r.DifferenceInterval is null ? null : (double?)r.PValue), NumberFormat.Score),
        Column.Of("verdict", Rows.Select(r => r.Verdict is { } v ? SnakeName.Words(v) : null)),
        Column.Of("could have been seen", Rows.Select(r => Show(r, double.IsFinite(r.Detectable) ? r.Detectable : null))));

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Reason is not null)
        {
            yield return $"No answer: {Reason}";
            yield break;
        }

        yield return $"{Dimension} on {DateColumn.Show(AsOf)}: accounts that paid, values and segments of one day.";
        foreach (var (measure, test) in Tests)
        {
            var apart = Rows.Where(r => r.Measure == measure && r.Verdict == OutcomeVerdict.Difference).ToArray();
            yield return $"{Of(measure)}: {(apart.Length == 0 ? "no segment differs from the others beyond chance and by what matters" : string.Join("; ", apart.Select(r => $"{r.Segment} {Show(r, r.Score)}, {Show(r, r.Difference)} against all others ({Show(r, r.DifferenceInterval?.Low)} to {Show(r, r.DifferenceInterval?.High)})")))}. All at once (Kruskal-Wallis): p {NumberColumn.Show(test.PValue, NumberFormat.Score)}, {Phrase.Share(double.IsNaN(test.EpsilonSquared) ? 0 : test.EpsilonSquared)} of the variance of ranks lies between segments.";
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Reason is not null) yield break;
        if (Rows.Any(r => r.Measure == SegmentHealthMeasure.HealthScore)) yield return "The health score is known as of today only: it says nothing of the launch, and what happened since may have made it.";
        if (NoHealthScore) yield return $"No health score: the exports hold that of today only, not that of {DateColumn.Show(AsOf)}.";
        if (WithoutSegment > 0) yield return $"{options.Count(WithoutSegment)} accounts that paid are in no segment and in no figure.";
        yield return string.Create(CultureInfo.InvariantCulture, $"{Options.Confidence * 100:0.#}% intervals. What does not matter: {Options.Margin:0.##} standard deviations of a mean, {Options.NpsMargin * 100:0} points of NPS (promoters from {Options.Promoter:0.#}, detractors to {Options.Detractor:0.#}, each account's latest answer).");
    }

    /// <summary>Returns the measure in words.</summary>
    internal static string Of(SegmentHealthMeasure measure) => measure switch
    {
        SegmentHealthMeasure.HealthScore => "Health score",
        SegmentHealthMeasure.Nps => "NPS",
        SegmentHealthMeasure.ActiveShare => "Active share",
        SegmentHealthMeasure.Adoption => "Feature adoption",
        _ => "Usage",
    };

    // NPS is spoken of in points; a share as a percentage; the rest as it is. 0 is added so that a rounded -0 reads 0.
    private static string? Show(SegmentHealthRow row, double? value) => row.Measure == SegmentHealthMeasure.Nps && value is { } nps ? string.Create(CultureInfo.InvariantCulture, $"{Math.Round(nps * 100) + 0.0:0}") : Plain(row, value);

    private static string? Plain(SegmentHealthRow row, double? value) => value is not { } v ? null
        : row.IsShare ? string.Create(CultureInfo.InvariantCulture, $"{Math.Round(v * 100, 1) + 0.0:0.0}%") : string.Create(CultureInfo.InvariantCulture, $"{Math.Round(v, 1) + 0.0:#,0.0}");
}
