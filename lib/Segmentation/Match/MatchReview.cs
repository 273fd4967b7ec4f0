using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Match;

/// <summary>The pairs that a person should decide: likely, and not likely enough to join.</summary>
public sealed record MatchReview : Result
{
    /// <inheritdoc/>
    public override string ResultName => "match-review";

    /// <summary>Gets the breakdown of each pair, the most likely first.</summary>
    public required ImmutableArray<PairExplanation> Pairs { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "pairs to review",
        Column.Of("left", Pairs.Select(p => p.Left)),
        Column.Of("right", Pairs.Select(p => p.Right)),
        Column.Of("probability", Pairs.Select(p => p.Probability), NumberFormat.Share),
        Column.Of("weight", Pairs.Select(p => p.Weight), NumberFormat.Score),
        Column.Of("left is", Pairs.Select(p => Values(p, e => e.Left))).AsPersonal(),
        Column.Of("right is", Pairs.Select(p => Values(p, e => e.Right))).AsPersonal(),
        Column.Of("for", Pairs.Select(p => p.Levels(w => w > 0))),
        Column.Of("against", Pairs.Select(p => p.Levels(w => w < 0))));

    internal static MatchReview Of(MatchModel model, ScoredPairs pairs, ClustersResult clusters, MatchDecisions decisions, HierarchyGuard guard)
    {
        var (settings, records) = (model.Settings, model.Records);
        var (from, to) = (MatchParameters.WeightOf(settings.ReviewFrom), MatchParameters.WeightOf(settings.Threshold));
        var apart = decisions.Of(records.Kind, same: false).Select(d => d.Records.ToHashSet(StringComparer.Ordinal)).ToArray();
        var explain = PairExplainer.Of(model);
        return new MatchReview
        {
            Pairs =
            [
                .. Enumerable.Range(0, pairs.Weight.Length)
                    .Where(i => pairs.Weight[i] >= from && pairs.Weight[i] < to)
                    .Select(i => (Left: pairs.Left[i], Right: pairs.Right[i], Weight: pairs.Weight[i]))
                    .Where(p => clusters.Group[p.Left] != clusters.Group[p.Right] && guard.Veto(p.Left, p.Right) is null
                        && !Array.Exists(apart, ids => ids.Contains(records.Ids[p.Left]) && ids.Contains(records.Ids[p.Right])))
                    .OrderByDescending(p => p.Weight).ThenBy(p => p.Left).ThenBy(p => p.Right)
                    .Select(p => explain.Explain(p.Left, p.Right)),
            ],
        };
    }

    private static string Values(PairExplanation pair, Func<PairEvidence, string?> side) => string.Join(", ", pair.Evidence.Select(side).OfType<string>());
}
