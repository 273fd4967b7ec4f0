using System.Collections.Immutable;
using Segmentation.Samples;

namespace Segmentation.Benchmarks;

/// <summary>Runs our audit and its peers side by side, each run a process of its own, in turn (A B C A B C …), so that a drift of the machine falls on all of them.</summary>
public static class AuditComparison
{
    /// <summary>Runs the comparison and returns it as Markdown.</summary>
    /// <param name="options">Sizes and runs.</param>
    /// <exception cref="InvalidOperationException">A contender failed, or an exact one counted other distinct values than DuckDB.</exception>
    public static string Run(ComparisonOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var repository = Repository.Folder;
        var contenders = Contenders(Publication.Publish(repository), Peers.Fetch(repository));
        var results = ImmutableArray.CreateBuilder<(int Rows, Contender Contender, ImmutableArray<Measurement> Runs)>();
        foreach (var rows in options.Rows)
        {
            var folder = Directory.CreateDirectory(Path.Combine(repository, "out", "benchmarks", FormattableString.Invariant($"{rows}"))).FullName;
            LargeAccounts.Write(Path.Combine(folder, Job.FileName), rows);
            var runs = contenders.Select(_ => ImmutableArray.CreateBuilder<Measurement>(options.Runs)).ToArray();
            for (var run = 0; run < options.Runs; run++)
            {
                for (var i = 0; i < contenders.Length; i++)
                {
                    runs[i].Add(Measure(contenders[i], folder));
                    Console.Error.WriteLine(FormattableString.Invariant($"{rows,9:#,0} rows, run {run + 1} of {options.Runs}: {contenders[i].Name} {runs[i][^1].Seconds:0.000} s"));
                }

                Check(rows, [.. contenders.Zip(runs, (c, r) => (c, r[^1]))]);
            }

            for (var i = 0; i < contenders.Length; i++) results.Add((rows, contenders[i], runs[i].ToImmutable()));
        }

        return ComparisonTable.Write(results.ToImmutable());
    }

    private static ImmutableArray<Contender> Contenders(string ours, string peers) =>
    [
        new("**Segmentation: load and exact profile**", true, ours, [Job.Profile, "{folder}"]),
        new("**Segmentation: the whole audit**", false, ours, [Job.Audit, "{folder}"]),
        new(ComparisonTable.Baseline, true, "node", [Path.Combine(peers, "duckdb.mjs"), "exact", "{file}"]),
        new("DuckDB, exact, one grouping a column", true, "node", [Path.Combine(peers, "duckdb.mjs"), "fused", "{file}"]),
        new("DuckDB SUMMARIZE, approximate", false, "node", [Path.Combine(peers, "duckdb.mjs"), "approximate", "{file}"]),
        new("Polars, exact", true, "node", [Path.Combine(peers, "polars.mjs"), "{file}"]),
    ];

    private static Measurement Measure(Contender contender, string folder)
    {
        var (output, elapsed) = contender.Run(argument => argument.Replace("{file}", Path.Combine(folder, Job.FileName), StringComparison.Ordinal).Replace("{folder}", folder, StringComparison.Ordinal));
        return Measurement.Parse(output) with { ProcessSeconds = elapsed };
    }

    /// <summary>A fast answer that is wrong is no answer: rows have to agree for all, distinct values for those that claim to be exact.</summary>
    private static void Check(int rows, ImmutableArray<(Contender Contender, Measurement Measurement)> runs)
    {
        var truth = runs.Single(r => r.Contender.Name == ComparisonTable.Baseline).Measurement.Distinct;
        foreach (var (contender, measurement) in runs)
        {
            if (measurement.Rows != rows) throw new InvalidOperationException($"{contender.Name} read {measurement.Rows} rows, expected {rows}.");
            if (contender.IsExact && !measurement.Distinct.SequenceEqual(truth))
                throw new InvalidOperationException($"{contender.Name} counted distinct values {string.Join(", ", measurement.Distinct)}; DuckDB counts {string.Join(", ", truth)}.");
        }
    }
}
