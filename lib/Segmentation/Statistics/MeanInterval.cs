using MathNet.Numerics.Distributions;

namespace Segmentation.Statistics;

/// <summary>Intervals around a mean, and around the difference of two.</summary>
public static class MeanInterval
{
    /// <summary>Returns Student's interval of a mean.</summary>
    /// <param name="values">The values, finite.</param>
    /// <param name="confidence">Two-sided confidence level, inside (0, 1). Default 0.95.</param>
    /// <returns>From -∞ to ∞ with fewer than two values.</returns>
    /// <remarks>Student, Biometrika 6(1), 1908, 1-25: mean ± t · s/√n on n - 1 degrees. Assumes independent values and a mean that is nearly normal: doubtful for few and skewed values.</remarks>
    public static Interval Of(ReadOnlySpan<double> values, double confidence = 0.95)
    {
        Confidence.Check(confidence);
        var (n, mean, variance) = Moments(values);
        if (n < 2) return new(double.NegativeInfinity, double.PositiveInfinity);
        var half = StudentT.InvCDF(0, 1, n - 1, (1 + confidence) / 2) * Math.Sqrt(variance / n);
        return new(mean - half, mean + half);
    }

    /// <summary>Returns Welch's interval of the first mean less the second.</summary>
    /// <param name="first">Values of the first group, finite.</param>
    /// <param name="second">Values of the second group, finite.</param>
    /// <param name="confidence">Two-sided confidence level, inside (0, 1). Default 0.95.</param>
    /// <returns>From -∞ to ∞ where a group has fewer than two values; the difference itself where neither varies.</returns>
    /// <remarks>Belongs to <see cref="WelchTest"/>: it holds 0 exactly where that p-value is above 1 - confidence.</remarks>
    public static Interval OfDifference(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double confidence = 0.95)
    {
        Confidence.Check(confidence);
        var (n1, mean1, variance1) = Moments(first);
        var (n2, mean2, variance2) = Moments(second);
        if (n1 < 2 || n2 < 2) return new(double.NegativeInfinity, double.PositiveInfinity);
        var test = WelchTest.Of(first, second);
        var error = Math.Sqrt((variance1 / n1) + (variance2 / n2));
        var half = error > 0 ? StudentT.InvCDF(0, 1, test.DegreesOfFreedom, (1 + confidence) / 2) * error : 0;
        return new(mean1 - mean2 - half, mean1 - mean2 + half);
    }

    private static (int Count, double Mean, double Variance) Moments(ReadOnlySpan<double> values)
    {
        var (sum, squares) = (0d, 0d);
        foreach (var value in values) sum += value;
        var mean = sum / values.Length;
        foreach (var value in values) squares += (value - mean) * (value - mean);
        return (values.Length, mean, squares / (values.Length - 1));
    }
}
