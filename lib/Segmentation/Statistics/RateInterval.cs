using System.Globalization;
using MathNet.Numerics.Distributions;

namespace Segmentation.Statistics;

/// <summary>Intervals around a rate of events over time.</summary>
public static class RateInterval
{
    /// <summary>Returns the exact interval of a rate: events over the time in which they could have happened.</summary>
    /// <param name="events">Events counted, at least 0.</param>
    /// <param name="exposure">Time at risk, summed over records (record-years), above 0.</param>
    /// <param name="confidence">Two-sided confidence level, inside (0, 1). Default 0.95.</param>
    /// <returns>Events per unit of exposure; the lower end is exactly 0 where there was no event.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>F. Garwood, Biometrika 28(3/4), 1936, 437-442: χ²(α/2; 2d)/2 and χ²(1-α/2; 2d+2)/2 over the exposure. Assumes one
    /// rate for all records at all times (constant hazard) and records that fail independently; many failing on one day (a bulk
    /// change) make it too narrow.</remarks>
    public static Interval Garwood(int events, double exposure, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        Confidence.Check(confidence);
        if (!(exposure > 0 && double.IsFinite(exposure)))
            throw new ArgumentOutOfRangeException(nameof(exposure), string.Create(CultureInfo.InvariantCulture, $"exposure is {exposure} but must be a finite time above 0; without time at risk there is no rate."));
        var tail = (1 - confidence) / 2;
        var low = events == 0 ? 0 : ChiSquareQuantile(2.0 * events, tail) / 2;
        var high = ChiSquareQuantile(2.0 * (events + 1.0), 1 - tail) / 2;
        return new Interval(low / exposure, high / exposure);
    }

    // Above this many degrees of freedom the Wilson-Hilferty cube (Proceedings of the National Academy of Sciences 17(12), 1931,
    // 684-688) differs from the exact quantile by less than one part in a million, and the root finder gets slow.
    private const double ManyDegrees = 2000;

    private static double ChiSquareQuantile(double degrees, double probability)
    {
        if (degrees <= ManyDegrees) return ChiSquared.InvCDF(degrees, probability);
        var ninth = 2 / (9 * degrees);
        var cube = 1 - ninth + (Normal.InvCDF(0, 1, probability) * Math.Sqrt(ninth));
        return degrees * cube * cube * cube;
    }
}
