using System.Collections.Immutable;
using System.Text.Json;

namespace Segmentation.Benchmarks;

/// <summary>What one process did and needed to fit a Cox regression.</summary>
/// <param name="Seconds">The first run of the process, from unsorted times to coefficients with standard errors and tests.</param>
/// <param name="WarmSeconds">Median of the runs after it.</param>
/// <param name="Coefficients">The coefficients.</param>
/// <param name="StandardErrors">Their standard errors.</param>
/// <param name="LogLikelihood">The partial log-likelihood.</param>
/// <param name="PeakKiB">Most memory the process held until the end of the first run (VmHWM).</param>
public sealed record CoxMeasurement(double Seconds, double WarmSeconds, ImmutableArray<double> Coefficients, ImmutableArray<double> StandardErrors, double LogLikelihood, long PeakKiB)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Returns the line of JSON that a job prints.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Web);

    /// <summary>Reads the line of JSON that a job printed.</summary>
    public static CoxMeasurement Parse(string json) => JsonSerializer.Deserialize<CoxMeasurement>(json, Web) ?? throw new FormatException($"Expected one line of JSON, found '{json}'.");
}
