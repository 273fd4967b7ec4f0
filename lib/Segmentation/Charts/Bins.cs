using Segmentation.Statistics;

namespace Segmentation.Charts;

/// <summary>The bins of a histogram.</summary>
/// <param name="Start">Lower edge of the first bin, which it includes.</param>
/// <param name="Width">Width of every bin.</param>
/// <param name="Count">Number of bins.</param>
internal sealed record Bins(double Start, double Width, int Count)
{
    private static readonly double[] Steps = [1, 2, 5, 10];

    /// <summary>
    /// Returns bins by Freedman and Diaconis (1981): width 2 IQR / n^(1/3), widened to 1, 2 or 5 times a power of ten, and until there are
    /// at most <paramref name="most"/>. Where half of the values are equal the IQR says nothing and Sturges' number of bins is taken.
    /// </summary>
    /// <param name="sorted">Finite values in rising order, at least one.</param>
    /// <param name="most">Most bins.</param>
    /// <param name="narrowest">Narrowest bin that means something: 1 for whole numbers, otherwise 0.</param>
    public static Bins Of(ReadOnlySpan<double> sorted, int most, double narrowest)
    {
        var range = sorted[^1] - sorted[0];
        if (range == 0) return new Bins(sorted[0] - 0.5, 1, 1);
        var spread = Quantile.OfSorted(sorted, 0.75) - Quantile.OfSorted(sorted, 0.25);
        var wanted = spread > 0 ? 2 * spread / Math.Cbrt(sorted.Length) : range / (Math.Ceiling(Math.Log2(sorted.Length)) + 1);
        wanted = Math.Max(wanted, Math.Max(narrowest, range / most));
        for (var width = Round(wanted); ; width = Round(width * 1.01))
        {
            var start = Math.Floor(sorted[0] / width) * width;
            var count = (int)Math.Min(int.MaxValue, Math.Floor((sorted[^1] - start) / width) + 1);
            // One bin of a cap of one may straddle an edge: then the edge moves, not the cap.
            if (count <= most) return new Bins(start, width, count);
            if (most == 1) return new Bins(sorted[0], range * 1.000001, 1);
        }
    }

    /// <summary>Returns the zero-based bin of a value in the range.</summary>
    public int Of(double value) => Math.Clamp((int)Math.Floor((value - Start) / Width), 0, Count - 1);

    public double Low(int bin) => Start + (bin * Width);

    private static double Round(double width)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(width)));
        foreach (var step in Steps)
        {
            if (step * power >= width) return step * power;
        }

        return 10 * power;
    }
}
