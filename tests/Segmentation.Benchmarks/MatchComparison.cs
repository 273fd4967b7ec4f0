using System.Collections.Immutable;
using Segmentation.Samples;

namespace Segmentation.Benchmarks;

/// <summary>Finds planted duplicates with our engine and with DuckDB's SQL side by side, each run a process of its own, in turn (A B A B …), so that a drift of the machine falls on both.</summary>
public static class MatchComparison
{
    /// <summary>Runs the comparison and returns it as Markdown.</summary>
    /// <param name="options">Sizes and runs.</param>
    /// <exception cref="InvalidOperationException">A contender failed, or the two did not look at the same pairs.</exception>
    public static string Run(ComparisonOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var repository = Repository.Folder;
        var (ours, script) = (Publication.Publish(repository), Path.Combine(Peers.Fetch(repository), "duckdb-match.mjs"));
        ImmutableArray<Contender> contenders =
        [
            new(MatchTable.Ours, true, ours, [MatchJob.Score, "{folder}"]),
            new(MatchTable.Baseline, true, "node", [script, "score", "{folder}"]),
            new(MatchTable.OursWhole, false, ours, [MatchJob.Whole, "{folder}"]),
            new(MatchTable.BaselineWhole, false, "node", [script, "whole", "{folder}"]),
        ];
        var results = ImmutableArray.CreateBuilder<(int Rows, string Name, ImmutableArray<MatchMeasurement> Runs)>();
        foreach (var rows in options.Rows)
        {
            var folder = Write(repository, rows);
            var runs = contenders.Select(_ => ImmutableArray.CreateBuilder<MatchMeasurement>(options.Runs)).ToArray();
            for (var run = 0; run < options.Runs; run++)
            {
                for (var i = 0; i < contenders.Length; i++)
                {
                    runs[i].Add(Measure(contenders[i], folder));
                    Console.Error.WriteLine(FormattableString.Invariant($"{rows,9:#,0} rows, run {run + 1} of {options.Runs}: {contenders[i].Name} {runs[i][^1].Seconds:0.000} s"));
                }

                Check(rows, runs[0][^1], runs[1][^1]);
            }

            for (var i = 0; i < contenders.Length; i++) results.Add((rows, contenders[i].Name, runs[i].ToImmutable()));
        }

        return MatchTable.Write(results.ToImmutable());
    }

    private static string Write(string repository, int rows)
    {
        var folder = Directory.CreateDirectory(Path.Combine(repository, "out", "benchmarks", "match", FormattableString.Invariant($"{rows}"))).FullName;
        LargeContacts.Write(Path.Combine(folder, MatchWorkload.FileName), Path.Combine(folder, MatchWorkload.TruthName), rows);
        File.WriteAllText(Path.Combine(folder, "workload.json"), MatchSql.Json());
        return folder;
    }

    private static MatchMeasurement Measure(Contender contender, string folder)
    {
        var (output, elapsed) = contender.Run(argument => argument.Replace("{folder}", folder, StringComparison.Ordinal));
        return MatchMeasurement.Parse(output) with { ProcessSeconds = elapsed };
    }

    /// <summary>Given the same work, both have to look at the same pairs and keep nearly the same ones: DuckDB compares names by the byte, so that a letter with an
    /// accent is two, and lets a common beginning count only above a similarity of .7.</summary>
    private static void Check(int rows, MatchMeasurement ours, MatchMeasurement theirs)
    {
        const double agreement = .002;
        if (ours.Rows != rows || theirs.Rows != rows) throw new InvalidOperationException($"Read {ours.Rows} and {theirs.Rows} rows, expected {rows}.");
        if (ours.Candidates != theirs.Candidates || Math.Abs(ours.Kept - theirs.Kept) > agreement * theirs.Kept)
        {
            throw new InvalidOperationException(
                $"Ours looked at {ours.Candidates} pairs and kept {ours.Kept}, DuckDB {theirs.Candidates} and {theirs.Kept}; given the same rules and weights they must agree.");
        }
    }
}
