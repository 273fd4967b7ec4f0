using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Segmentation.Statistics;

namespace Segmentation.Benchmarks;

/// <summary>Kaplan-Meier curves of four groups and the log-rank test with our engine and with R's survival side by side, each run a process of its own, in turn.</summary>
public static class SurvivalComparison
{
    // Both sum the same terms, in another order.
    private const double Agreement = 1e-8;
    private const int Seed = 13;

    // Times in steps of a few seconds: hardly two are alike, and no two are so near that R takes them for one.
    private const double Steps = 16384;

    private static readonly (string Job, string Title)[] Jobs = [(SurvivalJob.Days, "times in whole days"), (SurvivalJob.Continuous, "continuous times")];

    /// <summary>Runs the comparison and returns it as Markdown.</summary>
    /// <param name="options">Sizes and runs.</param>
    /// <exception cref="InvalidOperationException">A contender failed, or the two do not agree.</exception>
    public static string Run(ComparisonOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var repository = Repository.Folder;
        var ours = Publication.Publish(repository);
        var script = Path.Combine(repository, "tests", "Segmentation.Benchmarks", "peers", "r-survival.R");
        string[] days = [.. SurvivalJob.Milestones.Select(m => m.ToString(CultureInfo.InvariantCulture))];
        var text = new StringBuilder();
        foreach (var (job, title) in Jobs)
        {
            ImmutableArray<Contender> contenders = [new("**Segmentation**", true, ours, [job, "{folder}"]), new("R survival, survfit + survdiff", true, "Rscript", [script, job, "{folder}", .. days])];
            var table = new GrowthTable(contenders, "0.0000", "0.000");
            foreach (var rows in options.Rows)
            {
                var folder = Write(repository, rows);
                var runs = contenders.Select(_ => ImmutableArray.CreateBuilder<SurvivalMeasurement>(options.Runs)).ToArray();
                for (var run = 0; run < options.Runs; run++)
                {
                    for (var i = 0; i < contenders.Length; i++)
                    {
                        runs[i].Add(SurvivalMeasurement.Parse(contenders[i].Run(argument => argument.Replace("{folder}", folder, StringComparison.Ordinal)).Output));
                        Console.Error.WriteLine(FormattableString.Invariant($"{rows,9:#,0} subjects, {title}, run {run + 1} of {options.Runs}: {contenders[i].Name} {runs[i][^1].Seconds:0.0000} s, then {runs[i][^1].WarmSeconds:0.0000} s"));
                    }

                    Check(runs[0][^1], runs[1][^1]);
                }

                table.Add(text, $"{rows:#,0} subjects in {SurvivalJob.Groups} groups, {title}, median of {options.Runs}, the same curves, errors and chi-square", [.. runs.Select(r => r.Select(m => (m.Seconds, m.WarmSeconds, (double)m.PeakKiB)).ToArray())]);
            }
        }

        return text.ToString();
    }

    private static void Check(SurvivalMeasurement ours, SurvivalMeasurement theirs)
    {
        ImmutableArray<double> mine = [ours.Statistic, .. ours.Survival, .. ours.Errors], other = [theirs.Statistic, .. theirs.Survival, .. theirs.Errors];
        if (mine.Length != other.Length) throw new InvalidOperationException(FormattableString.Invariant($"Ours reads {ours.Survival.Length} points of the curves, R {theirs.Survival.Length}."));
        for (var i = 0; i < mine.Length; i++)
        {
            if (!(Math.Abs(mine[i] - other[i]) <= Agreement * Math.Abs(other[i])))
                throw new InvalidOperationException(FormattableString.Invariant($"Ours finds {mine[i]:R}, R {other[i]:R} (value {i} of chi-square, survival and errors); both are exact and must agree."));
        }
    }

    /// <summary>Writes customers of four segments that churn at 1 to 2.5 in a thousand days, half of them still there when the watch ended within three years.</summary>
    private static string Write(string repository, int rows)
    {
        var folder = Directory.CreateDirectory(Path.Combine(repository, "out", "benchmarks", "survival", FormattableString.Invariant($"{rows}"))).FullName;
        var random = new SeededRandom(Seed);
        var (times, days, events, groups) = (new double[rows], new double[rows], new byte[rows], new byte[rows]);
        for (var i = 0; i < rows; i++)
        {
            groups[i] = (byte)(random.NextDouble() * SurvivalJob.Groups);
            var (churn, end) = (-Math.Log(1 - random.NextDouble()) / (.001 + (.0005 * groups[i])), 1 + (1095 * random.NextDouble()));
            (times[i], events[i]) = (Math.Ceiling(Math.Min(churn, end) * Steps) / Steps, churn <= end ? (byte)1 : (byte)0);
            days[i] = Math.Ceiling(times[i]);
        }

        File.WriteAllBytes(Path.Combine(folder, SurvivalJob.TimesName(SurvivalJob.Continuous)), MemoryMarshal.AsBytes(times.AsSpan()).ToArray());
        File.WriteAllBytes(Path.Combine(folder, SurvivalJob.TimesName(SurvivalJob.Days)), MemoryMarshal.AsBytes(days.AsSpan()).ToArray());
        File.WriteAllBytes(Path.Combine(folder, SurvivalJob.EventsName), events);
        File.WriteAllBytes(Path.Combine(folder, SurvivalJob.GroupsName), groups);
        return folder;
    }
}
