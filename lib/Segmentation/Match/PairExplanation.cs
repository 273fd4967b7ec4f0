using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Tables;

namespace Segmentation.Match;

/// <summary>Why two records are one or not: what each comparison found, what it weighs, and what it all adds up to.</summary>
/// <remarks>M = log2(λ/(1-λ)) + Σ log2(m/u), P = 2^M / (1 + 2^M); a missing comparison weighs 0. I. P. Fellegi and A. B. Sunter, Journal of the American
/// Statistical Association 64(328), 1969, 1183-1210.</remarks>
public sealed record PairExplanation : Result
{
    /// <inheritdoc/>
    public override string ResultName => "match-breakdown";

    /// <summary>Gets the id of one record.</summary>
    public required string Left { get; init; }

    /// <summary>Gets the id of the other.</summary>
    public required string Right { get; init; }

    /// <summary>Gets the weight before any comparison, log2(λ/(1-λ)).</summary>
    public required double PriorWeight { get; init; }

    /// <summary>Gets what each comparison found, in the order in which the weights are added.</summary>
    public required ImmutableArray<PairEvidence> Evidence { get; init; }

    /// <summary>Gets the probability from which on two records are one.</summary>
    public required double Threshold { get; init; }

    /// <summary>Gets why the two cannot be one whatever they weigh (parent and subsidiary, two countries …); null where nothing forbids it.</summary>
    public string? Forbidden { get; init; }

    /// <summary>Gets the total weight M.</summary>
    public double Weight => Evidence.Aggregate(PriorWeight, (total, e) => total + e.Total);

    /// <summary>Gets the probability that the two are one, 2^M / (1 + 2^M).</summary>
    public double Probability => MatchParameters.Probability(Weight);

    /// <summary>Gets the breakdown in one sentence. Names levels, never values.</summary>
    public string Sentence
    {
        get
        {
            var verdict = Forbidden is { } reason ? $"kept apart ({reason})" : Probability >= Threshold ? "one" : "not taken for one";
            return string.Create(CultureInfo.InvariantCulture,
                $"{Left} and {Right} are {verdict}: probability {Probability:0.0000}, threshold {Threshold:0.####}. Before anything is compared the weight is {PriorWeight:+0.00;-0.00;0.00}; {Side(e => e > 0, "for it speak", "nothing speaks for it")}; {Side(e => e < 0, "against it", "nothing speaks against it")}; together {Weight:+0.00;-0.00;0.00}.");
        }
    }

    /// <inheritdoc/>
    public override Table ToTable()
    {
        var totals = new List<double> { PriorWeight };
        foreach (var evidence in Evidence) totals.Add(totals[^1] + evidence.Total);
        return new Table(
            $"{Left} and {Right}",
            Column.Of("comparison", Evidence.Select(e => e.Comparison.Name).Prepend("prior")),
            Column.Of("left", Evidence.Select(e => e.Left).Prepend(null)).AsPersonal(),
            Column.Of("right", Evidence.Select(e => e.Right).Prepend(null)).AsPersonal(),
            Column.Of("level", Evidence.Select(e => e.Comparison.NameOf(e.Level)).Prepend("any two records")),
            Column.Of("m", Evidence.Select(e => e.M).Prepend(null), NumberFormat.Score),
            Column.Of("u", Evidence.Select(e => e.U).Prepend(null)),
            Column.Of("weight", Evidence.Select(e => e.Weight).Prepend(PriorWeight), NumberFormat.Score),
            Column.Of("for rarity", Evidence.Select(e => (double?)e.Rarity).Prepend(null), NumberFormat.Score),
            Column.Of("total", totals, NumberFormat.Score),
            Column.Of("probability", totals.Select(MatchParameters.Probability)));
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options) => [Sentence];

    private string Side(Func<double, bool> counts, string lead, string nothing)
    {
        string[] parts =
        [
            .. Evidence.Where(e => counts(Math.Round(e.Total, 2))).OrderByDescending(e => Math.Abs(e.Total))
                .Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Comparison.Name}: {e.Comparison.NameOf(e.Level)} ({e.Total:+0.00;-0.00})")),
        ];
        return parts.Length == 0 ? nothing : $"{lead} {string.Join(", ", parts)}";
    }

    /// <summary>Returns the levels whose weight counts, the heaviest first, in words; null where there is none.</summary>
    internal string? Levels(Func<double, bool> counts)
    {
        string[] levels =
        [
            .. Evidence.Where(e => counts(Math.Round(e.Total, 1))).OrderByDescending(e => Math.Abs(e.Total))
                .Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Comparison.Name}: {e.Comparison.NameOf(e.Level)} ({e.Total:+0.0;-0.0;0.0})")),
        ];
        return levels.Length == 0 ? null : string.Join(", ", levels);
    }
}
