using System.Text.Json;

namespace Segmentation.Benchmarks;

/// <summary>What one process did and needed to assign.</summary>
/// <param name="Seconds">The first assignment of the process, from the loaded exports.</param>
/// <param name="WarmSeconds">Median of the assignments after it.</param>
/// <param name="LoadSeconds">Reading the file.</param>
/// <param name="Rows">Accounts.</param>
/// <param name="PeakKiB">Most memory the process held until the last assignment (VmHWM).</param>
public sealed record AssignMeasurement(double Seconds, double WarmSeconds, double LoadSeconds, int Rows, long PeakKiB)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Returns the line of JSON that a job prints.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Web);

    /// <summary>Reads the line of JSON that a job printed.</summary>
    public static AssignMeasurement Parse(string json) => JsonSerializer.Deserialize<AssignMeasurement>(json, Web) ?? throw new FormatException($"Expected one line of JSON, found '{json}'.");
}
