using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Segmentation.Statistics;

namespace Segmentation.Benchmarks;

/// <summary>Optimal one-dimensional k-means with our engine and with simple-statistics side by side, each run a process of its own, in turn, so that a drift of the machine falls on both.</summary>
public static class CutsComparison
{
    // Both are exact: what they leave within differs in the last digits of sums only.
    private const double Agreement = 1e-9;
    private const int Seed = 5;

    private static readonly (string Job, string Title)[] Jobs = [(CutsJob.Four, "four bands"), (CutsJob.Choose, FormattableString.Invariant($"every number of bands from 1 to {CutsJob.MostBands}"))];

    /// <summary>Runs the comparison and returns it as Markdown.</summary>
    /// <param name="options">Sizes and runs.</param>
    /// <exception cref="InvalidOperationException">A contender failed, or the two left different squares within.</exception>
    public static string Run(ComparisonOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var repository = Repository.Folder;
        var (ours, script) = (Publication.Publish(repository), Path.Combine(Peers.Fetch(repository), "simple-statistics.mjs"));
        var text = new StringBuilder();
        foreach (var (job, title) in Jobs)
        {
            ImmutableArray<Contender> contenders = [new("**Segmentation**", true, ours, [job, "{folder}"]), new("simple-statistics, ckmeans", true, "node", ["--max-old-space-size=8192", script, job, "{folder}"])];
            var table = new GrowthTable(contenders);
            foreach (var rows in options.Rows)
            {
                var folder = Write(repository, rows);
                var runs = contenders.Select(_ => ImmutableArray.CreateBuilder<CutsMeasurement>(options.Runs)).ToArray();
                for (var run = 0; run < options.Runs; run++)
                {
                    for (var i = 0; i < contenders.Length; i++)
                    {
                        runs[i].Add(CutsMeasurement.Parse(contenders[i].Run(argument => argument.Replace("{folder}", folder, StringComparison.Ordinal)).Output));
                        Console.Error.WriteLine(FormattableString.Invariant($"{rows,9:#,0} values, {title}, run {run + 1} of {options.Runs}: {contenders[i].Name} {runs[i][^1].Seconds:0.000} s, then {runs[i][^1].WarmSeconds:0.000} s"));
                    }

                    Check(runs[0][^1].Within, runs[1][^1].Within);
                }

                table.Add(text, $"{rows:#,0} values, {title}, median of {options.Runs}, the same squares within", [.. runs.Select(r => r.Select(m => (m.Seconds, m.WarmSeconds, (double)m.PeakKiB)).ToArray())]);
            }
        }

        return text.ToString();
    }

    private static void Check(ImmutableArray<double> ours, ImmutableArray<double> theirs)
    {
        if (ours.Length != theirs.Length) throw new InvalidOperationException($"Ours cut {ours.Length} times, simple-statistics {theirs.Length} times.");
        foreach (var (our, their) in ours.Zip(theirs))
        {
            if (Math.Abs(our - their) > Agreement * their)
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Ours leaves {our:R} within, simple-statistics {their:R}; both are exact and must agree."));
        }
    }

    /// <summary>Writes values as a size field has them: lognormal, about e^4 in the middle.</summary>
    private static string Write(string repository, int rows)
    {
        var folder = Directory.CreateDirectory(Path.Combine(repository, "out", "benchmarks", "cuts", FormattableString.Invariant($"{rows}"))).FullName;
        var random = new SeededRandom(Seed);
        var values = new double[rows];
        for (var i = 0; i < rows; i++) values[i] = Math.Exp(4 + (1.5 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())));
        File.WriteAllBytes(Path.Combine(folder, CutsJob.FileName), MemoryMarshal.AsBytes(values.AsSpan()).ToArray());
        return folder;
    }
}
