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
        var comparer = PairComparer.Of(records, settings.Comparisons);
        var all = new Dictionary<(ulong Levels, uint Rules), long>();
        Parallel.ForEach(
            pairs.Pieces(),
            Threads(threads),
            () => new Dictionary<(ulong Levels, uint Rules), long>(),
            (piece, _, counts) =>
            {
                ForEachPair(pairs, piece, (left, right, rules) =>
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, (comparer.Levels(left, right), rules), out var _)++);
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
        var pairs = CandidatePairs.Of(records, settings.Blocking, settings.LargestBlock);
        var comparer = PairComparer.Of(records, settings.Comparisons);
        var weights = PairWeights.Of(records, settings, parameters);
        var (kept, candidates) = (new List<Scored>(), 0L);
        var gate = new Lock();
        Parallel.ForEach(
            pairs.Pieces(),
            Threads(threads),
            () => (Kept: new List<Scored>(), Seen: 0L),
            (piece, _, found) =>
            {
                ForEachPair(pairs, piece, (left, right, _) =>
                {
                    found.Seen++;
                    var levels = comparer.Levels(left, right);
                    var weight = weights.Total(levels, left, right);
                    if (weight >= lowestWeight) found.Kept.Add(new Scored(left, right, weight, levels));
                });
                return found;
            },
            found =>
            {
                lock (gate)
                {
                    kept.AddRange(found.Kept);
                    candidates += found.Seen;
                }
            });
        kept.Sort((a, b) => a.Left != b.Left ? a.Left.CompareTo(b.Left) : a.Right.CompareTo(b.Right));
        return new ScoredPairs
        {
            Records = records,
            Left = [.. kept.Select(k => k.Left)],
            Right = [.. kept.Select(k => k.Right)],
            Weight = [.. kept.Select(k => k.Weight)],
            Levels = [.. kept.Select(k => k.Levels)],
            Candidates = candidates,
            LowestWeight = lowestWeight,
        };
    }

    private static void ForEachPair(CandidatePairs pairs, (int Rule, int FirstBlock, int First, int End) piece, Action<int, int, uint> take)
    {
        var blocks = pairs.Blocks[piece.Rule];
        var block = piece.FirstBlock;
        for (var at = piece.First; at < piece.End; at++)
        {
            if (at >= blocks.Starts[block + 1]) block++;
            for (var other = at + 1; other < blocks.Starts[block + 1]; other++)
            {
                var rules = RulesOf(pairs, blocks.Rows[at], blocks.Rows[other]);
                if ((rules & ((1u << piece.Rule) - 1)) == 0) take(blocks.Rows[at], blocks.Rows[other], rules);
            }
        }
    }

    private static uint RulesOf(CandidatePairs pairs, int left, int right)
    {
        var rules = 0u;
        for (var rule = 0; rule < pairs.BlockOfRows.Length; rule++)
        {
            var block = pairs.BlockOfRows[rule][left];
            if (block >= 0 && block == pairs.BlockOfRows[rule][right]) rules |= 1u << rule;
        }

        return rules;
    }

    private static ParallelOptions Threads(int? threads) => new() { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount };

    private readonly record struct Scored(int Left, int Right, double Weight, ulong Levels);
}
