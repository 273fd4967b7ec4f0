using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Segmentation.Samples;
using static Segmentation.Benchmarks.Medians;

namespace Segmentation.Benchmarks;

/// <summary>Assigns accounts to five dimensions with our engine and with SQL side by side, each run a process of its own, in turn, so that a drift of the machine falls on all of them.</summary>
public static class AssignComparison
{
    private const string Ours = "**Segmentation: first match**";
    private const string OursByValue = "**Segmentation: value first**";
    private const string Baseline = "DuckDB: one CASE a dimension";

    /// <summary>Runs the comparison and returns it as Markdown.</summary>
    /// <param name="options">Sizes and runs.</param>
    /// <exception cref="InvalidOperationException">A contender failed, or the two placed an account in another segment.</exception>
    public static string Run(ComparisonOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var repository = Repository.Folder;
        var (ours, script) = (Publication.Publish(repository), Path.Combine(Peers.Fetch(repository), "duckdb-assign.mjs"));
        ImmutableArray<Contender> contenders =
        [
            new(Ours, true, ours, [AssignJob.Order, "{folder}"]), new(OursByValue, false, ours, [AssignJob.ValueFirst, "{folder}"]), new(Baseline, true, "node", [script, "{folder}"]),
        ];
        var results = ImmutableArray.CreateBuilder<(int Rows, string Name, ImmutableArray<AssignMeasurement> Runs)>();
        foreach (var rows in options.Rows)
        {
            var folder = Directory.CreateDirectory(Path.Combine(repository, "out", "benchmarks", "assign", FormattableString.Invariant($"{rows}"))).FullName;
            LargeAccounts.Write(Path.Combine(folder, AssignWorkload.FileName), rows);
            File.WriteAllText(Path.Combine(folder, "workload.json"), AssignSql.Json());
            var runs = contenders.Select(_ => ImmutableArray.CreateBuilder<AssignMeasurement>(options.Runs)).ToArray();
            for (var run = 0; run < options.Runs; run++)
            {
                // Beside the export an answer of the last run would be taken for one more.
                foreach (var answer in Answers(folder)) File.Delete(answer);
                for (var i = 0; i < contenders.Length; i++)
                {
                    var (output, _) = contenders[i].Run(argument => argument.Replace("{folder}", folder, StringComparison.Ordinal));
                    runs[i].Add(AssignMeasurement.Parse(output));
                    foreach (var answer in Answers(folder).Where(a => a.EndsWith(".txt", StringComparison.Ordinal))) File.Move(answer, answer + ".done", overwrite: true);
                    Console.Error.WriteLine(FormattableString.Invariant($"{rows,9:#,0} rows, run {run + 1} of {options.Runs}: {contenders[i].Name} {runs[i][^1].Seconds:0.000} s, then {runs[i][^1].WarmSeconds:0.000} s"));
                }

                Check(rows, folder);
            }

            for (var i = 0; i < contenders.Length; i++) results.Add((rows, contenders[i].Name, runs[i].ToImmutable()));
        }

        return Write(results.ToImmutable());
    }

    private static IEnumerable<string> Answers(string folder) => new[] { "ours.txt", "theirs.txt", "ours.txt.done", "theirs.txt.done" }.Select(n => Path.Combine(folder, n)).Where(File.Exists);

    /// <summary>A fast answer that is wrong is no answer: every account has to be in the same segments.</summary>
    private static void Check(int rows, string folder)
    {
        var (ours, theirs) = (File.ReadLines(Path.Combine(folder, "ours.txt.done")), File.ReadLines(Path.Combine(folder, "theirs.txt.done")));
        var compared = 0;
        foreach (var (our, their) in ours.Zip(theirs))
        {
            if (our != their) throw new InvalidOperationException($"Ours placed '{our}', DuckDB '{their}'; given the same rules they must agree.");
            compared++;
        }

        if (compared != rows) throw new InvalidOperationException($"{compared} accounts were compared, expected {rows}.");
    }

    private static string Write(ImmutableArray<(int Rows, string Name, ImmutableArray<AssignMeasurement> Runs)> results)
    {
        var text = new StringBuilder();
        foreach (var size in results.GroupBy(r => r.Rows))
        {
            var baseline = size.Single(r => r.Name == Baseline).Runs;
            Line($"{size.Key:#,0} accounts x {AssignWorkload.Dimensions.Length} dimensions, median of {baseline.Length}, the same segment for every account\n");
            Line($"| | first, s | ratio | warm, s | ratio | accounts/s, warm | with reading, s | ratio | peak memory, MiB | ratio |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
            foreach (var (rows, name, runs) in size)
            {
                var (first, warm, whole, memory) = (Median(runs, r => r.Seconds), Median(runs, r => r.WarmSeconds), Median(runs, r => r.LoadSeconds + r.Seconds), Median(runs, r => r.PeakKiB));
                Line($"| {name} | {first:0.000} | {first / Median(baseline, r => r.Seconds):0.00} | {warm:0.000} | {warm / Median(baseline, r => r.WarmSeconds):0.00} | {rows / warm:#,0} | {whole:0.000} | {whole / Median(baseline, r => r.LoadSeconds + r.Seconds):0.00} | {memory / 1024:#,0} | {memory / Median(baseline, r => r.PeakKiB):0.00} |");
            }

            text.Append('\n');
        }

        foreach (var contender in results.GroupBy(r => r.Name))
        {
            var sizes = contender.ToArray();
            foreach (var (from, to) in sizes.Zip(sizes.Skip(1)))
                Line($"{contender.Key}, {from.Rows:#,0} to {to.Rows:#,0}: first x {Median(to.Runs, r => r.Seconds) / Median(from.Runs, r => r.Seconds):0.0}, warm x {Median(to.Runs, r => r.WarmSeconds) / Median(from.Runs, r => r.WarmSeconds):0.0}, memory x {Median(to.Runs, r => r.PeakKiB) / Median(from.Runs, r => r.PeakKiB):0.0}");
        }

        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
