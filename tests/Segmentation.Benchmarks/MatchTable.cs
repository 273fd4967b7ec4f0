using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using static Segmentation.Benchmarks.Medians;

namespace Segmentation.Benchmarks;

/// <summary>A comparison of searches for duplicates as Markdown: medians, and ratios to DuckDB in the same run.</summary>
public static class MatchTable
{
    /// <summary>Our blocking and scoring.</summary>
    public const string Ours = "**Segmentation: block and score**";

    /// <summary>The same in SQL.</summary>
    public const string Baseline = "DuckDB SQL: block and score";

    /// <summary>Our whole capability.</summary>
    public const string OursWhole = "**Segmentation: load, learn weights, score, cluster**";

    /// <summary>The same in SQL.</summary>
    public const string BaselineWhole = "DuckDB SQL: load, count levels, score, cluster";

    /// <summary>Returns the tables.</summary>
    /// <param name="results">Sizes in ascending order; every contender at every size.</param>
    public static string Write(ImmutableArray<(int Rows, string Name, ImmutableArray<MatchMeasurement> Runs)> results)
    {
        var text = new StringBuilder();
        foreach (var size in results.GroupBy(r => r.Rows))
        {
            var bySize = size.ToDictionary(r => r.Name, r => r.Runs);
            Line(text, $"{size.Key:#,0} contacts x 11 columns, {bySize[Ours][0].TruePairs:#,0} true pairs, {bySize[Ours][0].Candidates:#,0} candidate pairs, median of {bySize[Ours].Length}");
            text.Append("\n| | time, s | ratio | pairs/s | with reading, s | ratio | peak memory, MiB | ratio | precision | recall | F1 |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
            foreach (var (name, baseline) in new[] { (Ours, Baseline), (Baseline, Baseline), (OursWhole, BaselineWhole), (BaselineWhole, BaselineWhole) })
            {
                var (runs, other) = (bySize[name], bySize[baseline]);
                var (time, file, memory) = (Median(runs, r => r.Seconds), Median(runs, r => r.FromFileSeconds), Median(runs, r => r.PeakKiB));
                Line(
                    text,
                    $"| {name} | {time:0.000} | {time / Median(other, r => r.Seconds):0.00} | {runs[0].Candidates / time:#,0} | {file:0.000} | {file / Median(other, r => r.FromFileSeconds):0.00} | {memory / 1024:#,0} | {memory / Median(other, r => r.PeakKiB):0.00} | {runs[0].Precision:0.000} | {runs[0].Recall:0.000} | {runs[0].F1:0.000} |");
            }

            text.Append('\n');
        }

        Growth(text, results);
        return text.ToString();
    }

    private static void Growth(StringBuilder text, ImmutableArray<(int Rows, string Name, ImmutableArray<MatchMeasurement> Runs)> results)
    {
        var sizes = results.Select(r => r.Rows).Distinct().ToArray();
        if (sizes.Length < 2) return;
        text.Append("Growth of time and peak memory from one size to the next\n\n| |");
        foreach (var (from, to) in sizes.Zip(sizes.Skip(1))) text.Append(CultureInfo.InvariantCulture, $" {from:#,0} to {to:#,0}: time, memory |");
        text.Append("\n|---|").Insert(text.Length, "---:|", sizes.Length - 1).Append('\n');
        foreach (var contender in results.GroupBy(r => r.Name))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {contender.Key} |");
            var bySize = contender.ToArray();
            foreach (var (from, to) in bySize.Zip(bySize.Skip(1)))
                text.Append(CultureInfo.InvariantCulture, $" x {Median(to.Runs, r => r.Seconds) / Median(from.Runs, r => r.Seconds):0.0}, x {Median(to.Runs, r => r.PeakKiB) / Median(from.Runs, r => r.PeakKiB):0.0} |");
            text.Append('\n');
        }
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
