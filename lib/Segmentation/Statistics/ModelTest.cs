using MathNet.Numerics;

namespace Segmentation.Statistics;

/// <summary>A chi-square test of terms of a regression.</summary>
/// <param name="Statistic">The chi-square; 0 where nothing is tested.</param>
/// <param name="DegreesOfFreedom">Terms tested; 0 where nothing is.</param>
/// <param name="PValue">How often chance alone gives a statistic at least as large; 1 where nothing is tested.</param>
public sealed record ModelTest(double Statistic, int DegreesOfFreedom, double PValue)
{
    /// <summary>Returns the test of a statistic.</summary>
    internal static ModelTest Of(double statistic, int degrees) => degrees == 0 ? new(0, 0, 1) : new(Math.Max(0, statistic), degrees, SpecialFunctions.GammaUpperRegularized(degrees / 2d, Math.Max(0, statistic) / 2));
}
