using System.Collections.Immutable;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Match;

/// <summary>What each threshold makes of the pairs: how much is joined, and how much of it rightly where labels are known.</summary>
public sealed record MatchThresholds : Result
{
    /// <inheritdoc/>
    public override string ResultName => "match-thresholds";

    /// <summary>Gets the number of records.</summary>
    public required int Records { get; init; }

    /// <summary>Gets one row a threshold, ascending.</summary>
    public required ImmutableArray<MatchThreshold> Rows { get; init; }

    /// <summary>Gets the confidence level of the intervals, two-sided.</summary>
    public required double Confidence { get; init; }

    /// <summary>Returns the thresholds. Pairs are joined through others too: precision and recall speak about all pairs within a cluster. Intervals are
    /// Wilson's; pairs of one cluster are not independent, so they are somewhat too narrow.</summary>
    public override Table ToTable()
    {
        var measured = Rows.Any(r => r.Score is not null);
        IEnumerable<Column> columns =
        [
            Column.Of("probability from", Rows.Select(r => r.Probability)),
            Column.Of("weight from", Rows.Select(r => MatchParameters.WeightOf(r.Probability)), NumberFormat.Score),
            Column.Of("pairs", Rows.Select(r => r.Pairs)),
            Column.Of("refused", Rows.Select(r => r.Refused)),
            Column.Of("entities", Rows.Select(r => r.Entities)),
            Column.Of("duplicate rate", Rows.Select(r => Share(Records - r.Entities)), NumberFormat.Share),
            Column.Of("records in clusters", Rows.Select(r => r.InClusters)),
            Column.Of("share in clusters", Rows.Select(r => Share(r.InClusters)), NumberFormat.Share),
        ];
        return new Table("thresholds", measured ? columns.Concat(Scores()) : columns);
    }

    internal static MatchThresholds Of(ScoredPairs pairs, MatchSettings settings, MatchDecisions decisions, HierarchyGuard guard, MatchOptions options, double confidence) => new()
    {
        Records = pairs.Records.Ids.Length,
        Confidence = confidence,
        Rows =
        [
            .. options.Thresholds.Append(settings.Threshold).Distinct().Order().Select(threshold =>
            {
                var weight = MatchParameters.WeightOf(threshold);
                var clusters = MatchClusters.Of(pairs, weight, decisions, guard, options.Clusters);
                return new MatchThreshold(
                    threshold, pairs.Weight.Count(w => w >= weight), clusters.Refusals.Length, clusters.GroupCount, clusters.Clusters.Sum(c => c.Rows.Length), options.Labels?.Score(clusters));
            }),
        ],
    };

    private double? Share(int records) => Records == 0 ? null : (double)records / Records;

    private IEnumerable<Column> Scores()
    {
        var intervals = Rows.Select(r => r.Score is { } s
            ? (Precision: ProportionInterval.Wilson(s.Right, s.Right + s.Wrong, Confidence), Recall: ProportionInterval.Wilson(s.Right, s.Right + s.Missed, Confidence)) : default).ToArray();
        return
        [
            Column.Of("precision", Rows.Select(r => r.Score?.Precision), NumberFormat.Share),
            Column.Of("precision at least", intervals.Select(i => i.Precision.Low), NumberFormat.Share),
            Column.Of("precision at most", intervals.Select(i => i.Precision.High), NumberFormat.Share),
            Column.Of("recall", Rows.Select(r => r.Score?.Recall), NumberFormat.Share),
            Column.Of("recall at least", intervals.Select(i => i.Recall.Low), NumberFormat.Share),
            Column.Of("recall at most", intervals.Select(i => i.Recall.High), NumberFormat.Share),
            Column.Of("F1", Rows.Select(r => r.Score?.F1), NumberFormat.Score),
        ];
    }
}
