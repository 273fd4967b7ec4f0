using MathNet.Numerics.Distributions;

namespace Segmentation.Survival;

/// <summary>Harrell's C: how well a score orders records by when their events come.</summary>
/// <remarks>A pair can be ordered where one had the event while the other was at risk, and the other did not have it at the same time; one censored at the time of an event outlived it. F. E. Harrell and others,
/// Journal of the American Medical Association 247(18), 1982, 2543-2546. Standard error: the infinitesimal jackknife, as R's concordance (survival 3.5-3; T. Therneau and E. Atkinson, "Concordance", 2020). Where
/// all times are equal this is the area under the receiver operating characteristic. C leans on how long records were watched: compare scores on the same records only.</remarks>
public static class Concordance
{
    /// <summary>Returns the concordance.</summary>
    /// <param name="times">The times of n records.</param>
    /// <param name="score">Length n, finite: the higher, the sooner the event is expected.</param>
    /// <param name="strata">Length n, at least 0: groups within which alone records are paired; empty for one.</param>
    /// <param name="confidence">Two-sided confidence level, inside (0, 1). Default 0.95.</param>
    /// <exception cref="ArgumentException">The inputs differ in length, or a score is not finite.</exception>
    public static ConcordanceResult Of(EventTimes times, ReadOnlySpan<double> score, ReadOnlySpan<int> strata = default, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(times);
        Statistics.Confidence.Check(confidence);
        if (score.Length != times.Count)
            throw new ArgumentException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"score has {score.Length} values but there are {times.Count} records; both need one a record."), nameof(score));
        foreach (var value in score)
        {
            if (!double.IsFinite(value)) throw new ArgumentException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"a score is {value} but must be finite."), nameof(score));
        }

        var order = new RiskOrder(times, strata);
        var pairs = new PairCounts(order, Ranks(order, score));
        for (var s = 0; s + 1 < order.Bounds.Length; s++)
        {
            pairs.AsEarlier(order.Bounds[s], order.Bounds[s + 1]);
            pairs.AsLater(order.Bounds[s], order.Bounds[s + 1]);
        }

        // Every pair was counted at both of its records.
        long concordant = pairs.Concordant.Sum() / 2, discordant = pairs.Discordant.Sum() / 2, tied = pairs.Tied.Sum() / 2;
        var all = (double)(concordant + discordant + tied);
        if (all == 0) return new(double.NaN, double.NaN, new(0, 1), 0, 0, 0);
        var c = (concordant + (tied / 2d)) / all;
        var variance = 0d;
        for (var i = 0; i < times.Count; i++)
        {
            // How C moves with the weight of one record: its own pairs, right less expected, over all pairs.
            var own = pairs.Concordant[i] + (pairs.Tied[i] / 2d) - (c * (pairs.Concordant[i] + pairs.Discordant[i] + pairs.Tied[i]));
            variance += own / all * (own / all);
        }

        var error = Math.Sqrt(variance);
        var z = Normal.InvCDF(0, 1, (1 + confidence) / 2);
        return new(c, error, new(Math.Max(0, c - (z * error)), Math.Min(1, c + (z * error))), concordant, discordant, tied);
    }

    // The place of each score among the distinct ones, by the place of the record.
    private static int[] Ranks(RiskOrder order, ReadOnlySpan<double> score)
    {
        var keys = score.ToArray();
        Array.Sort(keys);
        var distinct = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            if (i == 0 || keys[i] != keys[i - 1]) keys[distinct++] = keys[i];
        }

        var ranks = new int[keys.Length];
        for (var i = 0; i < ranks.Length; i++) ranks[i] = Array.BinarySearch(keys, 0, distinct, score[order.Rows[i]]);
        return ranks;
    }

    /// <summary>For the record at each place, the pairs that it is in.</summary>
    private sealed class PairCounts(RiskOrder order, int[] rank)
    {
        private readonly int[] tree = new int[rank.Length == 0 ? 1 : rank.Max() + 2];
        private readonly int[] equal = new int[rank.Length == 0 ? 1 : rank.Max() + 2];

        public long[] Concordant { get; } = new long[rank.Length];

        public long[] Discordant { get; } = new long[rank.Length];

        public long[] Tied { get; } = new long[rank.Length];

        // Its event before the other's time: the tree holds the scores of those at risk.
        public void AsEarlier(int first, int end)
        {
            var (entering, inside) = (end - 1, 0);
            for (var last = end - 1; last >= first;)
            {
                var i = last;
                for (; i >= first && order.Rank[i] == order.Rank[last]; i--)
                {
                    if (!order.HasEvent[i]) inside += Put(i, 1);
                }

                for (; order.Entering.Length > 0 && entering >= first && order.EntryRank[order.Entering[entering]] > order.Rank[last]; entering--) inside += Put(order.Entering[entering], -1);
                for (var p = last; p > i; p--)
                {
                    if (!order.HasEvent[p]) continue;
                    var (below, same) = (Below(rank[p]), equal[rank[p]]);
                    Concordant[p] += below;
                    Tied[p] += same;
                    Discordant[p] += inside - below - same;
                }

                for (var p = last; p > i; p--)
                {
                    if (order.HasEvent[p]) inside += Put(p, 1);
                }

                last = i;
            }

            Clear();
        }

        // The other's event before its time: the tree holds the scores of the events so far, less those before it entered.
        public void AsLater(int first, int end)
        {
            var (entering, inside) = (first, 0);
            for (var i = first; i < end;)
            {
                var (from, at) = (i, order.Rank[i]);
                for (; order.Entering.Length > 0 && entering < end && order.EntryRank[order.Entering[entering]] <= at; entering++) Count(order.Entering[entering], inside, -1);
                for (; i < end && order.Rank[i] == at; i++)
                {
                    if (order.HasEvent[i]) Count(i, inside, 1);
                }

                for (var p = from; p < i; p++)
                {
                    if (order.HasEvent[p]) inside += Put(p, 1);
                }

                for (var p = from; p < i; p++)
                {
                    if (!order.HasEvent[p]) Count(p, inside, 1);
                }
            }

            Clear();
        }

        private void Count(int place, int inside, int sign)
        {
            var (below, same) = (Below(rank[place]), equal[rank[place]]);
            Discordant[place] += sign * below;
            Tied[place] += sign * same;
            Concordant[place] += sign * (inside - below - same);
        }

        // P. M. Fenwick, Software: Practice and Experience 24(3), 1994, 327-336.
        private int Put(int place, int change)
        {
            equal[rank[place]] += change;
            for (var i = rank[place] + 1; i < tree.Length; i += i & -i) tree[i] += change;
            return change;
        }

        private int Below(int score)
        {
            var sum = 0;
            for (var i = score; i > 0; i -= i & -i) sum += tree[i];
            return sum;
        }

        private void Clear()
        {
            Array.Clear(tree);
            Array.Clear(equal);
        }
    }
}
