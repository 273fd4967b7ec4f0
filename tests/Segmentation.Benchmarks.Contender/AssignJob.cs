using System.Diagnostics;
using Segmentation.Assign;
using Segmentation.Framework;
using Segmentation.Load;

namespace Segmentation.Benchmarks;

/// <summary>Our side of the assignment, done in this process.</summary>
public static class AssignJob
{
    /// <summary>First match in order, which a CASE says as well.</summary>
    public const string Order = "assign";

    /// <summary>A match by value comes first, the framework's default.</summary>
    public const string ValueFirst = "assign-value-first";

    /// <summary>Assignments after the first.</summary>
    public const int WarmRuns = 3;

    /// <summary>Does a job and measures it from inside; writes each account's segments to <c>ours.txt</c> in the folder.</summary>
    /// <param name="job"><see cref="Order"/> or <see cref="ValueFirst"/>.</param>
    /// <param name="folder">Folder that holds <see cref="AssignWorkload.FileName"/>.</param>
    public static AssignMeasurement Run(string job, string folder)
    {
        var start = Stopwatch.GetTimestamp();
        var workspace = Workspace.Open(folder);
        var load = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var framework = AssignWorkload.Framework(job == Order ? ConflictPolicy.Order : ConflictPolicy.ValueFirst);
        var (first, result) = Once(workspace, framework);
        var warm = Enumerable.Range(0, WarmRuns).Select(_ => Once(workspace, framework).Seconds).Order().ToArray();
        var peak = Measurement.PeakOfThisProcess();
        var assigned = result.Accounts!;
        if (job == Order)
        {
            File.WriteAllLines(
                Path.Combine(folder, "ours.txt"),
                Enumerable.Range(0, assigned.Records.Count).Select(row => string.Join('|', assigned.Dimensions.Select(d => d.NameOf(row)).Prepend(assigned.Records.Ids[row]))));
        }

        return new(first, warm[WarmRuns / 2], load, assigned.Records.Count, peak);
    }

    private static (double Seconds, AssignmentResult Result) Once(Workspace workspace, SegmentationFramework framework)
    {
        var start = Stopwatch.GetTimestamp();
        var result = Assignment.Run(workspace, framework, AssignWorkload.AsOf);
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, result);
    }
}
