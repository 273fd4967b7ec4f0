using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Segmentation.Cuts;
using Segmentation.Statistics;
using static Segmentation.Benchmarks.Medians;

namespace Segmentation.Benchmarks;

/// <summary>Supervised binning into six bands with our engine (the best joining of parts) and with scikit-learn's tree (one cut after another) side by side, each run a process of its own, in turn.</summary>
public static class BinningComparison
{
    private const string Peer = "scikit-learn, DecisionTreeClassifier";
    private const int Seed = 7;

    /// <summary>Runs the comparison and returns it as Markdown.</summary>
    /// <param name="options">Sizes and runs.</param>
    /// <exception cref="InvalidOperationException">A contender failed, or ours separates the outcome less than theirs.</exception>
    public static string Run(ComparisonOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var repository = Repository.Folder;
        var script = Path.Combine(repository, "tests", "Segmentation.Benchmarks", "peers", "sklearn-binning.py");
        string[] settings = [.. new[] { BinningJob.Bands, BinningJob.Options.Limits.FewestRecords }.Select(n => n.ToString(CultureInfo.InvariantCulture))];
        ImmutableArray<Contender> contenders =
        [
            new("**Segmentation**", true, Publication.Publish(repository), [BinningJob.Name, "{folder}"]), new(Peer, false, Peers.Python("sklearn"), [script, .. settings, "{folder}"]),
        ];
        var text = new StringBuilder();
        var last = Array.Empty<ImmutableArray<BinningMeasurement>>();
        foreach (var rows in options.Rows)
        {
            var folder = Write(repository, rows);
            var runs = contenders.Select(_ => ImmutableArray.CreateBuilder<BinningMeasurement>(options.Runs)).ToArray();
            for (var run = 0; run < options.Runs; run++)
            {
                for (var i = 0; i < contenders.Length; i++)
                {
                    runs[i].Add(BinningMeasurement.Parse(contenders[i].Run(argument => argument.Replace("{folder}", folder, StringComparison.Ordinal)).Output));
                    Console.Error.WriteLine(FormattableString.Invariant($"{rows,9:#,0} rows, run {run + 1} of {options.Runs}: {contenders[i].Name} {runs[i][^1].Seconds:0.000} s, then {runs[i][^1].WarmSeconds:0.000} s"));
                }
            }

            double[] information = [.. runs.Select(r => Information(folder, r[^1].Cuts))];
            if (information[0] < information[1])
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Our six bands have an information value of {information[0]:R}, theirs {information[1]:R}: the best joining must not be below a greedy one."));
            Table(text, rows, contenders, [.. runs.Select(r => r.ToImmutable())], information, ref last);
        }

        return text.ToString();
    }

    private static double Information(string folder, ImmutableArray<double> cuts)
    {
        if (cuts.Length != BinningJob.Bands - 1) throw new InvalidOperationException($"Expected {BinningJob.Bands - 1} cuts, found {cuts.Length}.");
        var (values, events) = BinningJob.Read(folder);
        return BinTable.Of(CutSample.Of(values, target: new BinaryTarget(events)), cuts, BinningJob.Options).InformationValue!.Value;
    }

    /// <summary>Writes values as a size field has them, lognormal, with an event that falls with size, not evenly, and rises a little again.</summary>
    private static string Write(string repository, int rows)
    {
        var folder = Directory.CreateDirectory(Path.Combine(repository, "out", "benchmarks", "binning", FormattableString.Invariant($"{rows}"))).FullName;
        var random = new SeededRandom(Seed);
        var (values, events) = (new double[rows], new byte[rows]);
        for (var i = 0; i < rows; i++)
        {
            var size = 4 + (1.5 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
            values[i] = Math.Exp(size);
            var chance = .03 + (.3 / (1 + Math.Exp(2 * (size - 4.5)))) + (.05 * (1 + Math.Sin(2 * size)));
            events[i] = random.NextDouble() < chance ? (byte)1 : (byte)0;
        }

        File.WriteAllBytes(Path.Combine(folder, BinningJob.ValuesName), MemoryMarshal.AsBytes(values.AsSpan()).ToArray());
        File.WriteAllBytes(Path.Combine(folder, BinningJob.EventsName), events);
        return folder;
    }

    private static void Table(StringBuilder text, int rows, ImmutableArray<Contender> contenders, ImmutableArray<BinningMeasurement>[] runs, double[] information, ref ImmutableArray<BinningMeasurement>[] last)
    {
        Line($"{rows:#,0} rows into {BinningJob.Bands} bands, median of {runs[0].Length}\n");
        Line($"| | first, s | ratio | warm, s | ratio | growth of warm | information value | peak memory, MiB | ratio |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        for (var i = 0; i < contenders.Length; i++)
        {
            var (first, warm, memory) = (Median(runs[i], r => r.Seconds), Median(runs[i], r => r.WarmSeconds), Median(runs[i], r => r.PeakKiB));
            var growth = last.Length == 0 ? "" : FormattableString.Invariant($"x {warm / Median(last[i], r => r.WarmSeconds):0.0}");
            Line($"| {contenders[i].Name} | {first:0.000} | {first / Median(runs[1], r => r.Seconds):0.00} | {warm:0.000} | {warm / Median(runs[1], r => r.WarmSeconds):0.00} | {growth} | {information[i]:0.00000} | {memory / 1024:#,0} | {memory / Median(runs[1], r => r.PeakKiB):0.00} |");
        }

        text.Append('\n');
        last = runs;

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
