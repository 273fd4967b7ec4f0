using System.Collections.Immutable;
using System.Text.Json;

namespace Segmentation.Benchmarks;

/// <summary>What one run of survival took, and what it found.</summary>
/// <param name="Seconds">The first time: curves with Greenwood's errors and log intervals of every group, and the log-rank test.</param>
/// <param name="WarmSeconds">Median of the times after it.</param>
/// <param name="Statistic">Chi-square of the log-rank test.</param>
/// <param name="Survival">Survival of each group at each of <see cref="SurvivalJob.Milestones"/>, group after group.</param>
/// <param name="Errors">Aligned. Greenwood's standard errors.</param>
/// <param name="PeakKiB">Peak memory in KiB until the end of the first time.</param>
public sealed record SurvivalMeasurement(double Seconds, double WarmSeconds, double Statistic, ImmutableArray<double> Survival, ImmutableArray<double> Errors, long PeakKiB)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Returns the line of JSON that a job prints.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Web);

    /// <summary>Reads the line of JSON that a job printed.</summary>
    public static SurvivalMeasurement Parse(string json) => JsonSerializer.Deserialize<SurvivalMeasurement>(json, Web) ?? throw new FormatException($"Expected one line of JSON, found '{json}'.");
}
