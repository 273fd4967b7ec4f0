using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using static Segmentation.Benchmarks.Medians;

namespace Segmentation.Benchmarks;

/// <summary>A comparison as Markdown: medians, and ratios to the baseline of the same run.</summary>
public static class ComparisonTable
{
    /// <summary>Name of the contender that the ratios are taken to.</summary>
    public const string Baseline = "DuckDB, exact";

    /// <summary>Returns the tables.</summary>
    /// <param name="results">Sizes in ascending order; every contender at every size.</param>
    public static string Write(ImmutableArray<(int Rows, Contender Contender, ImmutableArray<Measurement> Runs)> results)
    {
        var text = new StringBuilder();
        foreach (var size in results.GroupBy(r => r.Rows))
        {
            var baseline = size.Single(r => r.Contender.Name == Baseline).Runs;
            Line(text, $"{size.Key:#,0} accounts x 24 columns, median of {baseline.Length}");
            text.Append('\n');
            text.Append("| | job, s | ratio | whole process, s | ratio | rows/s | peak memory, MiB | ratio |\n|---|---:|---:|---:|---:|---:|---:|---:|\n");
            foreach (var (rows, contender, runs) in size)
            {
                var (job, process, memory) = (Median(runs, r => r.Seconds), Median(runs, r => r.ProcessSeconds), Median(runs, r => r.PeakKiB) / 1024);
                Line(
                    text,
                    $"| {contender.Name} | {job:0.000} | {job / Median(baseline, r => r.Seconds):0.00} | {process:0.00} | {process / Median(baseline, r => r.ProcessSeconds):0.00} | {rows / job:#,0} | {memory:#,0} | {memory * 1024 / Median(baseline, r => r.PeakKiB):0.00} |");
            }

            text.Append('\n');
        }

        Growth(text, results);
        return text.ToString();
    }

    private static void Growth(StringBuilder text, ImmutableArray<(int Rows, Contender Contender, ImmutableArray<Measurement> Runs)> results)
    {
        var sizes = results.Select(r => r.Rows).Distinct().ToArray();
        if (sizes.Length < 2) return;
        text.Append("Growth of job time and peak memory from one size to the next\n\n| |");
        foreach (var (from, to) in sizes.Zip(sizes.Skip(1))) text.Append(CultureInfo.InvariantCulture, $" {from:#,0} to {to:#,0}: time, memory |");
        text.Append("\n|---|").Insert(text.Length, "---:|", sizes.Length - 1).Append('\n');
        foreach (var contender in results.GroupBy(r => r.Contender.Name))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {contender.Key} |");
            var bySize = contender.OrderBy(c => c.Rows).ToArray();
            foreach (var (from, to) in bySize.Zip(bySize.Skip(1)))
                text.Append(CultureInfo.InvariantCulture, $" x {Median(to.Runs, r => r.Seconds) / Median(from.Runs, r => r.Seconds):0.0}, x {Median(to.Runs, r => r.PeakKiB) / Median(from.Runs, r => r.PeakKiB):0.0} |");
            text.Append('\n');
        }
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
