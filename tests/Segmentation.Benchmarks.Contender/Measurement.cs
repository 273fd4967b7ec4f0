using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Segmentation.Benchmarks;

/// <summary>What one process did and needed.</summary>
/// <param name="Seconds">The job, timed inside the process.</param>
/// <param name="Rows">Data rows read.</param>
/// <param name="Distinct">Distinct values by column, in file order; empty where the job does not say.</param>
/// <param name="PeakKiB">Most memory the process held (VmHWM).</param>
/// <param name="ProcessSeconds">The whole process, from its start to its end; 0 inside the process.</param>
public sealed record Measurement(double Seconds, int Rows, ImmutableArray<int> Distinct, long PeakKiB, double ProcessSeconds = 0)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Returns the line of JSON that a job prints.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Web);

    /// <summary>Reads the line of JSON that a job printed.</summary>
    public static Measurement Parse(string json) => JsonSerializer.Deserialize<Measurement>(json, Web) ?? throw new FormatException($"Expected one line of JSON, found '{json}'.");

    /// <summary>Returns the most memory this process has held, in KiB; 0 where the system does not say.</summary>
    public static long PeakOfThisProcess()
    {
        const string status = "/proc/self/status";
        if (!File.Exists(status)) return 0;
        var line = File.ReadLines(status).FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
