using System.Text.Json;

namespace Segmentation.Benchmarks;

/// <summary>What one process did and needed to group points.</summary>
/// <param name="Seconds">The first fit of the process, from the points in memory.</param>
/// <param name="WarmSeconds">Median of the fits after it.</param>
/// <param name="IterationSeconds">One iteration from given centres: what twenty more take, by their number.</param>
/// <param name="Iterations">Iterations of the fit that counts.</param>
/// <param name="Within">Within sum of squares of the fit.</param>
/// <param name="GivenWithin">Within sum of squares after the iterations from given centres: the same for all who are right.</param>
/// <param name="PeakKiB">Most memory the process held (VmHWM).</param>
public sealed record KMeansMeasurement(double Seconds, double WarmSeconds, double IterationSeconds, int Iterations, double Within, double GivenWithin, long PeakKiB)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Returns the line of JSON that a job prints.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Web);

    /// <summary>Reads the line of JSON that a job printed.</summary>
    public static KMeansMeasurement Parse(string json) => JsonSerializer.Deserialize<KMeansMeasurement>(json, Web) ?? throw new FormatException($"Expected one line of JSON, found '{json}'.");
}
