using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Segmentation.Cuts;

namespace Segmentation.Benchmarks;

/// <summary>Our side of optimal one-dimensional k-means, done in this process.</summary>
public static class CutsJob
{
    /// <summary>Four bands.</summary>
    public const string Four = "cuts";

    /// <summary>Every number of bands from 1 to <see cref="MostBands"/>.</summary>
    public const string Choose = "cuts-choose";

    /// <summary>File of doubles, in the machine's order of bytes.</summary>
    public const string FileName = "values.bin";

    /// <summary>The most bands of <see cref="Choose"/>.</summary>
    public const int MostBands = 9;

    private const int WarmRuns = 3;

    /// <summary>Does a job and measures it from inside.</summary>
    /// <param name="job"><see cref="Four"/> or <see cref="Choose"/>.</param>
    /// <param name="folder">Folder that holds <see cref="FileName"/>.</param>
    public static CutsMeasurement Run(string job, string folder)
    {
        var values = MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(Path.Combine(folder, FileName))).ToArray();
        var first = Once(job, values, out _);
        var peak = Measurement.PeakOfThisProcess();
        var within = ImmutableArray<double>.Empty;
        var warm = Enumerable.Range(0, WarmRuns).Select(_ => Once(job, values, out within)).Order().ToArray();
        return new(first, warm[WarmRuns / 2], within, peak);
    }

    private static double Once(string job, double[] values, out ImmutableArray<double> within)
    {
        var start = Stopwatch.GetTimestamp();
        var sample = CutSample.Of(values);
        if (job == Choose)
        {
            var all = KMeansCuts.All(sample, MostBands, CutScale.Raw);
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            within = [.. all.Select(p => p.TotalWithin)];
            return seconds;
        }

        var found = KMeansCuts.Find(sample, 4, CutScale.Raw);
        var elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
        within = [Within(sample.Values, found.Cuts)];
        return elapsed;
    }

    private static double Within(ReadOnlySpan<double> values, ImmutableArray<double> cuts)
    {
        var within = 0.0;
        for (int from = 0, band = 0; band <= cuts.Length; band++)
        {
            var to = band < cuts.Length ? values.BinarySearch(cuts[band]) : values.Length;
            while (to > 0 && to < values.Length && values[to - 1] == values[to]) to--;
            var mean = 0.0;
            foreach (var value in values[from..to]) mean += value / (to - from);
            foreach (var value in values[from..to]) within += (value - mean) * (value - mean);
            from = to;
        }

        return within;
    }
}
