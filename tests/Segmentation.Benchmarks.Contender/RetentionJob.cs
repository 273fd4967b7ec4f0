using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Segmentation.Outcome;

namespace Segmentation.Benchmarks;

/// <summary>Our side of retention by segment, done in this process on one thread.</summary>
public static class RetentionJob
{
    /// <summary>The amounts are in memory.</summary>
    public const string Memory = "retention-memory";

    /// <summary>The amounts are read from a file, block by block.</summary>
    public const string Stream = "retention-stream";

    // Accounts of a block: some 1.2 MB of amounts.
    private const int Block = 4096;
    private const int WarmRuns = 3;

    /// <summary>Does a job and measures it from inside.</summary>
    /// <param name="job">One of the constants.</param>
    /// <param name="accounts">Number of accounts.</param>
    /// <param name="folder">Folder that holds <see cref="RetentionWorkload.FileName"/>.</param>
    public static RetentionMeasurement Run(string job, string accounts, string folder)
    {
        var count = int.Parse(accounts, CultureInfo.InvariantCulture);
        var paid = new double[job == Memory ? count * RetentionWorkload.Months : 0];
        RetentionWorkload.Fill(0, paid);
        int[] group = [.. Enumerable.Range(0, job == Memory ? count : 0).Select(RetentionWorkload.Segment)];
        Func<RetentionSums[]> sum = job == Memory ? () => OfMemory(paid, group) : () => OfFile(Path.Combine(folder, RetentionWorkload.FileName), count);
        var (first, sums) = Once(sum);
        var warm = Enumerable.Range(0, WarmRuns).Select(_ => Once(sum).Seconds).Order().ToArray();
        return new(first, warm[WarmRuns / 2], [.. sums.SelectMany(s => Cents(s.Figures()))], Measurement.PeakOfThisProcess());
    }

    private static RetentionSums[] OfMemory(double[] paid, int[] group)
    {
        var sums = new RetentionSums[RetentionWorkload.Segments];
        RetentionLedger.Add(paid, RetentionWorkload.Months, group, sums);
        return sums;
    }

    private static RetentionSums[] OfFile(string file, int accounts)
    {
        var sums = new RetentionSums[RetentionWorkload.Segments];
        var (paid, group) = (new double[Block * RetentionWorkload.Months], new int[Block]);
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        for (var first = 0; first < accounts; first += Block)
        {
            var count = Math.Min(Block, accounts - first);
            var amounts = paid.AsSpan(0, count * RetentionWorkload.Months);
            stream.ReadExactly(MemoryMarshal.AsBytes(amounts));
            for (var i = 0; i < count; i++) group[i] = RetentionWorkload.Segment(first + i);
            RetentionLedger.Add(amounts, RetentionWorkload.Months, group.AsSpan(0, count), sums);
        }

        return sums;
    }

    private static IEnumerable<long> Cents(RetentionFigures f) =>
        [f.Accounts, Of(f.Start), Of(f.End), Of(f.Kept), f.Left, Of(f.Expansion), Of(f.Contraction), Of(f.Churn), Of(f.Reactivation)];

    private static long Of(decimal money) => (long)(money * 100);

    private static (double Seconds, RetentionSums[] Found) Once(Func<RetentionSums[]> sum)
    {
        var start = Stopwatch.GetTimestamp();
        var found = sum();
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, found);
    }
}
