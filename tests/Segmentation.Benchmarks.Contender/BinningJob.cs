using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Segmentation.Cuts;

namespace Segmentation.Benchmarks;

/// <summary>Our side of supervised binning, done in this process: from unsorted values and events to the cuts of <see cref="Bands"/> bands.</summary>
public static class BinningJob
{
    /// <summary>The job.</summary>
    public const string Name = "binning";

    /// <summary>File of doubles, in the machine's order of bytes: the values.</summary>
    public const string ValuesName = "values.bin";

    /// <summary>File of bytes, aligned with the values: 1 where the event happened.</summary>
    public const string EventsName = "events.bin";

    /// <summary>Number of bands.</summary>
    public const int Bands = 6;

    private const int WarmRuns = 3;

    /// <summary>Gets the options: six bands of at least the playbook's smallest segment, and no other limit, as a tree of six leaves has none.</summary>
    public static BinningOptions Options { get; } = new()
    {
        Limits = BandLimits.None with { Fewest = Bands, Most = Bands, FewestRecords = new BandLimits().FewestRecords },
        Trend = MonotoneTrend.None,
        LargestNeighbourPValue = 1,
    };

    /// <summary>Does the job and measures it from inside.</summary>
    /// <param name="folder">Folder that holds <see cref="ValuesName"/> and <see cref="EventsName"/>.</param>
    public static BinningMeasurement Run(string folder)
    {
        var (values, events) = Read(folder);
        var (first, cuts) = Once(values, events);
        var peak = Measurement.PeakOfThisProcess();
        double[] warm = [.. Enumerable.Range(0, WarmRuns).Select(_ => Once(values, events).Seconds).Order()];
        return new(first, warm[WarmRuns / 2], cuts, peak);
    }

    /// <summary>Reads the data.</summary>
    /// <param name="folder">Folder that holds it.</param>
    public static (double[] Values, ImmutableArray<bool> Events) Read(string folder) => (
        MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(Path.Combine(folder, ValuesName))).ToArray(),
        ImmutableCollectionsMarshal.AsImmutableArray(MemoryMarshal.Cast<byte, bool>(File.ReadAllBytes(Path.Combine(folder, EventsName))).ToArray()));

    private static (double Seconds, ImmutableArray<double> Cuts) Once(double[] values, ImmutableArray<bool> events)
    {
        var start = Stopwatch.GetTimestamp();
        var cuts = OptimalBinning.Finder(Options)(CutSample.Of(values, target: new BinaryTarget(events))).Cuts;
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, cuts);
    }
}
