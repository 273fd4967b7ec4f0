using System.Buffers;
using System.Numerics;

namespace Segmentation.Cuts;

/// <summary>
/// The dynamic program of optimal one-dimensional k-means: for every number of bands k and every end i, the best split of the values before i into k bands. Its arrays are rented; dispose it.
/// </summary>
/// <remarks>
/// <para>best(k, i) = max over j of best(k - 1, j) + S(j, i)² / M(j, i), with S the sum and M the mass of the values from j to i: what a split leaves within the bands is a constant less that sum, so the least
/// within and the most of it are the same split. Ckmeans.1d.dp (H. Wang and M. Song, The R Journal 3(2), 2011, 29-33; M. Song and H. Zhong, Bioinformatics 36(20), 2020, 5027-5036) minimises the former.</para>
/// <para>The cost of a band is concave Monge, so the best j only moves forward with i: solving the middle end first halves the ends and the starts of the rest, O(k n log n). A limit on a band makes it
/// impossible, an infinite cost. The property stands: where both (j, i') and (j', i), j &lt; j' &lt; i &lt; i', are allowed, so are (j, i) and (j', i'), because the window of starts that are allowed at an end
/// (<see cref="BandSums"/>) moves forward with the end. Infinity can only stand on the larger side of the inequality. An end that no k bands reach would break the halving, having no best start to hand on;
/// such ends are left out first, and the best starts of the others still only move forward.</para>
/// <para>Of equally good splits, to the last bit, the one with the lowest last cut is taken, then with the lowest cut before it. Every start is reckoned by the same operations in a vector of any
/// width and outside it, so that the answer does not depend on the machine.</para>
/// </remarks>
internal sealed class KMeansProgram : IDisposable
{
    private readonly int n;
    private readonly double[] mass;
    private readonly double[] sum;
    private readonly double[] centred;
    private readonly int[] ends;
    private readonly List<int[]> starts = [];
    private readonly double shift;
    private readonly int exponent;
    private double[] best;
    private double[] next;
    private int[] lower = [];
    private int[] upper = [];

    /// <summary>Initializes a new instance of the <see cref="KMeansProgram"/> class.</summary>
    /// <param name="values">Length n, ascending and finite.</param>
    /// <param name="weights">Length n: the weight of each, at least 0.</param>
    public KMeansProgram(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        n = values.Length;
        mass = ArrayPool<double>.Shared.Rent(n + 1);
        sum = ArrayPool<double>.Shared.Rent(n + 1);
        centred = ArrayPool<double>.Shared.Rent(n);
        best = ArrayPool<double>.Shared.Rent(n + 1);
        next = ArrayPool<double>.Shared.Rent(n + 1);
        ends = ArrayPool<int>.Shared.Rent(n + 1);

        // Squares of very large or very small values would leave the range of a double; a power of two changes no digit.
        var largest = n == 0 ? 0 : Math.Max(Math.Abs(values[0]), Math.Abs(values[n - 1]));
        exponent = largest is > 1e100 or (< 1e-100 and > 0) ? Math.Clamp(Math.ILogB(largest), -1000, 1000) : 0;
        var unit = Math.ScaleB(1, -exponent);
        shift = Nearest(values, Mean(values, weights, unit), unit);
        (mass[0], sum[0]) = (0, 0);
        for (var i = 0; i < n; i++)
        {
            // From a value of the sample every near one is an exact distance away, and whole numbers stay whole: 1e9 + .1 and 1e9 + .3 keep all their digits.
            centred[i] = (values[i] * unit) - shift;
            mass[i + 1] = mass[i] + weights[i];
            sum[i + 1] = sum[i] + (weights[i] * centred[i]);
        }
    }

    /// <summary>Solves for every number of bands up to a number.</summary>
    /// <param name="most">The most bands.</param>
    /// <param name="windows">Which bands are allowed; null where every one of at least one value is.</param>
    public void Solve(int most, BandSums? windows = null)
    {
        Clear();
        if (windows is not null)
        {
            lower = ArrayPool<int>.Shared.Rent(n + 1);
            upper = ArrayPool<int>.Shared.Rent(n + 1);
            windows.Lower.CopyTo(lower);
            windows.Upper.CopyTo(upper);
        }

        best.AsSpan(0, n + 1).Fill(double.NegativeInfinity);
        best[0] = 0;
        for (var bands = 1; bands <= most; bands++)
        {
            var start = ArrayPool<int>.Shared.Rent(n + 1);
            starts.Add(start);
            start[n] = -1;
            next.AsSpan(0, n + 1).Fill(double.NegativeInfinity);
            var count = Reachable(bands);
            if (count > 0)
            {
                // Of the last layer only all values matter.
                if (bands == most) Split(start, ends[count - 1] == n ? count - 1 : count, count - 1, 0, n - 1);
                else if (bands == 1) Whole(start, count);
                else Split(start, 0, count - 1, bands - 1, n - 1);
            }

            (best, next) = (next, best);
        }
    }

    /// <summary>Sets the first value of each band of the best split; returns false where limits allow none.</summary>
    /// <param name="first">Length k, the number of bands.</param>
    public bool TryGetBands(Span<int> first)
    {
        var end = n;
        for (var bands = first.Length; bands >= 1; bands--)
        {
            var start = starts[bands - 1][end];
            if (bands == first.Length && start < 0) return false;
            first[bands - 1] = end = start;
        }

        return true;
    }

    /// <summary>Returns the mean, the mass and the squares within of a band, on the scale of the values.</summary>
    /// <param name="weights">The weights that the program was made with.</param>
    /// <param name="from">First value.</param>
    /// <param name="to">One past the last value.</param>
    public (double Centre, double Mass, double Within) Band(ReadOnlySpan<double> weights, int from, int to)
    {
        var weight = mass[to] - mass[from];
        if (weight <= 0) return (Math.ScaleB(centred[from] + shift, exponent), 0, 0);

        // Summed anew about the band's own mean: differences of running sums would lose the digits of a tight band far from the others.
        var (total, pivot, within) = (0.0, centred[from], 0.0);
        for (var i = from; i < to; i++) total += weights[i] * (centred[i] - pivot);
        var centre = total / weight;
        for (var i = from; i < to; i++)
        {
            var distance = centred[i] - pivot - centre;
            within += weights[i] * distance * distance;
        }

        return (Math.ScaleB(pivot + centre + shift, exponent), weight, Math.ScaleB(within, 2 * exponent));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Clear();
        ArrayPool<double>.Shared.Return(mass);
        ArrayPool<double>.Shared.Return(sum);
        ArrayPool<double>.Shared.Return(centred);
        ArrayPool<double>.Shared.Return(best);
        ArrayPool<double>.Shared.Return(next);
        ArrayPool<int>.Shared.Return(ends);
    }

    private static double Mean(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double unit)
    {
        var (total, weight) = (0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            total += weights[i] * (values[i] * unit);
            weight += weights[i];
        }

        return weight > 0 ? total / weight : 0;
    }

    private static double Nearest(ReadOnlySpan<double> values, double mean, double unit)
    {
        if (values.IsEmpty) return 0;
        var (from, to) = (0, values.Length - 1);
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            if (values[middle] * unit < mean) from = middle + 1;
            else to = middle;
        }

        return values[from] * unit;
    }

    /// <summary>Lists the ends that so many bands can have.</summary>
    private int Reachable(int bands)
    {
        var count = 0;
        if (upper.Length == 0)
        {
            for (var i = bands; i <= n; i++) ends[count++] = i;
            return count;
        }

        // The windows move forward, so the nearest start at or after a window's first that the layer before reaches is found in one pass.
        var near = 0;
        for (var i = 1; i <= n; i++)
        {
            if (near < lower[i]) near = lower[i];
            while (near <= upper[i] && double.IsNegativeInfinity(best[near])) near++;
            if (near <= upper[i]) ends[count++] = i;
        }

        return count;
    }

    private void Whole(int[] start, int count)
    {
        for (var e = 0; e < count; e++)
        {
            var end = ends[e];
            (next[end], start[end]) = (mass[end] > 0 ? sum[end] * sum[end] / mass[end] : 0, 0);
        }
    }

    /// <summary>Solves the ends in [from, to] of the list, whose best starts lie in [low, high].</summary>
    private void Split(int[] start, int from, int to, int low, int high)
    {
        while (from <= to)
        {
            var middle = (from + to) >>> 1;
            var end = ends[middle];
            var (first, last) = upper.Length == 0 ? (low, Math.Min(high, end - 1)) : (Math.Max(low, lower[end]), Math.Min(high, upper[end]));
            var at = Best(end, first, last, out next[end]);
            start[end] = at;
            Split(start, from, middle - 1, low, at);
            (from, low) = (middle + 1, at);
        }
    }

    /// <summary>Returns the lowest of the best starts in [first, last] of a last band that ends at an end.</summary>
    private int Best(int end, int first, int last, out double value)
    {
        var (s, m) = (sum[end], mass[end]);
        var (at, most) = (-1, double.NegativeInfinity);
        var j = first;
        var width = Vector<double>.Count;
        if (last - first >= 4 * width)
        {
            var (tops, places) = (new Vector<double>(double.NegativeInfinity), Vector<long>.Zero);
            var place = Vector<long>.Indices + new Vector<long>(first);
            var (ends1, masses, step) = (new Vector<double>(s), new Vector<double>(m), new Vector<long>(width));
            for (; j + width <= last + 1; j += width, place += step)
            {
                var distance = ends1 - new Vector<double>(sum, j);
                var weight = masses - new Vector<double>(mass, j);
                var gain = Vector.ConditionalSelect(Vector.GreaterThan(weight, Vector<double>.Zero), distance * distance / weight, Vector<double>.Zero);
                var total = new Vector<double>(best, j) + gain;
                var above = Vector.GreaterThan(total, tops);
                tops = Vector.ConditionalSelect(above, total, tops);
                places = Vector.ConditionalSelect(above, place, places);
            }

            for (var lane = 0; lane < width; lane++)
            {
                if (tops[lane] > most || (tops[lane] == most && tops[lane] > double.NegativeInfinity && places[lane] < at)) (most, at) = (tops[lane], (int)places[lane]);
            }
        }

        for (; j <= last; j++)
        {
            var distance = s - sum[j];
            var weight = m - mass[j];
            var total = best[j] + (weight > 0 ? distance * distance / weight : 0);
            if (total > most) (most, at) = (total, j);
        }

        value = most;
        return at;
    }

    private void Clear()
    {
        foreach (var start in starts) ArrayPool<int>.Shared.Return(start);
        starts.Clear();
        if (upper.Length == 0) return;
        ArrayPool<int>.Shared.Return(lower);
        ArrayPool<int>.Shared.Return(upper);
        (lower, upper) = ([], []);
    }
}
