using System.Collections.Immutable;

namespace Segmentation.Match;

/// <summary>How often each level occurs among pairs drawn at random: as good as none of them are one.</summary>
/// <param name="Pairs">Pairs looked at; those that a deterministic rule joins are left out, so that a small table's duplicates are not taken for chance.</param>
/// <param name="All">Whether these are all pairs there are.</param>
/// <param name="Levels">One array a comparison: pairs on each level 1 … L + 1.</param>
internal sealed record RandomPairs(long Pairs, bool All, ImmutableArray<ImmutableArray<double>> Levels)
{
    /// <summary>Draws the pairs; looks at all where there are no more than the settings ask for.</summary>
    /// <param name="records">The records.</param>
    /// <param name="settings">Deterministic rules, number of pairs, seed.</param>
    /// <param name="comparer">What compares the records by the settings' comparisons.</param>
    public static RandomPairs Of(MatchRecords records, MatchSettings settings, PairComparer comparer)
    {
        var n = records.Fields.RowCount;
        var joined = settings.Deterministic.Select(rule => rule.Fields.Select(f => records.Fields.Text(f).Codes.ToArray()).ToArray()).ToArray();
        var all = (long)n * (n - 1) / 2 <= settings.RandomPairs;
        var drawn = all ? [] : Drawn(n, settings);
        var (pairs, levels, gate) = (0L, NoLevels(), new Lock());
        Parallel.For(
            0,
            all ? n : drawn.Length,
            () => (Pairs: 0L, Levels: NoLevels()),
            (i, _, seen) =>
            {
                if (!all) return (seen.Pairs + Look(drawn[i].Left, drawn[i].Right, seen.Levels), seen.Levels);
                for (var right = i + 1; right < n; right++) seen.Pairs += Look(i, right, seen.Levels);
                return seen;
            },
            seen =>
            {
                // Whole numbers: their sum does not depend on which thread is first.
                lock (gate)
                {
                    pairs += seen.Pairs;
                    for (var i = 0; i < levels.Length; i++)
                    {
                        for (var level = 0; level < levels[i].Length; level++) levels[i][level] += seen.Levels[i][level];
                    }
                }
            });
        return new RandomPairs(pairs, all, [.. levels.Select(l => l.ToImmutableArray())]);

        double[][] NoLevels() => [.. settings.Comparisons.Select(c => new double[c.Else])];

        int Look(int left, int right, double[][] counts)
        {
            foreach (var rule in joined)
            {
                if (Array.TrueForAll(rule, codes => codes[left] >= 0 && codes[left] == codes[right])) return 0;
            }

            var pattern = comparer.Levels(left, right);
            for (var i = 0; i < counts.Length; i++)
            {
                if (PairComparer.LevelOf(pattern, i) is > 0 and var level) counts[i][level - 1]++;
            }

            return 1;
        }
    }

    private static (int Left, int Right)[] Drawn(int records, MatchSettings settings)
    {
        var (random, pairs) = (new Random(settings.Seed), new (int Left, int Right)[settings.RandomPairs]);
        for (var i = 0; i < pairs.Length; i++)
        {
            var (left, right) = (random.Next(records), random.Next(records - 1));
            pairs[i] = (left, right >= left ? right + 1 : right);
        }

        return pairs;
    }

    /// <summary>Returns u: the shares of the levels, those assumed where there are few pairs; a level that was hardly seen counts for half a pair, so that
    /// its rarity is not overstated.</summary>
    public ImmutableArray<ImmutableArray<double>> U(MatchSettings settings) =>
    [
        .. settings.Comparisons.Zip(Levels, (comparison, counts) =>
            ExpectationMaximization.Shares(counts.AsSpan(), comparison.AssumedU, settings.AssumedPairs, Math.Max(settings.Floor, LeastCount / Math.Max(1, counts.Sum() + settings.AssumedPairs)))),
    ];

    private const double LeastCount = 0.5;
}
