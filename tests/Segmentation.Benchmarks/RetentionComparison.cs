using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using static Segmentation.Benchmarks.Medians;

namespace Segmentation.Benchmarks;

/// <summary>Reckons GRR and NRR by segment over 36 months an account with our engine and with DuckDB side by side, each run a process of its own, in turn.</summary>
public static class RetentionComparison
{
    private const string Baseline = "DuckDB: movements, two threads";
    private const int Block = 4096;

    // Of a segment: what the endpoints say, and all that the ledger says.
    private const int OfEndpoints = 4;
    private const int OfLedger = 9;

    /// <summary>Runs the comparison and returns it as Markdown.</summary>
    /// <param name="options">Numbers of accounts, and runs.</param>
    /// <exception cref="InvalidOperationException">A contender failed, or two found other sums.</exception>
    public static string Run(ComparisonOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var repository = Repository.Folder;
        var (ours, script) = (Publication.Publish(repository), Path.Combine(Peers.Fetch(repository), "duckdb-retention.mjs"));
        ImmutableArray<Contender> contenders =
        [
            new("**Segmentation: from memory, one thread**", true, ours, [RetentionJob.Memory, "{accounts}", "{folder}"]), new("**Segmentation: from a file in blocks, one thread**", true, ours, [RetentionJob.Stream, "{accounts}", "{folder}"]),
            new(Baseline, true, "node", [script, "ledger", "{accounts}", "{workload}"]), new("DuckDB: endpoints only, two threads", true, "node", [script, "endpoint", "{accounts}", "{workload}"]),
        ];
        var results = ImmutableArray.CreateBuilder<(int Accounts, string Name, ImmutableArray<RetentionMeasurement> Runs)>();
        foreach (var accounts in options.Rows)
        {
            var folder = Written(repository, accounts);
            var runs = contenders.Select(_ => ImmutableArray.CreateBuilder<RetentionMeasurement>(options.Runs)).ToArray();
            for (var run = 0; run < options.Runs; run++)
            {
                for (var i = 0; i < contenders.Length; i++)
                {
                    var (output, _) = contenders[i].Run(a => a.Replace("{folder}", folder, StringComparison.Ordinal).Replace("{accounts}", accounts.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{workload}", Path.Combine(folder, "workload.json"), StringComparison.Ordinal));
                    runs[i].Add(RetentionMeasurement.Parse(output));
                    Check(contenders[i].Name, runs[i][^1].Sums, runs[0][^1].Sums);
                    Console.Error.WriteLine(FormattableString.Invariant($"{accounts,9:#,0} accounts, run {run + 1} of {options.Runs}: {contenders[i].Name} {runs[i][^1].Seconds:0.000} s, then {runs[i][^1].WarmSeconds:0.000} s"));
                }
            }

            File.Delete(Path.Combine(folder, RetentionWorkload.FileName));
            for (var i = 0; i < contenders.Length; i++) results.Add((accounts, contenders[i].Name, runs[i].ToImmutable()));
        }

        return Write(results.ToImmutable());
    }

    private static string Written(string repository, int accounts)
    {
        var folder = Directory.CreateDirectory(Path.Combine(repository, "out", "benchmarks", "retention", FormattableString.Invariant($"{accounts}"))).FullName;
        File.WriteAllText(Path.Combine(folder, "workload.json"), JsonSerializer.Serialize(new { amount = RetentionWorkload.Sql, segment = RetentionWorkload.SegmentSql, months = RetentionWorkload.Months }));
        var block = new double[Block * RetentionWorkload.Months];
        using var file = File.Create(Path.Combine(folder, RetentionWorkload.FileName));
        for (var first = 0; first < accounts; first += Block)
        {
            var amounts = block.AsSpan(0, Math.Min(Block, accounts - first) * RetentionWorkload.Months);
            RetentionWorkload.Fill(first, amounts);
            file.Write(MemoryMarshal.AsBytes(amounts));
        }

        return folder;
    }

    /// <summary>A fast answer that is wrong is no answer: every sum has to agree to the cent.</summary>
    private static void Check(string name, ImmutableArray<long> theirs, ImmutableArray<long> ours)
    {
        var width = theirs.Length / RetentionWorkload.Segments;
        if (width is not (OfEndpoints or OfLedger)) throw new InvalidOperationException($"{name} gave {theirs.Length} sums.");
        for (var i = 0; i < theirs.Length; i++)
        {
            var mine = ours[(i / width * OfLedger) + (i % width)];
            if (theirs[i] != mine) throw new InvalidOperationException(FormattableString.Invariant($"sum {i % width} of segment {i / width} is {theirs[i]} by {name} and {mine} by ours; they must agree to the cent."));
        }
    }

    private static string Write(ImmutableArray<(int Accounts, string Name, ImmutableArray<RetentionMeasurement> Runs)> results)
    {
        var text = new StringBuilder();
        foreach (var size in results.GroupBy(r => r.Accounts))
        {
            var baseline = size.Single(r => r.Name == Baseline).Runs;
            Line($"{size.Key:#,0} accounts x {RetentionWorkload.Months} months = {(long)size.Key * RetentionWorkload.Months:#,0} account-months, {RetentionWorkload.Segments} segments, median of {baseline.Length}; all sums equal to the cent\n");
            Line($"| | first, s | ratio | warm, s | ratio | peak memory, MiB | ratio |\n|---|---:|---:|---:|---:|---:|---:|");
            foreach (var (_, name, runs) in size)
            {
                Line($"| {name} | {Of(r => r.Seconds):0.000} | {Of(r => r.Seconds) / Median(baseline, r => r.Seconds):0.000} | {Of(r => r.WarmSeconds):0.000} | {Of(r => r.WarmSeconds) / Median(baseline, r => r.WarmSeconds):0.000} | {Of(r => r.PeakKiB) / 1024:#,0} | {Of(r => r.PeakKiB) / Median(baseline, r => r.PeakKiB):0.00} |");

                double Of(Func<RetentionMeasurement, double> figure) => Median(runs, figure);
            }

            text.Append('\n');
        }

        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
