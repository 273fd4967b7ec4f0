using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>How engaged each segment is, against the full database and against all others.</summary>
public sealed record EngagementRatesResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "engagement-rates";

    /// <summary>Gets the dimension.</summary>
    public required string Dimension { get; init; }

    /// <summary>Gets whose: accounts or contacts.</summary>
    public required EntityKind Of { get; init; }

    /// <summary>Gets the options.</summary>
    public required EngagementRatesOptions Options { get; init; }

    /// <summary>Gets why nothing can be said; null where something can.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the day in whose evening the window begins and segments are taken.</summary>
    public DateTime Start { get; init; }

    /// <summary>Gets the last day of the window, included.</summary>
    public DateTime End { get; init; }

    /// <summary>Gets the rates: of each measure the full database, then every segment in the framework's order.</summary>
    public ImmutableArray<EngagementRate> Rates { get; init; } = [];

    /// <summary>Gets how each measure is reckoned, one sentence each.</summary>
    public ImmutableArray<string> Definitions { get; init; } = [];

    /// <summary>Gets the records that an exclusion takes out: not in the full database.</summary>
    public int Excluded { get; init; }

    /// <summary>Gets the records without a segment: in the full database, and in no row of their own.</summary>
    public int Unassigned { get; init; }

    /// <summary>Gets what else was noticed, one sentence each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Returns one row a measure and segment: records, rate with interval, ratio to the full database beside the benchmark, ratio to all others with interval and verdict.</summary>
    public override Table ToTable() => new(
        "engagement",
        Column.Of("measure", Rates.Select(r => r.Measure)),
        Column.Of("segment", Rates.Select(r => r.Segment ?? "full database")),
        Column.Of("records", Rates.Select(r => r.Records)),
        Column.Of("rate", Rates.Select(r => r.Rate is { } rate ? Show(r, rate) : null)),
        Column.Of("from", Rates.Select(r => r.Interval is { } i ? Show(r, i.Low) : null)),
        Column.Of("to", Rates.Select(r => r.Interval is { } i ? Show(r, i.High) : null)),
        Column.Of("against full database", Rates.Select(r => r.AgainstAll), NumberFormat.Score),
        Column.Of("least", Rates.Select(r => r.AgainstAllInterval?.Low), NumberFormat.Score),
        Column.Of("most", Rates.Select(r => r.AgainstAllInterval?.High), NumberFormat.Score),
        Column.Of("benchmark", Rates.Select(r => r.AgainstAll is null ? null : (double?)(1 + Options.Uplift)), NumberFormat.Score),
        Column.Of("against all others", Rates.Select(r => r.AgainstOthers), NumberFormat.Score),
        Column.Of("others least", Rates.Select(r => r.AgainstOthersInterval?.Low), NumberFormat.Score),
        Column.Of("others most", Rates.Select(r => r.AgainstOthersInterval?.High), NumberFormat.Score),
        Column.Of("p (Holm)", Rates.Select(r => r.AgainstOthersInterval is null ? null : (double?)r.PValue), NumberFormat.Score),
        Column.Of("verdict", Rates.Select(r => r.Verdict is { } v ? SnakeName.Words(v) : null)),
        Column.Of("could have been seen", Rates.Select(r => double.IsFinite(r.Detectable) ? string.Create(CultureInfo.InvariantCulture, $"±{r.Detectable * 100:0}%") : null)));

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Reason is not null)
        {
            yield return $"No answer: {Reason}";
            yield break;
        }

        yield return $"{Dimension}: {SnakeName.Of(Of)} of {DateColumn.Show(Start)} with the segments of that day, followed to {DateColumn.Show(End)}.";
        foreach (var measure in Rates.Select(r => r.Measure).Distinct())
        {
            var best = Rates.Where(r => r.Measure == measure && r.AgainstAllInterval is not null).OrderByDescending(r => r.AgainstAll).FirstOrDefault();
            if (best is null) continue;
            var reached = best.AgainstAllInterval!.Value;
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{Capital(measure)}: highest in {best.Segment}, {best.AgainstAll - 1:+0%;-0%;0%} against the full database ({reached.Low - 1:+0%;-0%;0%} to {Most(reached)}); the playbook's benchmark is {Options.Uplift:+0%}, which {(reached.Low > 1 + Options.Uplift ? "lies below" : reached.High < 1 + Options.Uplift ? "lies above" : "lies within")} the interval.");
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Reason is not null) yield break;
        foreach (var definition in Definitions) yield return Capital(definition);
        yield return $"Full database: every record that no exclusion takes out and of which the measure speaks{(Of == EntityKind.Accounts ? ", of accounts those that paid on that day" : string.Empty)}, {options.Count(Unassigned)} Unassigned among them; {options.Count(Excluded)} excluded.";
        yield return string.Create(CultureInfo.InvariantCulture, $"Segments are compared with each other, not a campaign with none: a segment may have been livelier before. Ratios within {Options.RatioMargin:0%} of 1 do not matter; {Options.Confidence * 100:0.#}% intervals.");
        foreach (var note in Notes) yield return note;
    }

    private static string Show(EngagementRate rate, double value) => rate.IsShare ? Phrase.Share(value) : string.Create(CultureInfo.InvariantCulture, $"{value:#,0.0}");

    private static string Most(Interval ratio) => double.IsFinite(ratio.High) ? string.Create(CultureInfo.InvariantCulture, $"{ratio.High - 1:+0%;-0%;0%}") : "no bound";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
