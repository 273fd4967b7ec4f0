using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Segmentation.Calibrate;
using Segmentation.Cuts;
using Segmentation.Statistics;

namespace Segmentation.Benchmarks;

/// <summary>Our side of the bootstrap, done in this process.</summary>
public static class BootstrapJob
{
    /// <summary>The mean of each resample, on all processors.</summary>
    public const string Mean = "bootstrap-mean";

    /// <summary>The same on one.</summary>
    public const string MeanOnOne = "bootstrap-mean-one-thread";

    /// <summary>The stability of k-means cuts into three bands.</summary>
    public const string Cuts = "bootstrap-cuts";

    /// <summary>File of the values: doubles, little-endian.</summary>
    public const string FileName = "values.bin";

    /// <summary>Resamples of the mean.</summary>
    public const int MeanResamples = 2_000;

    /// <summary>Resamples of the cuts.</summary>
    public const int CutResamples = 1_000;

    private const int Seed = 20260630;
    private const int WarmRuns = 3;

    /// <summary>Does a job and measures it from inside.</summary>
    /// <param name="job">One of the constants.</param>
    /// <param name="folder">Folder that holds <see cref="FileName"/>.</param>
    public static BootstrapMeasurement Run(string job, string folder)
    {
        var values = MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(Path.Combine(folder, FileName))).ToArray();
        var sample = CutSample.Of(job == Cuts ? values : []);
        ImmutableArray<double> all = [.. values];
        Func<ImmutableArray<double>> statistics = job switch
        {
            Cuts => () => CutStability.Estimate(sample, s => KMeansCuts.Find(s, 3), new() { Resamples = CutResamples, Seed = Seed }).Cuts[0].Positions,
            MeanOnOne => () => Bootstrap.Means(all, MeanResamples, Seed, threads: 1),
            _ => () => Bootstrap.Means(all, MeanResamples, Seed),
        };
        var (first, found) = Once(statistics);
        var warm = Enumerable.Range(0, WarmRuns).Select(_ => Once(statistics).Seconds).Order().ToArray();
        var mean = found.Average();
        return new(first, warm[WarmRuns / 2], mean, Math.Sqrt(found.Average(f => (f - mean) * (f - mean))), Measurement.PeakOfThisProcess());
    }

    private static (double Seconds, ImmutableArray<double> Found) Once(Func<ImmutableArray<double>> statistics)
    {
        var start = Stopwatch.GetTimestamp();
        var found = statistics();
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, found);
    }
}
