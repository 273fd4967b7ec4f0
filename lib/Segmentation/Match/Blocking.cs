using System.Collections.Immutable;

namespace Segmentation.Match;

/// <summary>Which pairs are looked at: those that share a key, because all n(n-1)/2 would be too many.</summary>
public static class Blocking
{
    /// <summary>Returns the number of pairs that each rule makes. No pair is looked at: the time grows with the records, not with the pairs.</summary>
    /// <param name="records">The records.</param>
    /// <param name="rules">The rules, in order.</param>
    /// <param name="largestBlock">Most records that may share one key, at least 1; a larger block is left out and counted.</param>
    /// <exception cref="KeyNotFoundException">A rule names a field that the records do not have.</exception>
    /// <exception cref="ArgumentException">A rule names no field.</exception>
    public static BlockingResult Count(MatchRecords records, ImmutableArray<BlockingRule> rules, int largestBlock)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentOutOfRangeException.ThrowIfLessThan(largestBlock, 1);
        return Count(records, rules, largestBlock, CandidatePairs.Of(records, rules, largestBlock));
    }

    /// <summary>Returns the same of blocks that are made already.</summary>
    internal static BlockingResult Count(MatchRecords records, ImmutableArray<BlockingRule> rules, int largestBlock, CandidatePairs pairs)
    {
        var counts = ImmutableArray.CreateBuilder<BlockingRuleCount>(rules.Length);
        var keys = ImmutableArray.CreateBuilder<string?>(rules.Length);
        for (var rule = 0; rule < rules.Length; rule++)
        {
            var blocks = pairs.Blocks[rule];
            keys.Add(KeyOf(records, rules[rule], blocks.LargestRow));
            counts.Add(new BlockingRuleCount(
                rules[rule], blocks.WithKey, blocks.Keys, blocks.Largest,
                blocks.Pairs, Beyond(blocks, pairs.BlockOfRows.AsSpan(0, rule)), blocks.LeftOut, blocks.PairsLeftOut));
        }

        return new BlockingResult { Records = records.Fields.RowCount, LargestBlock = largestBlock, Rules = counts.ToImmutable(), LargestKeys = keys.ToImmutable() };
    }

    /// <summary>Counts the pairs P that none of the rules E1 … Ek makes, without making them:
    /// |P \ (E1 ∪ … ∪ Ek)| = |P \ (E1 ∪ … ∪ Ek-1)| − |(P ∩ Ek) \ (E1 ∪ … ∪ Ek-1)|.</summary>
    private static long Beyond(CandidateBlocks blocks, ReadOnlySpan<int[]> earlier) =>
        earlier.IsEmpty || blocks.Count == 0 ? blocks.Pairs : Beyond(blocks, earlier[..^1]) - Beyond(blocks.Within(earlier[^1]), earlier[..^1]);

    private static string? KeyOf(MatchRecords records, BlockingRule rule, int row) =>
        row < 0 ? null : string.Join(" · ", rule.Fields.Select(f => records.Fields.Text(f)[row]));
}
