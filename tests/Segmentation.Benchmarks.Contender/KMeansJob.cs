using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Segmentation.Clustering;

namespace Segmentation.Benchmarks;

/// <summary>Our side of the grouping, done in this process.</summary>
public static class KMeansJob
{
    /// <summary>Groups points by k-means.</summary>
    public const string Name = "kmeans";

    /// <summary>Name of the points in the folder: doubles, point after point.</summary>
    public const string FileName = "points.f64";

    /// <summary>Coordinates of a point.</summary>
    public const int Dimensions = 4;

    /// <summary>Number of clusters.</summary>
    public const int Clusters = 4;

    /// <summary>Fits after the first.</summary>
    public const int WarmRuns = 3;

    // Iterations from given centres: what the longer run takes more is the iterations' alone.
    private const int Few = 5;
    private const int Many = 25;

    /// <summary>Does the job and measures it from inside.</summary>
    /// <param name="starts">Number of starts.</param>
    /// <param name="folder">Folder that holds <see cref="FileName"/>.</param>
    public static KMeansMeasurement Run(string starts, string folder)
    {
        var points = new PointSet([.. MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(Path.Combine(folder, FileName)))], Dimensions);
        var options = new KMeansOptions { Starts = int.Parse(starts, CultureInfo.InvariantCulture) };
        var (first, result) = Timed(() => KMeans.Fit(points, Clusters, options));
        var warm = Enumerable.Range(0, WarmRuns).Select(_ => Timed(() => KMeans.Fit(points, Clusters, options)).Seconds).Order().ToArray();
        var iterations = Enumerable.Range(0, WarmRuns).Select(_ => Iteration(points)).OrderBy(i => i.Seconds).ToArray();
        return new(first, warm[WarmRuns / 2], iterations[WarmRuns / 2].Seconds, result.Iterations, result.WithinSum, iterations[0].Within, Measurement.PeakOfThisProcess());
    }

    private static (double Seconds, double Within) Iteration(PointSet points)
    {
        var (few, many) = (Timed(() => From(points, Few)), Timed(() => From(points, Many)));
        return ((many.Seconds - few.Seconds) / (many.Result.Iterations - few.Result.Iterations), many.Result.Within());
    }

    private static Lloyd From(PointSet points, int iterations)
    {
        var run = new Lloyd(new(points, default, -1), points.Coordinates[..(Clusters * Dimensions)].ToArray());
        run.Run(iterations, 0);
        return run;
    }

    private static (double Seconds, T Result) Timed<T>(Func<T> job)
    {
        var start = Stopwatch.GetTimestamp();
        var result = job();
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, result);
    }
}
