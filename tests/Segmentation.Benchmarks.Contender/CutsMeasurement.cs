using System.Collections.Immutable;
using System.Text.Json;

namespace Segmentation.Benchmarks;

/// <summary>What one process did and needed to cut a column.</summary>
/// <param name="Seconds">The first run of the process, from unsorted values to cuts.</param>
/// <param name="WarmSeconds">Median of the runs after it.</param>
/// <param name="Within">Squares within the bands, for each number of bands asked for.</param>
/// <param name="PeakKiB">Most memory the process held until the end of the first run (VmHWM).</param>
public sealed record CutsMeasurement(double Seconds, double WarmSeconds, ImmutableArray<double> Within, long PeakKiB)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Returns the line of JSON that a job prints.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Web);

    /// <summary>Reads the line of JSON that a job printed.</summary>
    public static CutsMeasurement Parse(string json) => JsonSerializer.Deserialize<CutsMeasurement>(json, Web) ?? throw new FormatException($"Expected one line of JSON, found '{json}'.");
}
