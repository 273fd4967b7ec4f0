using System.Collections.Immutable;

namespace Segmentation.Benchmarks;

/// <summary>The median of what runs measured.</summary>
internal static class Medians
{
    /// <summary>Returns the median; the mean of the two in the middle where there is an even number of runs.</summary>
    public static double Median<T>(ImmutableArray<T> runs, Func<T, double> of)
    {
        var sorted = runs.Select(of).Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
