using System.Collections.Immutable;
using Segmentation.Cuts;

namespace Segmentation.Calibrate;

/// <summary>How much of the variance of a field lies between bands.</summary>
internal static class BandVariance
{
    /// <summary>Returns the goodness of variance fit, 1 - within / total sum of squares, in [0, 1]; null where the values do not vary. On a log scale values of 0 or below are left out.</summary>
    /// <remarks>G. F. Jenks and F. C. Caspall, Annals of the Association of American Geographers 61(2), 1971, 217-244.</remarks>
    public static double? Fit(CutSample sample, ImmutableArray<double> cuts, CutScale scale)
    {
        double n = 0, mean = 0, total = 0, within = 0;
        var band = 0;
        double bandN = 0, bandMean = 0;
        foreach (var value in sample.Values)
        {
            if (scale == CutScale.Log && value <= 0) continue;
            var x = scale == CutScale.Log ? Math.Log(value) : value;
            while (band < cuts.Length && value >= cuts[band]) (band, bandN, bandMean) = (band + 1, 0, 0);
            within += Add(x, ref bandN, ref bandMean);
            total += Add(x, ref n, ref mean);
        }

        return total > 0 ? Math.Clamp(1 - (within / total), 0, 1) : null;
    }

    // B. P. Welford, Technometrics 4(3), 1962, 419-420.
    private static double Add(double x, ref double n, ref double mean)
    {
        var step = x - mean;
        mean += step / ++n;
        return step * (x - mean);
    }
}
