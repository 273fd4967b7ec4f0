namespace Segmentation.Cuts;

/// <summary>
/// Joins neighbouring parts into the bands of the highest score that keep every limit, exactly: dynamic programming over the last band (from where, to where) and, for a peak or a valley, whether
/// it has turned, since trend and differences between neighbours look at two bands at a time. O(k B³) for k bands of B parts at worst.
/// </summary>
internal sealed class BinningSolver
{
    // Rates that differ by less are equal: sums of the same numbers in another order.
    private const double Rounding = 1e-12;

    // Whether two neighbours differ enough, once it was asked: a test is dear beside the rest of the search.
    private const byte Unknown = 0;
    private const byte Differ = 1;
    private const byte Alike = 2;

    private readonly BinScores scores;
    private readonly BinningOptions options;
    private readonly int parts;
    private readonly int width;
    private readonly double[] score;
    private readonly double[] rate;
    private readonly byte[] differ;

    /// <summary>Initializes a new instance of the <see cref="BinningSolver"/> class.</summary>
    /// <param name="scores">What bands are worth.</param>
    /// <param name="options">The limits; the numbers of bands are taken from the call.</param>
    /// <param name="mixed">Whether a band must hold both events and others, where the target has them.</param>
    public BinningSolver(BinScores scores, BinningOptions options, bool mixed)
    {
        (this.scores, this.options, parts, width) = (scores, options, scores.Parts.Parts, scores.Parts.Parts + 1);
        (score, rate) = (new double[width * width], new double[width * width]);
        differ = options.LargestNeighbourPValue < 1 ? new byte[width * width * width] : [];
        Array.Fill(score, double.NegativeInfinity);
        for (var from = 0; from < parts; from++)
        {
            for (var to = from + 1; to <= parts; to++)
            {
                if (to - from > 1 && scores.Parts.IsFixed[to - 2]) break;
                if (!Holds(scores, options.Limits, from, to) || (mixed && scores.IsPure(from, to))) continue;
                score[(from * width) + to] = scores.Score(from, to);
                rate[(from * width) + to] = scores.Rate(from, to);
            }
        }
    }

    /// <summary>Returns the best bands; null where none keep every limit. Of equal scores the fewest bands.</summary>
    /// <param name="fewest">Fewest bands.</param>
    /// <param name="most">Most bands.</param>
    public BinningSolution? Best(int fewest, int most)
    {
        if (options.Trend != MonotoneTrend.Auto) return Best(fewest, most, options.Trend);
        var (up, down) = (Best(fewest, most, MonotoneTrend.Ascending), Best(fewest, most, MonotoneTrend.Descending));
        return up is null || (down is not null && IsBetter(down.Score, up.Score)) ? down : up;
    }

    /// <summary>Tells whether a band holds what the limits ask for.</summary>
    public static bool Holds(BinScores scores, BandLimits limits, int from, int to)
    {
        var records = scores.Records(from, to);
        return records >= Math.Max(1, limits.FewestRecords)
            && records / (double)scores.Parts.Count <= limits.LargestShare
            && (scores.Events(from, to) ?? int.MaxValue) >= limits.FewestEvents
            && (limits.LeastAmount <= 0 || scores.Amount(from, to) >= limits.LeastAmount);
    }

    // Scores are sums of positive terms; a gain of rounding is none.
    private static bool IsBetter(double score, double than) => double.IsNegativeInfinity(than) ? score > than : score > than + (Math.Abs(than) * Rounding);

    private BinningSolution? Best(int fewest, int most, MonotoneTrend trend)
    {
        int[] steps = trend switch
        {
            MonotoneTrend.Ascending => [1],
            MonotoneTrend.Descending => [-1],
            MonotoneTrend.Peak => [1, -1],
            MonotoneTrend.Valley => [-1, 1],
            _ => [0],
        };
        most = Math.Min(most, parts);
        var looksBack = trend != MonotoneTrend.None || options.LeastDifference > 0 || options.LargestNeighbourPValue < 1;
        var (here, next) = (Layer(steps.Length), Layer(steps.Length));
        var before = new short[most + 1][];
        Array.Fill(here, double.NegativeInfinity);
        Array.Copy(score, here, width);
        (double Score, int Bands, int State) best = (double.NegativeInfinity, 0, 0);
        if (fewest <= 1 && most >= 1 && score[parts] > double.NegativeInfinity) best = (score[parts], 1, parts);
        for (var bands = 2; bands <= most; bands++)
        {
            Array.Fill(next, double.NegativeInfinity);
            before[bands] = new short[next.Length];
            for (var cut = bands - 1; cut < parts; cut++) Join(here, next, before[bands], steps, cut, looksBack);
            (here, next) = (next, here);
            if (bands < fewest) continue;
            for (var state = parts; state < here.Length; state += width)
            {
                if (IsBetter(here[state], best.Score)) best = (here[state], bands, state);
            }
        }

        return best.Bands == 0 ? null : new(Ends(best.Bands, best.State, before), best.Score, trend);
    }

    private double[] Layer(int phases) => new double[phases * width * width];

    /// <summary>Puts a further band behind every band that ends at a cut, each behind the best that it may follow.</summary>
    private void Join(double[] here, double[] next, short[] before, int[] steps, int cut, bool looksBack)
    {
        var square = width * width;
        var (keys, states, found) = (new double[steps.Length * cut], new int[steps.Length * cut], 0);
        for (var phase = 0; phase < steps.Length; phase++)
        {
            for (var from = 0; from < cut; from++)
            {
                var value = here[(phase * square) + (from * width) + cut];
                if (double.IsNegativeInfinity(value)) continue;
                (keys[found], states[found]) = (-value, (phase * width) + from);
                found++;
            }
        }

        if (found == 0) return;
        Array.Sort(keys, states, 0, found);
        for (var to = cut + 1; to <= parts; to++)
        {
            var own = score[(cut * width) + to];
            if (double.IsNegativeInfinity(own)) continue;
            for (var phase = 0; phase < steps.Length; phase++)
            {
                // The best first: the first that may stand before is the one.
                for (var i = 0; i < found; i++)
                {
                    var (earlier, from) = Math.DivRem(states[i], width);
                    if (earlier > phase || (looksBack && !MayFollow(from, cut, to, steps[phase]))) continue;
                    var state = (phase * square) + (cut * width) + to;
                    (next[state], before[state]) = (own - keys[i], (short)states[i]);
                    break;
                }
            }
        }
    }

    private bool MayFollow(int from, int cut, int to, int step)
    {
        var rise = rate[(cut * width) + to] - rate[(from * width) + cut];
        var rounding = Rounding * Math.Max(Math.Abs(rate[(cut * width) + to]), Math.Abs(rate[(from * width) + cut]));
        if (!((step == 0 ? Math.Abs(rise) : step * rise) >= options.LeastDifference - rounding)) return false;
        if (options.LargestNeighbourPValue >= 1) return true;
        var key = (((from * width) + cut) * width) + to;
        if (differ[key] == Unknown) differ[key] = scores.Differ(from, cut, to, options.LargestNeighbourPValue) ? Differ : Alike;
        return differ[key] == Differ;
    }

    private int[] Ends(int bands, int state, short[][] before)
    {
        var ends = new int[bands + 1];
        var square = width * width;
        for (var band = bands; band >= 1; band--)
        {
            var (cut, to) = Math.DivRem(state % square, width);
            (ends[band], ends[band - 1]) = (to, cut);
            if (band == 1) break;
            var (phase, from) = Math.DivRem(before[band][state], width);
            state = (phase * square) + (from * width) + cut;
        }

        return ends;
    }
}
