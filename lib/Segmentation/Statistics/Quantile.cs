namespace Segmentation.Statistics;

/// <summary>Quantiles of a sample.</summary>
public static class Quantile
{
    /// <summary>Returns the quantile at a probability by linear interpolation between order statistics.</summary>
    /// <param name="sorted">At least one value in ascending order, without NaN; infinities are values.</param>
    /// <param name="probability">In [0, 1], both ends included: 0 gives the smallest value, 1 the largest.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is outside [0, 1].</exception>
    /// <remarks>Type 7 of R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50(4), 1996,
    /// 361-365: position (n - 1)p, the default of R and NumPy.</remarks>
    public static double OfSorted(ReadOnlySpan<double> sorted, double probability)
    {
        if (sorted.IsEmpty) throw new ArgumentException("A quantile needs at least one value; found none.", nameof(sorted));
        ArgumentOutOfRangeException.ThrowIfNegative(probability);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(probability, 1);
        var position = (sorted.Length - 1) * probability;
        var below = (int)position;
        var share = position - below;

        // Equal neighbours are returned as they are: infinity minus infinity is not a number.
        return share == 0 || sorted[below] == sorted[below + 1] ? sorted[below] : sorted[below] + (share * (sorted[below + 1] - sorted[below]));
    }
}
