using System.Collections.Immutable;
using System.Text.Json;

namespace Segmentation.Benchmarks;

/// <summary>What one process did and needed to bin a column.</summary>
/// <param name="Seconds">The first run of the process, from unsorted values to cuts.</param>
/// <param name="WarmSeconds">Median of the runs after it.</param>
/// <param name="Cuts">The cuts, ascending.</param>
/// <param name="PeakKiB">Most memory the process held until the end of the first run (VmHWM).</param>
public sealed record BinningMeasurement(double Seconds, double WarmSeconds, ImmutableArray<double> Cuts, long PeakKiB)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Returns the line of JSON that a job prints.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Web);

    /// <summary>Reads the line of JSON that a job printed.</summary>
    public static BinningMeasurement Parse(string json) => JsonSerializer.Deserialize<BinningMeasurement>(json, Web) ?? throw new FormatException($"Expected one line of JSON, found '{json}'.");
}
