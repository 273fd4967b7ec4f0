using MathNet.Numerics.Distributions;

namespace Segmentation.Statistics;

/// <summary>Intervals around a median.</summary>
public static class MedianInterval
{
    /// <summary>Returns the interval between two order statistics.</summary>
    /// <param name="sorted">Values in ascending order, without NaN.</param>
    /// <param name="confidence">Two-sided confidence level, inside (0, 1). Default 0.95.</param>
    /// <returns>From -∞ to ∞ with too few values (fewer than 6 at 0.95).</returns>
    /// <remarks>The values below the median are binomial with probability 1/2, whatever the distribution (W. R. Thompson, Annals of Mathematical Statistics 7(3), 1936, 122-128): the narrowest symmetric pair with at least
    /// the confidence asked for. Assumes independent values; ties make it wider than need be.</remarks>
    public static Interval Of(ReadOnlySpan<double> sorted, double confidence = 0.95)
    {
        Confidence.Check(confidence);
        var tail = (1 - confidence) / 2;
        if (sorted.Length == 0 || Binomial.CDF(0.5, sorted.Length, 0) > tail) return new(double.NegativeInfinity, double.PositiveInfinity);

        // The largest k with P(X ≤ k) ≤ tail: the values k + 1 from either end, one-based.
        var (low, high) = (0, sorted.Length / 2);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Binomial.CDF(0.5, sorted.Length, middle) <= tail) low = middle;
            else high = middle - 1;
        }

        return new(sorted[low], sorted[^(low + 1)]);
    }
}
