using System.Collections.Immutable;
using System.Text.Json;

namespace Segmentation.Benchmarks;

/// <summary>What one process did and needed to reckon retention.</summary>
/// <param name="Seconds">The first answer of the process.</param>
/// <param name="WarmSeconds">Median of the answers after it.</param>
/// <param name="Sums">Segment after segment: accounts, and in cents start, end, kept; where the ledger was asked for also accounts that left, expansion, contraction, churn, reactivation.</param>
/// <param name="PeakKiB">Most memory the process held (VmHWM).</param>
public sealed record RetentionMeasurement(double Seconds, double WarmSeconds, ImmutableArray<long> Sums, long PeakKiB)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Returns the line of JSON that a job prints.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Web);

    /// <summary>Reads the line of JSON that a job printed.</summary>
    public static RetentionMeasurement Parse(string json) => JsonSerializer.Deserialize<RetentionMeasurement>(json, Web) ?? throw new FormatException($"Expected one line of JSON, found '{json}'.");
}
