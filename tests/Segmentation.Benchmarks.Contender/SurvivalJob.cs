using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Segmentation.Survival;

namespace Segmentation.Benchmarks;

/// <summary>Our side of survival, done in this process: Kaplan-Meier curves of four groups with Greenwood's errors and intervals, and the log-rank test.</summary>
public static class SurvivalJob
{
    /// <summary>The job in whole days.</summary>
    public const string Days = "survival-days";

    /// <summary>The job in times of which hardly two are alike.</summary>
    public const string Continuous = "survival-continuous";

    /// <summary>Number of groups.</summary>
    public const int Groups = 4;

    /// <summary>File of bytes: 1 where the event happened.</summary>
    public const string EventsName = "events.bin";

    /// <summary>File of bytes: the zero-based group.</summary>
    public const string GroupsName = "groups.bin";

    private const int WarmRuns = 3;

    /// <summary>Gets the times at which survival is read, in days.</summary>
    public static ImmutableArray<double> Milestones { get; } = [90, 365, 730];

    /// <summary>Returns the file of doubles, in the machine's order of bytes, that holds the times of a job.</summary>
    /// <param name="job">The job.</param>
    public static string TimesName(string job) => job + ".bin";

    /// <summary>Does the job and measures it from inside.</summary>
    /// <param name="job">The job.</param>
    /// <param name="folder">Folder that holds the times, <see cref="EventsName"/> and <see cref="GroupsName"/>.</param>
    public static SurvivalMeasurement Run(string job, string folder)
    {
        var time = ImmutableCollectionsMarshal.AsImmutableArray(MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(Path.Combine(folder, TimesName(job)))).ToArray());
        var happened = ImmutableCollectionsMarshal.AsImmutableArray(MemoryMarshal.Cast<byte, bool>(File.ReadAllBytes(Path.Combine(folder, EventsName))).ToArray());
        var group = Array.ConvertAll(File.ReadAllBytes(Path.Combine(folder, GroupsName)), g => (int)g);
        var (first, curves, statistic) = Once(time, happened, group);
        var peak = Measurement.PeakOfThisProcess();
        double[] warm = [.. Enumerable.Range(0, WarmRuns).Select(_ => Once(time, happened, group).Seconds).Order()];
        var read = curves.SelectMany(c => Milestones.Select(c.EstimateAt)).ToImmutableArray();
        return new(first, warm[WarmRuns / 2], statistic, [.. read.Select(r => r.Value)], [.. read.Select(r => r.StandardError)], peak);
    }

    private static (double Seconds, ImmutableArray<SurvivalCurve> Curves, double Statistic) Once(ImmutableArray<double> time, ImmutableArray<bool> happened, int[] group)
    {
        var start = Stopwatch.GetTimestamp();
        var times = EventTimes.Of(time, happened);
        var curves = KaplanMeier.ByGroup(times, group, Groups);
        var statistic = LogRankTest.Of(times, group, Groups).Statistic;
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, curves, statistic);
    }
}
