using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Match;

/// <summary>The weights of a match and how they were learnt.</summary>
public sealed record MatchModel : Result
{
    /// <inheritdoc/>
    public override string ResultName => "match-weights";

    /// <summary>Gets the records that the model was learnt from.</summary>
    public required MatchRecords Records { get; init; }

    /// <summary>Gets the settings.</summary>
    public required MatchSettings Settings { get; init; }

    /// <summary>Gets prior, m and u.</summary>
    public required MatchParameters Parameters { get; init; }

    /// <summary>Gets the number of pairs from which u was taken.</summary>
    public required long RandomPairs { get; init; }

    /// <summary>Gets the number of pairs that meet a deterministic rule, from which the prior was taken.</summary>
    public required long DeterministicPairs { get; init; }

    /// <summary>Gets the runs of expectation-maximisation, one a training rule.</summary>
    public required ImmutableArray<TrainingRun> Runs { get; init; }

    /// <summary>Gets the expected number of matches on each level 1 … L + 1, one array a comparison, summed over the runs it took part in.</summary>
    public required ImmutableArray<ImmutableArray<double>> MatchLevels { get; init; }

    /// <summary>Gets the number of random pairs on each level, likewise.</summary>
    public required ImmutableArray<ImmutableArray<double>> RandomLevels { get; init; }

    /// <summary>Gets what could not be learnt and what was used instead, one sentence each.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>Gets the runs as a table: rule, pairs, expected matches, rounds, whether they settled, comparisons learnt.</summary>
    public Table History => new(
        "training",
        Column.Of("rule", Runs.Select(r => r.Rule.Name)),
        Column.Of("pairs", Runs.Select(r => (double)r.Pairs), NumberFormat.Count),
        Column.Of("expected matches", Runs.Select(r => Math.Round(r.Matches, 1))),
        Column.Of("share", Runs.Select(r => r.Pairs == 0 ? (double?)null : r.Matches / r.Pairs), NumberFormat.Share),
        Column.Of("rounds", Runs.Select(r => r.Rounds)),
        Column.Of("settled", Runs.Select(r => r.Rounds == 0 ? (bool?)null : r.Converged)),
        Column.Of("comparisons learnt", Runs.Select(r => string.Join(", ", r.Comparisons))));

    /// <summary>Returns why two records are one or not, whether a blocking rule makes the pair or not.</summary>
    /// <param name="left">Zero-based row of one record.</param>
    /// <param name="right">Zero-based row of the other.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="ArgumentException">The rows are the same.</exception>
    public PairExplanation Explain(int left, int right) => PairExplainer.Of(this).Explain(left, right);

    /// <inheritdoc/>
    public override Table ToTable()
    {
        var levels = Settings.Comparisons.SelectMany((comparison, i) => Enumerable.Range(1, comparison.Else).Select(level => (Comparison: comparison, Index: i, Level: level))).ToArray();
        return new Table(
            "match weights",
            Column.Of("comparison", levels.Select(l => l.Comparison.Name)),
            Column.Of("level", levels.Select(l => l.Comparison.NameOf(l.Level))),
            Column.Of("m", levels.Select(l => Parameters.M[l.Index][l.Level - 1]), NumberFormat.Score),
            Column.Of("u", levels.Select(l => Parameters.U[l.Index][l.Level - 1])),
            Column.Of("weight", levels.Select(l => Parameters.Weight(l.Index, l.Level)), NumberFormat.Score),
            Column.Of("likely matches", levels.Select(l => Math.Round(MatchLevels[l.Index][l.Level - 1], 1))),
            Column.Of("random pairs", levels.Select(l => RandomLevels[l.Index][l.Level - 1]), NumberFormat.Count));
    }
}
