using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Match;

/// <summary>The pairs that blocking rules make, rule by rule: what a match will cost, and what it leaves unseen.</summary>
public sealed record BlockingResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "blocking";

    /// <summary>Gets the number of records n.</summary>
    public required int Records { get; init; }

    /// <summary>Gets the most records that may share one key.</summary>
    public required int LargestBlock { get; init; }

    /// <summary>Gets the counts of each rule, in the rules' order.</summary>
    public required ImmutableArray<BlockingRuleCount> Rules { get; init; }

    /// <summary>Gets the most frequent key of each rule, the fields joined by " · "; null where no record has a key. Shown in the table only, where
    /// it can be hidden: it may point at a person.</summary>
    internal ImmutableArray<string?> LargestKeys { get; init; } = [];

    /// <summary>Gets the number of all pairs, n(n-1)/2.</summary>
    public long AllPairs => CandidateBlocks.PairsOf(Records);

    /// <summary>Gets the number of pairs that at least one rule makes, each counted once.</summary>
    public long Candidates => Rules.Sum(r => r.NewPairs);

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "blocking",
        Column.Of("rule", Rules.Select(r => r.Rule.Name)),
        Counts("records with a key", r => r.WithKey),
        Counts("keys", r => r.Keys),
        Counts("largest block", r => r.LargestBlock),
        Column.Of("its key", LargestKeys).AsPersonal(),
        Counts("pairs", r => r.Pairs),
        Counts("pairs no rule before makes", r => r.NewPairs),
        Column.Of("share of all pairs", Rules.Select(r => AllPairs == 0 ? (double?)null : (double)r.Pairs / AllPairs), NumberFormat.Share),
        Counts("blocks too large", r => r.LeftOut),
        Counts("pairs left out", r => r.PairsLeftOut));

    private NumberColumn Counts(string name, Func<BlockingRuleCount, long> of) => Column.Of(name, Rules.Select(r => (double)of(r)), NumberFormat.Count);
}
