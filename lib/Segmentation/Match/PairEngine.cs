using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Segmentation.Match;

/// <summary>Looks at every candidate pair once: no table of pairs is made, and the result does not depend on the number of threads.</summary>
internal static class PairEngine
{
    /// <summary>Returns how many candidate pairs have which levels.</summary>
    /// <param name="records">The records.</param>
    /// <param name="settings">Blocking rules, comparisons and the largest block.</param>
    /// <param name="threads">Most threads; null for as many as the machine has.</param>
    public static PatternCounts Count(MatchRecords records, MatchSettings settings, int? threads = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var pairs = CandidatePairs.Of(records, settings.Blocking, settings.LargestBlock);
        return Count(pairs, PairComparer.Of(records, settings.Comparisons, pairs.BlockOfRows), threads);
    }

    /// <summary>Returns how many of the pairs have which levels.</summary>
    /// <param name="pairs">The pairs.</param>
    /// <param name="comparer">What compares the records, by the rules of the pairs.</param>
    /// <param name="threads">Most threads; null for as many as the machine has.</param>
    public static PatternCounts Count(CandidatePairs pairs, PairComparer comparer, int? threads = null)
    {
        var all = new Dictionary<(ulong Levels, uint Rules), long>();
        Parallel.ForEach(
            pairs.Pieces(),
            Threads(threads),
            () => new Dictionary<(ulong Levels, uint Rules), long>(),
            (piece, _, counts) =>
            {
                Count(pairs, comparer, piece, counts);
                return counts;
            },
            counts =>
            {
                lock (all)
                {
                    foreach (var (pattern, count) in counts) CollectionsMarshal.GetValueRefOrAddDefault(all, pattern, out _) += count;
                }
            });
        return new PatternCounts([.. all.Select(p => new PatternCount(p.Key.Levels, p.Key.Rules, p.Value)).OrderBy(p => p.Levels).ThenBy(p => p.Rules)]);
    }

    /// <summary>Returns the candidate pairs whose weight reaches a bound.</summary>
    /// <param name="records">The records.</param>
    /// <param name="settings">Blocking rules, comparisons, the largest block and the lowest frequency.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="lowestWeight">The bound, itself included; the prior's weight counts.</param>
    /// <param name="threads">Most threads; null for as many as the machine has.</param>
    public static ScoredPairs Score(MatchRecords records, MatchSettings settings, MatchParameters parameters, double lowestWeight, int? threads = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Score(records, settings, CandidatePairs.Of(records, settings.Blocking, settings.LargestBlock), parameters, lowestWeight, threads);
    }

    /// <summary>Returns the same of pairs whose blocks are made already.</summary>
    public static ScoredPairs Score(MatchRecords records, MatchSettings settings, CandidatePairs pairs, MatchParameters parameters, double lowestWeight, int? threads = null)
    {
        var comparer = PairComparer.Of(records, settings.Comparisons, pairs.BlockOfRows);
        var weights = PairWeights.Of(records, settings, parameters);
        var scorer = new PairEngineScorer(comparer, weights, lowestWeight);
        var (kept, candidates) = (new List<(ulong Rows, ulong Levels)>(), 0L);
        var gate = new Lock();
        Parallel.ForEach(
            pairs.Pieces(),
            Threads(threads),
            () => (Kept: new List<(ulong Rows, ulong Levels)>(), Seen: 0L),
            (piece, _, found) => (found.Kept, found.Seen + Score(pairs, comparer, scorer, piece, found.Kept)),
            found =>
            {
                lock (gate)
                {
                    kept.AddRange(found.Kept);
                    candidates += found.Seen;
                }
            });
        return Sorted(records, weights, kept, candidates, lowestWeight);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Count(CandidatePairs pairs, PairComparer comparer, CandidatePiece piece, Dictionary<(ulong Levels, uint Rules), long> counts)
    {
        var (records, blocks) = (comparer.Records, pairs.Blocks[piece.Rule]);
        var block = piece.FirstBlock;
        for (var at = piece.First; at < piece.End; at++)
        {
            if (at >= blocks.Starts[block + 1]) block++;
            ref var left = ref records[blocks.Rows[at]];
            for (var other = at + 1; other < blocks.Starts[block + 1]; other++)
            {
                ref var right = ref records[blocks.Rows[other]];
                var rules = records.Rules(ref left, ref right);
                // A pair that an earlier rule makes was that rule's to look at.
                if (BitOperations.TrailingZeroCount(rules) != piece.Rule) continue;
                CollectionsMarshal.GetValueRefOrAddDefault(counts, (comparer.Levels(ref left, ref right), rules), out _)++;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long Score(CandidatePairs pairs, PairComparer comparer, PairEngineScorer scorer, CandidatePiece piece, List<(ulong Rows, ulong Levels)> kept)
    {
        var (records, blocks, seen) = (comparer.Records, pairs.Blocks[piece.Rule], 0L);
        var block = piece.FirstBlock;
        for (var at = piece.First; at < piece.End; at++)
        {
            if (at >= blocks.Starts[block + 1]) block++;
            ref var left = ref records[blocks.Rows[at]];
            for (var other = at + 1; other < blocks.Starts[block + 1]; other++)
            {
                ref var right = ref records[blocks.Rows[other]];
                if (BitOperations.TrailingZeroCount(records.Rules(ref left, ref right)) != piece.Rule) continue;
                seen++;
                // Rows stand in ascending order within a block: the left one is the smaller.
                if (scorer.MayReach(ref left, ref right, out var levels)) kept.Add((((ulong)blocks.Rows[at] << 32) | (uint)blocks.Rows[other], levels));
            }
        }

        return seen;
    }

    private static ScoredPairs Sorted(MatchRecords records, PairWeights weights, List<(ulong Rows, ulong Levels)> kept, long candidates, double lowestWeight)
    {
        var (rows, levels) = (new ulong[kept.Count], new ulong[kept.Count]);
        for (var i = 0; i < rows.Length; i++) (rows[i], levels[i]) = kept[i];
        Array.Sort(rows, levels);
        var (left, right, weight, count) = (new int[rows.Length], new int[rows.Length], new double[rows.Length], 0);
        for (var i = 0; i < rows.Length; i++)
        {
            (left[count], right[count]) = ((int)(rows[i] >> 32), (int)rows[i]);
            weight[count] = weights.Total(levels[i], left[count], right[count]);
            levels[count] = levels[i];
            if (weight[count] >= lowestWeight) count++;
        }

        return new ScoredPairs
        {
            Records = records,
            Left = ImmutableCollectionsMarshal.AsImmutableArray(left[..count]),
            Right = ImmutableCollectionsMarshal.AsImmutableArray(right[..count]),
            Weight = ImmutableCollectionsMarshal.AsImmutableArray(weight[..count]),
            Levels = ImmutableCollectionsMarshal.AsImmutableArray(levels[..count]),
            Candidates = candidates,
            LowestWeight = lowestWeight,
        };
    }

    private static ParallelOptions Threads(int? threads) => new() { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount };
}
