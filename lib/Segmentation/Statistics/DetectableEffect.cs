using MathNet.Numerics.Distributions;

namespace Segmentation.Statistics;

/// <summary>What an interval could have seen.</summary>
internal static class DetectableEffect
{
    /// <summary>Returns the smallest effect, either way, that would have been found at some power, from how wide the interval is: half width · (z(confidence) + z(power)) / z(confidence), the wider half counting.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="interval">Its interval.</param>
    /// <param name="confidence">The interval's two-sided confidence.</param>
    /// <param name="power">Probability of finding the effect, inside (0, 1).</param>
    /// <returns>NaN where there is no estimate.</returns>
    /// <remarks>The usual sample-size formula (α two-sided, power 1 - β), solved for the effect with the standard error that the interval shows: J. M. Hoenig and D. M. Heisey, The American Statistician 55(1), 2001, 19-24,
    /// say why the effect found must not be put in its place.</remarks>
    public static double Of(double estimate, Interval interval, double confidence, double power)
    {
        var z = Normal.InvCDF(0, 1, (1 + confidence) / 2);
        return Math.Max(estimate - interval.Low, interval.High - estimate) * (z + Normal.InvCDF(0, 1, power)) / z;
    }
}
