using System.Diagnostics;
using System.Runtime.InteropServices;
using Segmentation.Survival;

namespace Segmentation.Benchmarks;

/// <summary>Our side of Cox regression, done in this process.</summary>
public static class CoxJob
{
    /// <summary>The job.</summary>
    public const string Name = "cox";

    /// <summary>File of doubles, in the machine's order of bytes: the time of each record.</summary>
    public const string TimesName = "times.bin";

    /// <summary>File of bytes: 1 where the event happened then.</summary>
    public const string EventsName = "events.bin";

    /// <summary>File of doubles: the covariates, record after record.</summary>
    public const string CovariatesName = "covariates.bin";

    /// <summary>The covariates of a record.</summary>
    public const int Covariates = 5;

    private const int WarmRuns = 3;

    /// <summary>Does the job and measures it from inside.</summary>
    /// <param name="folder">Folder that holds the files.</param>
    public static CoxMeasurement Run(string folder)
    {
        var exit = MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(Path.Combine(folder, TimesName))).ToArray();
        var events = File.ReadAllBytes(Path.Combine(folder, EventsName)).Select(b => b == 1).ToArray();
        var covariates = MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(Path.Combine(folder, CovariatesName))).ToArray();
        string[] names = [.. Enumerable.Range(1, Covariates).Select(j => FormattableString.Invariant($"x{j}"))];
        var first = Once(out _);
        var peak = Measurement.PeakOfThisProcess();
        CoxModel? model = null;
        var warm = Enumerable.Range(0, WarmRuns).Select(_ => Once(out model)).Order().ToArray();
        return new(first, warm[WarmRuns / 2], [.. model!.Coefficients.Select(c => c.Estimate)], [.. model.Coefficients.Select(c => c.StandardError)], model.LogLikelihood, peak);

        double Once(out CoxModel fitted)
        {
            var start = Stopwatch.GetTimestamp();
            fitted = CoxModel.Fit(EventTimes.Of(ImmutableCollectionsMarshal.AsImmutableArray(exit), ImmutableCollectionsMarshal.AsImmutableArray(events)), covariates, names);
            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
    }
}
