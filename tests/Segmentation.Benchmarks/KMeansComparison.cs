using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Segmentation.Statistics;
using static Segmentation.Benchmarks.Medians;

namespace Segmentation.Benchmarks;

/// <summary>Groups points by k-means with our engine and with scikit-learn side by side, each run a process of its own, in turn, so that a drift of the machine falls on both.</summary>
public static class KMeansComparison
{
    private const string Ours = "**Segmentation**";
    private const string Baseline = "scikit-learn";

    // Within sums of one run of iterations from given centres differ by rounding alone; of the best of ten starts by where each search ends.
    private const double Rounding = 1e-9;
    private const double SearchEnd = 1e-4;

    private static readonly int[] Starts = [1, 10];

    /// <summary>Runs the comparison and returns it as Markdown.</summary>
    /// <param name="options">Sizes and runs.</param>
    /// <exception cref="InvalidOperationException">A contender failed, the iterations from given centres came to different ends, or our best of ten starts is not as close.</exception>
    public static string Run(ComparisonOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var repository = Repository.Folder;
        var script = Path.Combine(repository, "tests", "Segmentation.Benchmarks", "peers", "sklearn-kmeans.py");
        ImmutableArray<Contender> contenders =
        [
            new(Ours, true, Publication.Publish(repository), [KMeansJob.Name, "{starts}", "{folder}"]),
            new(Baseline, true, Peers.Python("sklearn"), [script, "{starts}", "{folder}"]),
        ];
        var results = ImmutableArray.CreateBuilder<(int Rows, int Starts, string Name, ImmutableArray<KMeansMeasurement> Runs)>();
        foreach (var rows in options.Rows)
        {
            var folder = Directory.CreateDirectory(Path.Combine(repository, "out", "benchmarks", "kmeans", FormattableString.Invariant($"{rows}"))).FullName;
            File.WriteAllBytes(Path.Combine(folder, KMeansJob.FileName), MemoryMarshal.AsBytes<double>(Points(rows)));
            foreach (var starts in Starts)
            {
                var runs = contenders.Select(_ => ImmutableArray.CreateBuilder<KMeansMeasurement>(options.Runs)).ToArray();
                for (var run = 0; run < options.Runs; run++)
                {
                    for (var i = 0; i < contenders.Length; i++)
                    {
                        var (output, _) = contenders[i].Run(argument => argument
                            .Replace("{starts}", starts.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{folder}", folder, StringComparison.Ordinal));
                        runs[i].Add(KMeansMeasurement.Parse(output));
                        Console.Error.WriteLine(FormattableString.Invariant($"{rows,9:#,0} points, {starts,2} starts, run {run + 1} of {options.Runs}: {contenders[i].Name} {runs[i][^1].Seconds:0.000} s, then {runs[i][^1].WarmSeconds:0.000} s, {1000 * runs[i][^1].IterationSeconds:0.00} ms an iteration"));
                    }

                    Check(starts, runs[0][^1], runs[1][^1]);
                }

                for (var i = 0; i < contenders.Length; i++) results.Add((rows, starts, contenders[i].Name, runs[i].ToImmutable()));
            }
        }

        return Write(results.ToImmutable());
    }

    // Four normal clouds that overlap: sums of twelve even draws, three standard deviations wide around places in a cube of side 10.
    private static double[] Points(int rows)
    {
        const double side = 10, spread = 3;
        var random = new SeededRandom(7);
        double[] centres = [.. Enumerable.Range(0, KMeansJob.Clusters * KMeansJob.Dimensions).Select(_ => side * random.NextDouble())];
        var points = new double[rows * KMeansJob.Dimensions];
        for (var i = 0; i < rows; i++)
        {
            var cloud = random.Next(KMeansJob.Clusters);
            for (var j = 0; j < KMeansJob.Dimensions; j++)
            {
                var normal = -6d;
                for (var draw = 0; draw < 12; draw++) normal += random.NextDouble();
                points[(i * KMeansJob.Dimensions) + j] = centres[(cloud * KMeansJob.Dimensions) + j] + (spread * normal);
            }
        }

        return points;
    }

    /// <summary>A fast answer that is wrong is no answer.</summary>
    private static void Check(int starts, KMeansMeasurement ours, KMeansMeasurement theirs)
    {
        if (!(Math.Abs(ours.GivenWithin - theirs.GivenWithin) <= Rounding * theirs.GivenWithin))
            throw new InvalidOperationException(FormattableString.Invariant($"From the same centres ours came to a within sum of {ours.GivenWithin:R}, scikit-learn to {theirs.GivenWithin:R}; they must agree."));
        if (starts == Starts[^1] && !(ours.Within <= theirs.Within * (1 + SearchEnd)))
            throw new InvalidOperationException(FormattableString.Invariant($"The best of {starts} starts has a within sum of {ours.Within:R}, scikit-learn's {theirs.Within:R}; ours must be as close."));
    }

    private static string Write(ImmutableArray<(int Rows, int Starts, string Name, ImmutableArray<KMeansMeasurement> Runs)> results)
    {
        var text = new StringBuilder();
        foreach (var size in results.GroupBy(r => (r.Rows, r.Starts)))
        {
            var baseline = size.Single(r => r.Name == Baseline).Runs;
            Line($"{size.Key.Rows:#,0} points x {KMeansJob.Dimensions}, k = {KMeansJob.Clusters}, {size.Key.Starts} start{(size.Key.Starts == 1 ? string.Empty : "s")}, median of {baseline.Length}\n");
            Line($"| | first, s | ratio | warm, s | ratio | an iteration, ms | ratio | iterations | within sum, to the baseline's | peak memory, MiB | ratio |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
            foreach (var (_, _, name, runs) in size)
            {
                var (first, warm, iteration, memory) = (Median(runs, r => r.Seconds), Median(runs, r => r.WarmSeconds), Median(runs, r => r.IterationSeconds), Median(runs, r => r.PeakKiB));
                Line($"| {name} | {first:0.000} | {first / Median(baseline, r => r.Seconds):0.00} | {warm:0.000} | {warm / Median(baseline, r => r.WarmSeconds):0.00} | {1000 * iteration:0.00} | {iteration / Median(baseline, r => r.IterationSeconds):0.00} | {runs[0].Iterations} | {runs[0].Within / baseline[0].Within:0.000000000} | {memory / 1024:#,0} | {memory / Median(baseline, r => r.PeakKiB):0.00} |");
            }

            text.Append('\n');
        }

        foreach (var contender in results.GroupBy(r => (r.Name, r.Starts)))
        {
            var sizes = contender.ToArray();
            foreach (var (from, to) in sizes.Zip(sizes.Skip(1)))
                Line($"{contender.Key.Name}, {contender.Key.Starts} start{(contender.Key.Starts == 1 ? string.Empty : "s")}, {from.Rows:#,0} to {to.Rows:#,0}: warm x {Median(to.Runs, r => r.WarmSeconds) / Median(from.Runs, r => r.WarmSeconds):0.0}, an iteration x {Median(to.Runs, r => r.IterationSeconds) / Median(from.Runs, r => r.IterationSeconds):0.0}, memory x {Median(to.Runs, r => r.PeakKiB) / Median(from.Runs, r => r.PeakKiB):0.0}");
        }

        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
