using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Match;

/// <summary>Pairs of records that agree on a rule of <see cref="MatchSettings.Lookalike"/> (one name, one domain) and were kept apart, with the reason.</summary>
public sealed record Lookalikes : Result
{
    /// <inheritdoc/>
    public override string ResultName => "lookalikes";

    /// <summary>Gets the breakdown of each pair, the most likely first; the guard's reason, where it has one, in <see cref="PairExplanation.Forbidden"/>.</summary>
    public required ImmutableArray<PairExplanation> Pairs { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "lookalikes kept apart",
        Column.Of("left", Pairs.Select(p => p.Left)),
        Column.Of("right", Pairs.Select(p => p.Right)),
        Column.Of("weight", Pairs.Select(p => p.Weight), NumberFormat.Score),
        Column.Of("probability", Pairs.Select(p => p.Probability), NumberFormat.Share),
        Column.Of("kept apart because", Pairs.Select(p => p.Forbidden ?? "the evidence speaks against it")),
        Column.Of("for", Pairs.Select(p => p.Levels(w => w > 0))),
        Column.Of("against", Pairs.Select(p => p.Levels(w => w < 0))));

    internal static Lookalikes Of(MatchModel model, ClustersResult clusters, HierarchyGuard guard)
    {
        var (records, settings) = (model.Records, model.Settings);
        var pairs = new HashSet<(int Left, int Right)>();
        foreach (var blocks in CandidatePairs.Of(records, settings.Lookalike, settings.LargestBlock).Blocks)
        {
            for (var block = 0; block < blocks.Count; block++)
            {
                var rows = blocks.Rows.AsSpan(blocks.Starts[block]..blocks.Starts[block + 1]);
                for (var i = 0; i < rows.Length; i++)
                {
                    foreach (var other in rows[(i + 1)..])
                    {
                        if (clusters.Group[rows[i]] != clusters.Group[other]) pairs.Add((Math.Min(rows[i], other), Math.Max(rows[i], other)));
                    }
                }
            }
        }

        var explainer = PairExplainer.Of(model);
        return new Lookalikes
        {
            Pairs =
            [
                .. pairs.Select(p => (Pair: p, Explanation: explainer.Explain(p.Left, p.Right) with { Forbidden = guard.Veto(p.Left, p.Right) }))
                    .OrderByDescending(p => p.Explanation.Weight).ThenBy(p => p.Pair.Left).ThenBy(p => p.Pair.Right).Select(p => p.Explanation),
            ],
        };
    }
}
