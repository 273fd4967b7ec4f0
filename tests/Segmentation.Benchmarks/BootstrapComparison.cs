using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Segmentation.Statistics;
using static Segmentation.Benchmarks.Medians;

namespace Segmentation.Benchmarks;

/// <summary>Bootstraps a mean with our engine and with NumPy side by side, each run a process of its own, in turn; then our k-means cuts by size.</summary>
public static class BootstrapComparison
{
    /// <summary>Records of the mean.</summary>
    public const int MeanRows = 100_000;

    private const string Ours = "**Segmentation**";
    private const string Baseline = "NumPy, two threads";

    // Two numbers that are equal but for chance differ by more than this many standard errors once in a million.
    private const double Chance = 5;

    /// <summary>Gets the defaults: the sizes of the cuts.</summary>
    public static ComparisonOptions Default { get; } = new() { Rows = [1_000, 10_000, 100_000] };

    /// <summary>Runs the comparison and returns it as Markdown.</summary>
    /// <param name="options">Sizes of the cuts and runs; the mean has <see cref="MeanRows"/>.</param>
    /// <exception cref="InvalidOperationException">A contender failed, or the two found other means or standard errors than chance allows.</exception>
    public static string Run(ComparisonOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var repository = Repository.Folder;
        var (ours, python) = (Publication.Publish(repository), Peers.Python("numpy"));
        var script = Path.Combine(repository, "tests", "Segmentation.Benchmarks", "peers", "numpy-bootstrap.py");
        var resamples = BootstrapJob.MeanResamples.ToString(CultureInfo.InvariantCulture);
        ImmutableArray<Contender> contenders =
        [
            new(Ours, false, ours, [BootstrapJob.Mean, "{folder}"]), new(Baseline, false, python, [script, "{folder}", resamples, "2"]),
            new("**Segmentation, one thread**", false, ours, [BootstrapJob.MeanOnOne, "{folder}"]), new("NumPy, one thread", false, python, [script, "{folder}", resamples, "1"]),
        ];
        var folder = Written(repository, MeanRows);
        var runs = contenders.Select(_ => ImmutableArray.CreateBuilder<BootstrapMeasurement>(options.Runs)).ToArray();
        for (var run = 0; run < options.Runs; run++)
        {
            for (var i = 0; i < contenders.Length; i++) runs[i].Add(Once(contenders[i], folder, run, options));
        }

        var means = contenders.Select((c, i) => (c.Name, Runs: runs[i].ToImmutable())).ToArray();
        foreach (var (name, measured) in means) Check(name, measured[0], means[0].Runs[0]);
        var cuts = new List<(int Rows, ImmutableArray<BootstrapMeasurement> Runs)>();
        foreach (var rows in options.Rows)
        {
            var (contender, at) = (new Contender(FormattableString.Invariant($"cuts of {rows:#,0}"), false, ours, [BootstrapJob.Cuts, "{folder}"]), Written(repository, rows));
            cuts.Add((rows, [.. Enumerable.Range(0, options.Runs).Select(run => Once(contender, at, run, options))]));
        }

        return Write(means, cuts);
    }

    private static BootstrapMeasurement Once(Contender contender, string folder, int run, ComparisonOptions options)
    {
        var (output, _) = contender.Run(argument => argument.Replace("{folder}", folder, StringComparison.Ordinal));
        var measured = BootstrapMeasurement.Parse(output);
        Console.Error.WriteLine(FormattableString.Invariant($"run {run + 1} of {options.Runs}: {contender.Name} {measured.Seconds:0.000} s, then {measured.WarmSeconds:0.000} s"));
        return measured;
    }

    /// <summary>Employees of three log-normal tiers, as the sample exports have them.</summary>
    private static string Written(string repository, int rows)
    {
        var folder = Directory.CreateDirectory(Path.Combine(repository, "out", "benchmarks", "bootstrap", FormattableString.Invariant($"{rows}"))).FullName;
        var random = new SeededRandom(5, rows);
        var values = new double[rows];
        for (var i = 0; i < rows; i++)
        {
            var tier = random.NextDouble();
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            values[i] = (tier < 0.6 ? 40 : tier < 0.9 ? 430 : 4_200) * Math.Exp(0.6 * normal);
        }

        File.WriteAllBytes(Path.Combine(folder, BootstrapJob.FileName), MemoryMarshal.AsBytes(values.AsSpan()).ToArray());
        return folder;
    }

    /// <summary>A fast answer that is wrong is no answer: mean and standard error have to agree to the error of so many resamples.</summary>
    private static void Check(string name, BootstrapMeasurement theirs, BootstrapMeasurement ours)
    {
        double resamples = BootstrapJob.MeanResamples;
        var ofMean = ours.StandardError * Math.Sqrt(2 / resamples);
        var ofError = ours.StandardError / Math.Sqrt(resamples);
        if (Math.Abs(theirs.Mean - ours.Mean) > Chance * ofMean || Math.Abs(theirs.StandardError - ours.StandardError) > Chance * ofError)
            throw new InvalidOperationException(FormattableString.Invariant($"{name} found {theirs.Mean} ± {theirs.StandardError}, ours {ours.Mean} ± {ours.StandardError}; of one sample they must agree but for chance."));
    }

    private static string Write((string Name, ImmutableArray<BootstrapMeasurement> Runs)[] means, List<(int Rows, ImmutableArray<BootstrapMeasurement> Runs)> cuts)
    {
        var text = new StringBuilder();
        var baseline = means.Single(m => m.Name == Baseline).Runs;
        Line($"mean of {MeanRows:#,0} records, {BootstrapJob.MeanResamples:#,0} resamples, median of {baseline.Length}, the same mean and standard error but for chance\n");
        Line($"| | first, s | ratio | warm, s | ratio | mean | standard error | peak memory, MiB |\n|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var (name, runs) in means)
        {
            var (first, warm) = (Median(runs, r => r.Seconds), Median(runs, r => r.WarmSeconds));
            Line($"| {name} | {first:0.000} | {first / Median(baseline, r => r.Seconds):0.00} | {warm:0.000} | {warm / Median(baseline, r => r.WarmSeconds):0.00} | {runs[0].Mean:0.00} | {runs[0].StandardError:0.000} | {Median(runs, r => r.PeakKiB) / 1024:#,0} |");
        }

        Line($"\n{BootstrapJob.CutResamples:#,0} bootstraps of k-means cuts into three bands, logarithmic scale, with the accounts that change tier\n");
        Line($"| accounts | first, s | warm, s | growth, warm | peak memory, MiB |\n|---:|---:|---:|---:|---:|");
        for (var i = 0; i < cuts.Count; i++)
        {
            var warm = Median(cuts[i].Runs, r => r.WarmSeconds);
            var growth = i == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"x {warm / Median(cuts[i - 1].Runs, r => r.WarmSeconds):0.0}");
            Line($"| {cuts[i].Rows:#,0} | {Median(cuts[i].Runs, r => r.Seconds):0.000} | {warm:0.000} | {growth} | {Median(cuts[i].Runs, r => r.PeakKiB) / 1024:#,0} |");
        }

        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
