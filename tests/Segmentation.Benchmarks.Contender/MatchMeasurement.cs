using System.Text.Json;

namespace Segmentation.Benchmarks;

/// <summary>What one process did and needed to find duplicates.</summary>
/// <param name="Seconds">Blocking and scoring, timed inside the process.</param>
/// <param name="FromFileSeconds">The same with reading and normalising.</param>
/// <param name="Rows">Records.</param>
/// <param name="Candidates">Pairs that the rules make, each once.</param>
/// <param name="Kept">Pairs that reach the bound.</param>
/// <param name="KeptTrue">Those that are one person.</param>
/// <param name="TruePairs">Pairs planted.</param>
/// <param name="PeakKiB">Most memory the process held until the pairs were there (VmHWM).</param>
/// <param name="ProcessSeconds">The whole process; 0 inside the process.</param>
public sealed record MatchMeasurement(
    double Seconds, double FromFileSeconds, int Rows, long Candidates, long Kept, long KeptTrue, long TruePairs, long PeakKiB, double ProcessSeconds = 0)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Gets the share of the pairs kept that are one person.</summary>
    public double Precision => Kept == 0 ? 1 : (double)KeptTrue / Kept;

    /// <summary>Gets the share of the pairs planted that are kept.</summary>
    public double Recall => TruePairs == 0 ? 1 : (double)KeptTrue / TruePairs;

    /// <summary>Gets the harmonic mean of precision and recall.</summary>
    public double F1 => 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Returns the line of JSON that a job prints.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Web);

    /// <summary>Reads the line of JSON that a job printed.</summary>
    public static MatchMeasurement Parse(string json) =>
        JsonSerializer.Deserialize<MatchMeasurement>(json, Web) ?? throw new FormatException($"Expected one line of JSON, found '{json}'.");
}
