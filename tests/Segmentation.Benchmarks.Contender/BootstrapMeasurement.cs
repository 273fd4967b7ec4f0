using System.Text.Json;

namespace Segmentation.Benchmarks;

/// <summary>What one process did and needed to resample.</summary>
/// <param name="Seconds">The first bootstrap of the process, from values in memory.</param>
/// <param name="WarmSeconds">Median of the bootstraps after it.</param>
/// <param name="Mean">Mean of the resampled statistic.</param>
/// <param name="StandardError">Its standard deviation over the resamples.</param>
/// <param name="PeakKiB">Most memory the process held (VmHWM).</param>
public sealed record BootstrapMeasurement(double Seconds, double WarmSeconds, double Mean, double StandardError, long PeakKiB)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Returns the line of JSON that a job prints.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Web);

    /// <summary>Reads the line of JSON that a job printed.</summary>
    public static BootstrapMeasurement Parse(string json) => JsonSerializer.Deserialize<BootstrapMeasurement>(json, Web) ?? throw new FormatException($"Expected one line of JSON, found '{json}'.");
}
