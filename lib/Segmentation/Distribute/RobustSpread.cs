using Segmentation.Statistics;

namespace Segmentation.Distribute;

/// <summary>Where the middle of some values lies and how far they usually are from it, unmoved by a few that are far away.</summary>
/// <param name="Median">The median.</param>
/// <param name="Deviation">What would be the standard deviation if the values were normal; null where all but a negligible part are equal.</param>
/// <remarks>The deviation is 1.4826 times the median absolute deviation (B. Iglewicz and D. C. Hoaglin, "How to Detect and Handle Outliers", ASQC Basic References in Quality Control
/// 16, 1993, 11-13). Where more than half of the values are equal, that is 0, and 1.2533 times the mean absolute deviation stands in: of a normal variable the mean absolute
/// deviation is √(2/π) of the standard deviation (R. C. Geary, "The Ratio of the Mean Deviation to the Standard Deviation as a Test of Normality", Biometrika 27, 1935, 310-332).</remarks>
internal readonly record struct RobustSpread(double Median, double? Deviation)
{
    /// <summary>1/Φ⁻¹(3/4): of a normal variable the median absolute deviation is this part of the standard deviation.</summary>
    private const double OfMedianDeviation = 1.4826;

    private static readonly double OfMeanDeviation = Math.Sqrt(Math.PI / 2);

    /// <summary>Returns the spread of values; at least one, finite.</summary>
    public static RobustSpread Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var median = Quantile.OfSorted(sorted, 0.5);
        double[] distances = [.. sorted.Select(v => Math.Abs(v - median)).Order()];
        var deviation = OfMedianDeviation * Quantile.OfSorted(distances, 0.5);
        if (deviation == 0) deviation = OfMeanDeviation * distances.Average();
        return new(median, deviation > 0 ? deviation : null);
    }

    /// <summary>Returns how many deviations a value is above the median, below 0 where it is below; null where there is no deviation.</summary>
    public double? Distance(double value) => (value - Median) / Deviation;
}
