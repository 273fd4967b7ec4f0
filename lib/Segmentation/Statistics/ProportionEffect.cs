using MathNet.Numerics.Distributions;

namespace Segmentation.Statistics;

/// <summary>How large the difference of two proportions is, in the measures that studies report.</summary>
public static class ProportionEffect
{
    // Steps of halving: as many as a double has digits.
    private const int Halvings = 60;

    // Logarithm of the widest ratio looked at: e^40 is further than counts of records reach.
    private const double Widest = 40;

    /// <summary>Returns Cohen's h, the difference on the scale on which proportions have one variance: 2 arcsin √p1 - 2 arcsin √p2.</summary>
    /// <param name="proportion1">The first proportion, in [0, 1].</param>
    /// <param name="proportion2">The second proportion, in [0, 1].</param>
    /// <returns>In [-π, π]; 0.2 is called small, 0.5 medium, 0.8 large. NaN where a proportion is.</returns>
    /// <remarks>J. Cohen, "Statistical Power Analysis for the Behavioral Sciences", 2nd edition, 1988, 6.2.</remarks>
    public static double CohenH(double proportion1, double proportion2) => 2 * (Math.Asin(Math.Sqrt(proportion1)) - Math.Asin(Math.Sqrt(proportion2)));

    /// <summary>Returns the risk ratio, the first proportion over the second, with its score interval.</summary>
    /// <param name="successes1">Records of the first group with the property, in [0, <paramref name="trials1"/>].</param>
    /// <param name="trials1">Records of the first group, at least 0.</param>
    /// <param name="successes2">Records of the second group with the property, in [0, <paramref name="trials2"/>].</param>
    /// <param name="trials2">Records of the second group, at least 0.</param>
    /// <param name="confidence">Two-sided confidence level, inside (0, 1). Default 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>P. A. R. Koopman, Biometrics 40(2), 1984, 513-517: every ratio that Pearson's chi-square, under proportions of that ratio, would not reject. Has ends where a count is 0, which the interval by the
    /// logarithm's standard error has not.</remarks>
    public static RatioEstimate RiskRatio(int successes1, int trials1, int successes2, int trials2, double confidence = 0.95) =>
        Ratio(successes1, trials1, successes2, trials2, confidence, (double)successes1 / trials1 / ((double)successes2 / trials2), RiskUnder);

    /// <summary>Returns the odds ratio with its score interval.</summary>
    /// <param name="successes1">Records of the first group with the property, in [0, <paramref name="trials1"/>].</param>
    /// <param name="trials1">Records of the first group, at least 0.</param>
    /// <param name="successes2">Records of the second group with the property, in [0, <paramref name="trials2"/>].</param>
    /// <param name="trials2">Records of the second group, at least 0.</param>
    /// <param name="confidence">Two-sided confidence level, inside (0, 1). Default 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>As <see cref="RiskRatio"/>, with odds: J. Cornfield, Proceedings of the Third Berkeley Symposium 4, 1956, 135-148, without continuity correction.</remarks>
    public static RatioEstimate OddsRatio(int successes1, int trials1, int successes2, int trials2, double confidence = 0.95) =>
        Ratio(successes1, trials1, successes2, trials2, confidence, (double)successes1 * (trials2 - successes2) / ((double)successes2 * (trials1 - successes1)), OddsUnder);

    /// <summary>Returns the ratio, and the two ratios at which the chi-square statistic passes its critical value.</summary>
    private static RatioEstimate Ratio(int x1, int n1, int x2, int n2, double confidence, double value, Func<double, double, double, double, double, (double, double)> under)
    {
        ProportionDifference.Check(x1, n1, "successes1");
        ProportionDifference.Check(x2, n2, "successes2");
        Confidence.Check(confidence);
        if (n1 == 0 || n2 == 0 || double.IsNaN(value)) return new(double.NaN, new(0, double.PositiveInfinity));
        var z = Normal.InvCDF(0, 1, (1 + confidence) / 2);

        // (p1 - p1°)²/V1 + (p2 - p2°)²/V2 grows with the distance of the ratio from the one seen, on either side.
        double ChiSquare(double logRatio)
        {
            var (p1, p2) = under(Math.Exp(logRatio), x1, n1, x2, n2);
            return Part(x1, n1, p1) + Part(x2, n2, p2);
        }

        var middle = Math.Clamp(Math.Log(value), -Widest, Widest);
        return new(value, new(value == 0 ? 0 : Math.Exp(End(ChiSquare, middle, -Widest, z * z)), double.IsPositiveInfinity(value) ? value : Math.Exp(End(ChiSquare, middle, Widest, z * z))));
    }

    private static double End(Func<double, double> chiSquare, double inside, double outside, double critical)
    {
        if (chiSquare(outside) <= critical) return outside * double.PositiveInfinity;
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (inside + outside) / 2;
            if (chiSquare(middle) <= critical) inside = middle;
            else outside = middle;
        }

        return inside;
    }

    private static double Part(double x, double n, double p) => p <= 0 ? (x == 0 ? 0 : double.PositiveInfinity) : p >= 1 ? (x == n ? 0 : double.PositiveInfinity) : (x - (n * p)) * (x - (n * p)) / (n * p * (1 - p));

    // Most likely proportions of the ratio r: N r p2² - (n1 r + x1 + n2 + x2 r) p2 + x1 + x2 = 0, p1 = r p2.
    private static (double First, double Second) RiskUnder(double ratio, double x1, double n1, double x2, double n2)
    {
        var (a, b, c) = ((n1 + n2) * ratio, (n1 * ratio) + x1 + n2 + (x2 * ratio), x1 + x2);

        // The smaller root, written so that nothing cancels.
        var second = 2 * c / (b + Math.Sqrt(Math.Max(0, (b * b) - (4 * a * c))));
        return (Math.Min(1, second * ratio), Math.Min(1, second));
    }

    // Most likely proportions of the odds ratio r: n2 (r - 1) p2² + (n1 r + n2 - (x1 + x2)(r - 1)) p2 - (x1 + x2) = 0.
    private static (double First, double Second) OddsUnder(double ratio, double x1, double n1, double x2, double n2)
    {
        var c = x1 + x2;
        var (a, b) = (n2 * (ratio - 1), (n1 * ratio) + n2 - (c * (ratio - 1)));
        var root = Math.Sqrt(Math.Max(0, (b * b) + (4 * a * c)));
        var second = b >= 0 ? 2 * c / (b + root) : (root - b) / (2 * a);
        second = Math.Clamp(second, 0, 1);
        return (second * ratio / (1 + (second * (ratio - 1))), second);
    }
}
