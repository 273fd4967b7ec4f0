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
        double[][] levels = [.. settings.Comparisons.Select(c => new double[c.Else])];
        var pairs = 0L;
        var all = (long)n * (n - 1) / 2 <= settings.RandomPairs;
        if (all)
        {
            for (var left = 0; left < n; left++)
            {
                for (var right = left + 1; right < n; right++) Look(left, right);
            }
        }
        else
        {
            var random = new Random(settings.Seed);
            for (var drawn = 0; drawn < settings.RandomPairs; drawn++)
            {
                var (left, right) = (random.Next(n), random.Next(n - 1));
                Look(left, right >= left ? right + 1 : right);
            }
        }

        return new RandomPairs(pairs, all, [.. levels.Select(l => l.ToImmutableArray())]);

        void Look(int left, int right)
        {
            if (Array.Exists(joined, rule => Array.TrueForAll(rule, codes => codes[left] >= 0 && codes[left] == codes[right]))) return;
            pairs++;
            var pattern = comparer.Levels(left, right);
            for (var i = 0; i < levels.Length; i++)
            {
                if (PairComparer.LevelOf(pattern, i) is > 0 and var level) levels[i][level - 1]++;
            }
        }
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
