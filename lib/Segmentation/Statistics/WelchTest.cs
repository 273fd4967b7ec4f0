using MathNet.Numerics.Distributions;

namespace Segmentation.Statistics;

/// <summary>Welch's t test of whether two groups share one mean, whatever their variances.</summary>
public static class WelchTest
{
    /// <summary>Returns the two-sided test of two groups of values.</summary>
    /// <param name="first">Values of the first group, finite.</param>
    /// <param name="second">Values of the second group, finite.</param>
    /// <returns>p 1 where a group has fewer than two values; where neither varies, p 0 if the means differ and 1 if they do not.</returns>
    /// <remarks>H0: equal means. B. L. Welch, Biometrika 34(1/2), 1947, 28-35, with the degrees of freedom of F. E. Satterthwaite, Biometrics Bulletin 2(6), 1946, 110-114. Assumes independent
    /// records and means that are nearly normal: doubtful in small groups of skewed values.</remarks>
    public static WelchResult Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        var (n1, mean1, squares1) = Moments(first);
        var (n2, mean2, squares2) = Moments(second);
        return Of(n1, mean1, squares1, n2, mean2, squares2);
    }

    /// <summary>Returns the test of two groups by their numbers, means and sums of squared distances from their means.</summary>
    internal static WelchResult Of(double n1, double mean1, double squares1, double n2, double mean2, double squares2)
    {
        var difference = mean1 - mean2;
        if (n1 < 2 || n2 < 2) return new(n1 < 1 || n2 < 1 ? double.NaN : difference, 0, double.NaN, 1);
        var (v1, v2) = (squares1 / (n1 - 1) / n1, squares2 / (n2 - 1) / n2);
        if (!(v1 + v2 > 0)) return new(difference, difference == 0 ? 0 : difference > 0 ? double.PositiveInfinity : double.NegativeInfinity, double.NaN, difference == 0 ? 1 : 0);
        var t = difference / Math.Sqrt(v1 + v2);

        // (v1 + v2)² / (v1²/(n1 - 1) + v2²/(n2 - 1)).
        var degrees = (v1 + v2) * (v1 + v2) / ((v1 * v1 / (n1 - 1)) + (v2 * v2 / (n2 - 1)));
        return new(difference, t, degrees, Math.Min(1, 2 * StudentT.CDF(0, 1, degrees, -Math.Abs(t))));
    }

    private static (double Count, double Mean, double Squares) Moments(ReadOnlySpan<double> values)
    {
        var (sum, squares) = (0d, 0d);
        foreach (var value in values) sum += value;
        var mean = sum / values.Length;
        foreach (var value in values) squares += (value - mean) * (value - mean);
        return (values.Length, mean, squares);
    }
}
