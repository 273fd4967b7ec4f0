using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using static Segmentation.Benchmarks.Medians;

namespace Segmentation.Benchmarks;

/// <summary>A table of contenders at one size: first and warm time and memory, each with its ratio to the last contender, and how the warm time grew since the size before.</summary>
internal sealed class GrowthTable(ImmutableArray<Contender> contenders, string time = "0.000", string ratio = "0.00")
{
    private double[] last = [];

    /// <summary>Adds the table of one size.</summary>
    /// <param name="text">Where it is added.</param>
    /// <param name="title">What was done.</param>
    /// <param name="runs">The runs of each contender: first and warm time in seconds, peak memory in KiB.</param>
    public void Add(StringBuilder text, FormattableString title, (double Seconds, double WarmSeconds, double PeakKiB)[][] runs)
    {
        text.Append(title.ToString(CultureInfo.InvariantCulture)).Append("\n\n| | first, s | ratio | warm, s | ratio | growth of warm | peak memory, MiB | ratio |\n|---|---:|---:|---:|---:|---:|---:|---:|\n");
        var medians = runs.Select(r => (First: Median([.. r], x => x.Seconds), Warm: Median([.. r], x => x.WarmSeconds), Memory: Median([.. r], x => x.PeakKiB))).ToArray();
        var peer = medians[^1];
        for (var i = 0; i < medians.Length; i++)
        {
            var (first, warm, memory) = medians[i];
            string[] cells =
            [
                contenders[i].Name, Show(first, time), Show(first / peer.First, ratio), Show(warm, time), Show(warm / peer.Warm, ratio),
                last.Length == 0 ? string.Empty : "x " + Show(warm / last[i], "0.0"), Show(memory / 1024, "#,0"), Show(memory / peer.Memory, "0.00"),
            ];
            text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
        }

        text.Append('\n');
        last = [.. medians.Select(m => m.Warm)];
    }

    private static string Show(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
