using System.Diagnostics;
using Segmentation.Load;
using Segmentation.Match;

namespace Segmentation.Benchmarks;

/// <summary>Our side of the search for duplicates, done once in this process.</summary>
public static class MatchJob
{
    /// <summary>Load, normalise, then block and score.</summary>
    public const string Score = "match";

    /// <summary>The whole capability: open the folder as a workspace, learn the weights, score, cluster, give ids.</summary>
    public const string Whole = "match-whole";

    /// <summary>Does a job and measures it from inside.</summary>
    /// <param name="job"><see cref="Score"/> or <see cref="Whole"/>.</param>
    /// <param name="folder">Folder that holds the contacts and the truth.</param>
    public static MatchMeasurement Run(string job, string folder)
    {
        var start = Stopwatch.GetTimestamp();
        if (job == Whole) return WholeRun(folder, start);
        var records = MatchWorkload.Records(CsvFile.Read(Path.Combine(folder, MatchWorkload.FileName)).Table);
        var loaded = Stopwatch.GetTimestamp();
        var pairs = PairEngine.Score(records, MatchWorkload.Settings, MatchWorkload.Parameters, MatchWorkload.LowestWeight);
        var end = Stopwatch.GetTimestamp();
        var peak = Measurement.PeakOfThisProcess();
        var (person, truePairs) = Truth(folder);
        return new MatchMeasurement(
            Stopwatch.GetElapsedTime(loaded, end).TotalSeconds, Stopwatch.GetElapsedTime(start, end).TotalSeconds, records.Fields.RowCount,
            pairs.Candidates, pairs.Left.Length, pairs.Left.Zip(pairs.Right).Count(p => person[p.First] == person[p.Second]), truePairs, peak);
    }

    private static MatchMeasurement WholeRun(string folder, long start)
    {
        var result = DuplicateMatch.Run(Workspace.Open(folder), EntityKind.Contacts);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var peak = Measurement.PeakOfThisProcess();
        var (person, truePairs) = Truth(folder);
        // Every pair of records in one entity counts, also those that are one by way of a third.
        var (kept, keptTrue) = (0L, 0L);
        foreach (var rows in result.Entities.Entity.Select((entity, row) => (entity, row)).GroupBy(e => e.entity, e => e.row))
        {
            kept += Pairs(rows.Count());
            keptTrue += rows.GroupBy(r => person[r]).Sum(p => Pairs(p.Count()));
        }

        return new MatchMeasurement(seconds, seconds, result.Entities.Entity.Length, result.Pairs.Candidates, kept, keptTrue, truePairs, peak);
    }

    private static (string[] Person, long TruePairs) Truth(string folder)
    {
        string[] person = [.. File.ReadLines(Path.Combine(folder, MatchWorkload.TruthName)).Skip(1).Select(line => line[(line.IndexOf(',', StringComparison.Ordinal) + 1)..])];
        return (person, person.CountBy(p => p).Sum(p => Pairs(p.Value)));
    }

    private static long Pairs(long records) => records * (records - 1) / 2;
}
