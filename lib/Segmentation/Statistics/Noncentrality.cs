using MathNet.Numerics;

namespace Segmentation.Statistics;

/// <summary>How large a difference stands behind a chi-square or F statistic: noncentral distributions turned around.</summary>
/// <remarks>Confidence limits of the noncentrality: J. H. Steiger, Psychological Methods 9(2), 2004, 164-182. The distributions are Poisson mixtures of central ones (N. L. Johnson, S. Kotz and
/// N. Balakrishnan, "Continuous Univariate Distributions" 2, 2nd edition 1995, chapters 29 and 30).</remarks>
internal static class Noncentrality
{
    /// <summary>Returns the limits of the noncentrality behind an F statistic.</summary>
    public static Interval OfF(double f, double degrees, double within, double confidence)
    {
        Confidence.Check(confidence);
        var tail = (1 - confidence) / 2;
        return new(Root(lambda => F(f, degrees, within, lambda), 1 - tail), Root(lambda => F(f, degrees, within, lambda), tail));
    }

    /// <summary>Returns the limits of the noncentrality behind a chi-square statistic.</summary>
    public static Interval OfChiSquare(double statistic, double degrees, double confidence)
    {
        Confidence.Check(confidence);
        var tail = (1 - confidence) / 2;
        return new(Root(lambda => ChiSquare(statistic, degrees, lambda), 1 - tail), Root(lambda => ChiSquare(statistic, degrees, lambda), tail));
    }

    /// <summary>Returns the noncentrality that a chi-square test finds with some power.</summary>
    /// <param name="degrees">Degrees of freedom.</param>
    /// <param name="level">Level of the test, inside (0, 1).</param>
    /// <param name="power">How often it is to be found, inside (<paramref name="level"/>, 1).</param>
    public static double Detectable(double degrees, double level, double power)
    {
        var critical = Root(x => SpecialFunctions.GammaUpperRegularized(degrees / 2, x / 2), level);
        return Root(lambda => ChiSquare(critical, degrees, lambda), 1 - power);
    }

    /// <summary>Returns P(χ²(degrees, lambda) ≤ x).</summary>
    internal static double ChiSquare(double x, double degrees, double lambda)
    {
        if (!(x > 0)) return 0;
        var (first, last) = Terms(lambda / 2);
        var a = (degrees / 2) + first;
        var cumulative = SpecialFunctions.GammaLowerRegularized(a, x / 2);

        // P(a + 1, y) = P(a, y) - y^a e^-y / Γ(a + 1).
        var step = Math.Exp((a * Math.Log(x / 2)) - (x / 2) - SpecialFunctions.GammaLn(a + 1));
        return Mixture(lambda / 2, first, last, cumulative, step, j => x / 2 / ((degrees / 2) + j + 1));
    }

    /// <summary>Returns P(F(degrees, within, lambda) ≤ f).</summary>
    internal static double F(double f, double degrees, double within, double lambda)
    {
        if (!(f > 0)) return 0;
        var x = degrees * f / ((degrees * f) + within);
        if (x >= 1) return 1;
        var (first, last) = Terms(lambda / 2);
        var (a, b) = ((degrees / 2) + first, within / 2);
        var cumulative = SpecialFunctions.BetaRegularized(a, b, x);

        // I(a + 1, b) = I(a, b) - x^a (1 - x)^b / (a B(a, b)).
        var step = Math.Exp((a * Math.Log(x)) + (b * Math.Log(1 - x)) + SpecialFunctions.GammaLn(a + b) - SpecialFunctions.GammaLn(a + 1) - SpecialFunctions.GammaLn(b));
        return Mixture(lambda / 2, first, last, cumulative, step, j => x * ((degrees / 2) + j + b) / ((degrees / 2) + j + 1));
    }

    // Σ Poisson(j; mean) C_j, with C_(j+1) = C_j - step_j and step_(j+1) = step_j ratio(j).
    private static double Mixture(double mean, int first, int last, double cumulative, double step, Func<int, double> ratio)
    {
        var (sum, weight) = (0d, mean == 0 ? 1 : Math.Exp((first * Math.Log(mean)) - mean - SpecialFunctions.GammaLn(first + 1)));
        for (var j = first; j <= last; j++)
        {
            sum += weight * cumulative;
            cumulative = Math.Max(0, cumulative - step);
            step *= ratio(j);
            weight *= mean / (j + 1);
        }

        return Math.Clamp(sum, 0, 1);
    }

    // Ten standard deviations either side of the mean leave out less than a double can show.
    private static (int First, int Last) Terms(double mean) => ((int)Math.Max(0, mean - (10 * Math.Sqrt(mean)) - 10), (int)(mean + (10 * Math.Sqrt(mean)) + 30));

    /// <summary>Returns where a function that falls from its value at 0 towards 0 takes a value; 0 where it begins below.</summary>
    private static double Root(Func<double, double> falling, double value)
    {
        if (falling(0) <= value) return 0;
        var (low, high) = (0d, 1d);
        for (; falling(high) > value; high *= 2) low = high;
        while (high - low > 1e-9 * high)
        {
            var middle = (low + high) / 2;
            if (falling(middle) > value) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }
}
