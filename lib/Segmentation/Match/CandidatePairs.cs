using System.Collections.Immutable;

namespace Segmentation.Match;

/// <summary>The candidate pairs of some blocking rules, as blocks: no pair is stored. A pair belongs to the first rule that makes it.</summary>
internal sealed class CandidatePairs
{
    /// <summary>Most rules, so that the rules that make a pair fit one word.</summary>
    public const int MostRules = 32;

    // Large enough that handing out the work costs nothing beside it, small enough that the threads end together.
    private const long PairsOfAPiece = 1 << 17;

    private CandidatePairs(CandidateBlocks[] blocks, int[][] blockOfRows) => (Blocks, BlockOfRows) = (blocks, blockOfRows);

    /// <summary>Gets the blocks of each rule.</summary>
    public CandidateBlocks[] Blocks { get; }

    /// <summary>Gets the block of each row under each rule, -1 where it is in none.</summary>
    public int[][] BlockOfRows { get; }

    /// <summary>Returns the pairs of the rules.</summary>
    /// <exception cref="KeyNotFoundException">A rule names a field that the records do not have.</exception>
    /// <exception cref="ArgumentException">A rule names no field, or there are too many rules.</exception>
    public static CandidatePairs Of(MatchRecords records, ImmutableArray<BlockingRule> rules, int largestBlock)
    {
        if (rules.Length > MostRules) throw new ArgumentException($"Found {rules.Length} blocking rules, expected at most {MostRules}: join or drop some.", nameof(rules));
        if (rules.FirstOrDefault(r => r.Fields.IsDefaultOrEmpty) is { } empty)
            throw new ArgumentException($"Blocking rule '{empty.Name}' names no field, expected at least one: every record would meet every other.", nameof(rules));
        // A field that is not there is told before the work is shared out: an error in a parallel loop comes wrapped.
        foreach (var field in rules.SelectMany(r => r.Fields)) records.Fields.Text(field);
        var (blocks, blockOfRows) = (new CandidateBlocks[rules.Length], new int[rules.Length][]);
        Parallel.For(0, rules.Length, rule =>
        {
            blocks[rule] = CandidateBlocks.Of(records.Fields, rules[rule], largestBlock);
            blockOfRows[rule] = blocks[rule].BlockOfRows(records.Fields.RowCount);
        });
        return new CandidatePairs(blocks, blockOfRows);
    }

    /// <summary>Returns the work cut into pieces of about the same number of pairs, in order.</summary>
    public List<CandidatePiece> Pieces()
    {
        var pieces = new List<CandidatePiece>();
        for (var rule = 0; rule < Blocks.Length; rule++)
        {
            var starts = Blocks[rule].Starts;
            var (pairs, firstBlock, first) = (0L, 0, 0);
            for (var block = 0; block < Blocks[rule].Count; block++)
            {
                for (var at = starts[block]; at < starts[block + 1]; at++)
                {
                    if (pairs == 0) (firstBlock, first) = (block, at);
                    pairs += starts[block + 1] - at - 1;
                    if (pairs < PairsOfAPiece) continue;
                    pieces.Add(new CandidatePiece(rule, firstBlock, first, at + 1));
                    pairs = 0;
                }
            }

            if (pairs > 0) pieces.Add(new CandidatePiece(rule, firstBlock, first, starts[^1]));
        }

        return pieces;
    }
}
