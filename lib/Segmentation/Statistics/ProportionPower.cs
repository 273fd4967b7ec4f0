using MathNet.Numerics.Distributions;

namespace Segmentation.Statistics;

/// <summary>What a comparison of two proportions can show: the smallest difference for a number of records, and the records or days for a difference.</summary>
/// <remarks>By the arcsine transformation, on which a proportion's variance is 1/(4n) whatever it is: J. Cohen, "Statistical Power Analysis for the Behavioral Sciences", 2nd edition, 1988, 6.2-6.4. A plan, not
/// a test: rough where fewer than 5 records with the property are expected, where exact tests find less.</remarks>
public static class ProportionPower
{
    // Windows are searched in steps of a factor, from a share to a multiple of the planned one beyond which nobody waits.
    private const double Step = 1.05;
    private const double Shortest = 1e-4;
    private const double Longest = 1e6;
    private const int Halvings = 60;

    /// <summary>Returns the chance that a two-sided test finds the difference of two proportions.</summary>
    /// <param name="proportion1">What the first group truly has, in [0, 1].</param>
    /// <param name="trials1">Records of the first group, at least 0.</param>
    /// <param name="proportion2">What the second group truly has, in [0, 1].</param>
    /// <param name="trials2">Records of the second group, at least 0.</param>
    /// <param name="level">Level of the test, inside (0, 1). Default 0.05.</param>
    /// <returns>In [0, 1]; 0 where a group is empty.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Of(double proportion1, int trials1, double proportion2, int trials2, double level = 0.05)
    {
        CheckProportion(proportion1, nameof(proportion1));
        CheckProportion(proportion2, nameof(proportion2));
        CheckInside(level, nameof(level));
        if (Size(trials1, trials2) == 0) return 0;
        var (shift, critical) = (Math.Abs(ProportionEffect.CohenH(proportion1, proportion2)) * Math.Sqrt(Size(trials1, trials2)), Critical(level));
        return Normal.CDF(0, 1, shift - critical) + Normal.CDF(0, 1, -shift - critical);
    }

    /// <summary>Returns the smallest proportion above a baseline that would be found.</summary>
    /// <param name="baseline">What the second group has, in [0, 1].</param>
    /// <param name="trials1">Records of the first group, at least 0.</param>
    /// <param name="trials2">Records of the second group, at least 0.</param>
    /// <param name="level">Level of the two-sided test, inside (0, 1). Default 0.05.</param>
    /// <param name="power">How often it is to be found, inside (0, 1). Default 0.8.</param>
    /// <returns>In (<paramref name="baseline"/>, 1]; NaN where not even 1 would be found.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double DetectableAbove(double baseline, int trials1, int trials2, double level = 0.05, double power = 0.8)
    {
        var angle = Math.Asin(Math.Sqrt(baseline)) + HalfEffect(baseline, trials1, trials2, level, power);
        return angle <= Math.PI / 2 ? Math.Sin(angle) * Math.Sin(angle) : double.NaN;
    }

    /// <summary>Returns the largest proportion below a baseline that would be found.</summary>
    /// <param name="baseline">What the second group has, in [0, 1].</param>
    /// <param name="trials1">Records of the first group, at least 0.</param>
    /// <param name="trials2">Records of the second group, at least 0.</param>
    /// <param name="level">Level of the two-sided test, inside (0, 1). Default 0.05.</param>
    /// <param name="power">How often it is to be found, inside (0, 1). Default 0.8.</param>
    /// <returns>In [0, <paramref name="baseline"/>); NaN where not even 0 would be found.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double DetectableBelow(double baseline, int trials1, int trials2, double level = 0.05, double power = 0.8)
    {
        var angle = Math.Asin(Math.Sqrt(baseline)) - HalfEffect(baseline, trials1, trials2, level, power);
        return angle >= 0 ? Math.Sin(angle) * Math.Sin(angle) : double.NaN;
    }

    /// <summary>Returns the records that the first group needs for a difference to be found.</summary>
    /// <param name="proportion1">What the first group has, in [0, 1].</param>
    /// <param name="proportion2">What the second group has, in [0, 1].</param>
    /// <param name="level">Level of the two-sided test, inside (0, 1). Default 0.05.</param>
    /// <param name="power">How often it is to be found, inside (0, 1). Default 0.8.</param>
    /// <param name="ratio">Records of the second group for one of the first, above 0. Default 1: as many.</param>
    /// <returns>At least 1; positive infinity where the proportions are the same.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Needed(double proportion1, double proportion2, double level = 0.05, double power = 0.8, double ratio = 1)
    {
        CheckProportion(proportion1, nameof(proportion1));
        CheckProportion(proportion2, nameof(proportion2));
        if (!(ratio > 0 && double.IsFinite(ratio))) throw new ArgumentOutOfRangeException(nameof(ratio), FormattableString.Invariant($"ratio is {ratio} but must be a finite number above 0: records of the second group for one of the first."));

        // n1 = (z(1 - α/2) + z(power))² (1 + 1/ratio) / h².
        var (z, h) = (Distance(level, power), ProportionEffect.CohenH(proportion1, proportion2));
        return h == 0 ? double.PositiveInfinity : Math.Max(1, Math.Ceiling(z * z * (1 + (1 / ratio)) / (h * h)));
    }

    /// <summary>Returns the days that two groups must be watched for a difference of their hazards to be found.</summary>
    /// <param name="proportion1">What the first group has after <paramref name="days"/>, in [0, 1).</param>
    /// <param name="proportion2">What the second group has after <paramref name="days"/>, in [0, 1).</param>
    /// <param name="days">The window that the two are told for, above 0.</param>
    /// <param name="trials1">Records of the first group, at least 0.</param>
    /// <param name="trials2">Records of the second group, at least 0.</param>
    /// <param name="level">Level of the two-sided test, inside (0, 1). Default 0.05.</param>
    /// <param name="power">How often it is to be found, inside (0, 1). Default 0.8.</param>
    /// <returns>The shortest window; positive infinity where no window is long enough for so few records: the longer one waits, the more of both groups is gone.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>Constant hazards: what is left after t days is (1 - p) to the power t/days.</remarks>
    public static double NeededDays(double proportion1, double proportion2, double days, int trials1, int trials2, double level = 0.05, double power = 0.8)
    {
        CheckProportion(proportion1, nameof(proportion1));
        CheckProportion(proportion2, nameof(proportion2));
        if (!(days > 0 && double.IsFinite(days))) throw new ArgumentOutOfRangeException(nameof(days), FormattableString.Invariant($"days is {days} but must be a finite number above 0."));
        var (size, needed) = (Size(trials1, trials2), Distance(level, power));
        if (size == 0 || proportion1 == proportion2) return double.PositiveInfinity;
        bool Found(double windows) => Math.Abs(ProportionEffect.CohenH(After(proportion1, windows), After(proportion2, windows))) * Math.Sqrt(size) >= needed;

        var low = 0d;
        for (var high = Shortest; high < Longest; low = high, high *= Step)
        {
            if (!Found(high)) continue;
            for (var i = 0; i < Halvings; i++)
            {
                var middle = (low + high) / 2;
                if (Found(middle)) high = middle;
                else low = middle;
            }

            return high * days;
        }

        return double.PositiveInfinity;
    }

    /// <summary>Returns the records that each of two equal groups needs for their interval to lie inside an equivalence margin, where there is no difference.</summary>
    /// <param name="proportion">What both have, inside (0, 1).</param>
    /// <param name="margin">The difference that is too small to matter, above 0.</param>
    /// <param name="confidence">Two-sided confidence level of the interval that must lie inside, inside (0, 1). Default 0.95.</param>
    /// <param name="power">How often it is to lie inside, inside (0, 1). Default 0.8.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>Two one-sided tests: S.-C. Chow, J. Shao and H. Wang, "Sample Size Calculations in Clinical Research", 2nd edition, 2008, 4.2.2, with the interval's level in the place of 1 - 2α:
    /// n = 2p(1 - p)(z((1 + confidence)/2) + z((1 + power)/2))²/margin².</remarks>
    public static double NeededForEquivalence(double proportion, double margin, double confidence = 0.95, double power = 0.8)
    {
        CheckInside(proportion, nameof(proportion));
        CheckInside(power, nameof(power));
        Confidence.Check(confidence);
        if (!(margin > 0 && double.IsFinite(margin))) throw new ArgumentOutOfRangeException(nameof(margin), FormattableString.Invariant($"margin is {margin} but must be a finite proportion above 0."));
        var z = Normal.InvCDF(0, 1, (1 + confidence) / 2) + Normal.InvCDF(0, 1, (1 + power) / 2);
        return Math.Max(1, Math.Ceiling(2 * proportion * (1 - proportion) * z * z / (margin * margin)));
    }

    private static double After(double proportion, double windows) => 1 - Math.Pow(1 - proportion, windows);

    // 1 / (1/n1 + 1/n2).
    private static double Size(int trials1, int trials2)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials1);
        ArgumentOutOfRangeException.ThrowIfNegative(trials2);
        return trials1 == 0 || trials2 == 0 ? 0 : trials1 * (double)trials2 / (trials1 + (double)trials2);
    }

    private static double HalfEffect(double baseline, int trials1, int trials2, double level, double power)
    {
        CheckProportion(baseline, nameof(baseline));
        return Distance(level, power) / Math.Sqrt(Size(trials1, trials2)) / 2;
    }

    private static double Distance(double level, double power)
    {
        CheckInside(level, nameof(level));
        CheckInside(power, nameof(power));
        return Critical(level) + Normal.InvCDF(0, 1, power);
    }

    private static double Critical(double level) => Normal.InvCDF(0, 1, 1 - (level / 2));

    private static void CheckProportion(double proportion, string name)
    {
        if (!(proportion >= 0 && proportion <= 1)) throw new ArgumentOutOfRangeException(name, FormattableString.Invariant($"{name} is {proportion} but must be a proportion in 0 to 1."));
    }

    private static void CheckInside(double value, string name)
    {
        if (!(value > 0 && value < 1)) throw new ArgumentOutOfRangeException(name, FormattableString.Invariant($"{name} is {value} but must be a proportion inside 0 to 1, such as 0.05."));
    }
}
