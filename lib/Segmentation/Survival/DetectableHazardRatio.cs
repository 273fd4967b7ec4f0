using System.Globalization;
using MathNet.Numerics.Distributions;

namespace Segmentation.Survival;

/// <summary>What a log-rank test of two groups could have seen, and how many events it needs.</summary>
/// <remarks>D = (z₁₋α/₂ + z_power)²/(p(1-p) log² HR): D. A. Schoenfeld, Biometrika 68(1), 1981, 316-319, and Biometrics 39(2), 1983, 499-503. Events count, not records: many records with few events see little. Two-sided, constant ratio of
/// the hazards; near enough for ratios up to some 4 and groups not much more unequal than 1 to 4.</remarks>
public static class DetectableHazardRatio
{
    /// <summary>Returns the smallest hazard ratio above 1 that a test would find; its inverse is the largest below.</summary>
    /// <param name="events">Events in both groups together, at least 0.</param>
    /// <param name="share">Share of the records at risk that are in one of the groups, inside (0, 1).</param>
    /// <param name="confidence">Confidence of the two-sided test, inside (0, 1).</param>
    /// <param name="power">Probability with which it shall find it, inside (0, 1), above half of 1 - <paramref name="confidence"/>.</param>
    /// <returns>Infinity without events.</returns>
    public static double Of(int events, double share, double confidence = 0.95, double power = 0.80)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        return events == 0 ? double.PositiveInfinity : Math.Exp(Sum(share, confidence, power) / Math.Sqrt(events * share * (1 - share)));
    }

    /// <summary>Returns how many events, in both groups together, a test needs to find a hazard ratio.</summary>
    /// <param name="ratio">The ratio, above 0 and not 1.</param>
    /// <param name="share">Share of the records at risk that are in one of the groups, inside (0, 1).</param>
    /// <param name="confidence">Confidence of the two-sided test, inside (0, 1).</param>
    /// <param name="power">Probability with which it shall find it, inside (0, 1), above half of 1 - <paramref name="confidence"/>.</param>
    /// <returns>Rounded up to whole events.</returns>
    public static double EventsNeeded(double ratio, double share, double confidence = 0.95, double power = 0.80)
    {
        if (!(ratio > 0 && double.IsFinite(ratio) && ratio != 1))
            throw new ArgumentOutOfRangeException(nameof(ratio), string.Create(CultureInfo.InvariantCulture, $"ratio is {ratio} but must be a finite number above 0 other than 1: no number of events finds a difference that is none."));
        var z = Sum(share, confidence, power) / Math.Log(ratio);
        return Math.Ceiling(z * z / (share * (1 - share)));
    }

    private static double Sum(double share, double confidence, double power)
    {
        Statistics.Confidence.Check(confidence);
        if (!(share is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(share), string.Create(CultureInfo.InvariantCulture, $"share is {share} but must be inside 0 to 1: both groups need records."));
        if (!(power < 1 && power > (1 - confidence) / 2))
            throw new ArgumentOutOfRangeException(nameof(power), string.Create(CultureInfo.InvariantCulture, $"power is {power} but must be below 1 and above {(1 - confidence) / 2}, which chance alone gives."));
        return Normal.InvCDF(0, 1, (1 + confidence) / 2) + Normal.InvCDF(0, 1, power);
    }
}
