using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Segmentation.Statistics;

namespace Segmentation.Benchmarks;

/// <summary>Cox regression with five covariates, ours and R's survival side by side, each run a process of its own, in turn, so that a drift of the machine falls on both.</summary>
public static class CoxComparison
{
    // Both stop where the likelihood no longer changes by 1e-9 of itself: coefficients agree to some share of their standard errors.
    private const double Agreement = 1e-4;
    private const int Seed = 8;
    private const int MostDays = 1095;

    /// <summary>Runs the comparison and returns it as Markdown.</summary>
    /// <param name="options">Sizes and runs.</param>
    /// <exception cref="InvalidOperationException">A contender failed, or the two found different coefficients.</exception>
    public static string Run(ComparisonOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var repository = Repository.Folder;
        var script = Path.Combine(repository, "tests", "Segmentation.Benchmarks", "peers", "survival-cox.R");
        ImmutableArray<Contender> contenders = [new("**Segmentation**", true, Publication.Publish(repository), [CoxJob.Name, "{folder}"]), new("R survival, coxph", true, "Rscript", [script, "{folder}"])];
        var text = new StringBuilder();
        foreach (var isTied in new[] { true, false })
        {
            var table = new GrowthTable(contenders);
            foreach (var rows in options.Rows)
            {
                var folder = Write(repository, rows, isTied);
                var runs = contenders.Select(_ => ImmutableArray.CreateBuilder<CoxMeasurement>(options.Runs)).ToArray();
                for (var run = 0; run < options.Runs; run++)
                {
                    for (var i = 0; i < contenders.Length; i++)
                    {
                        runs[i].Add(CoxMeasurement.Parse(contenders[i].Run(argument => argument.Replace("{folder}", folder, StringComparison.Ordinal)).Output));
                        Console.Error.WriteLine(FormattableString.Invariant($"{rows,9:#,0} records, run {run + 1} of {options.Runs}: {contenders[i].Name} {runs[i][^1].Seconds:0.000} s, then {runs[i][^1].WarmSeconds:0.000} s"));
                    }

                    Check(runs[0][^1], runs[1][^1]);
                }

                table.Add(text, $"{rows:#,0} records, {CoxJob.Covariates} covariates, {(isTied ? "whole days" : "continuous times")}, median of {options.Runs}, the same coefficients", [.. runs.Select(r => r.Select(m => (m.Seconds, m.WarmSeconds, (double)m.PeakKiB)).ToArray())]);
            }
        }

        return text.ToString();
    }

    private static void Check(CoxMeasurement ours, CoxMeasurement theirs)
    {
        for (var j = 0; j < theirs.Coefficients.Length; j++)
        {
            if (!(Math.Abs(ours.Coefficients[j] - theirs.Coefficients[j]) <= Agreement * theirs.StandardErrors[j] && Math.Abs(ours.StandardErrors[j] / theirs.StandardErrors[j] - 1) <= Agreement))
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
                    $"Ours finds {ours.Coefficients[j]:R} ({ours.StandardErrors[j]:R}) for covariate {j}, R {theirs.Coefficients[j]:R} ({theirs.StandardErrors[j]:R}); they must agree."));
            }
        }

        if (!(Math.Abs(ours.LogLikelihood / theirs.LogLikelihood - 1) <= 1e-9)) throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Ours has a log-likelihood of {ours.LogLikelihood:R}, R {theirs.LogLikelihood:R}; they must agree."));
    }

    /// <summary>Writes exponential times, cut to whole days where tied; three covariates of yes and no, two numbers; some half of the records without event.</summary>
    private static string Write(string repository, int rows, bool isTied)
    {
        var folder = Directory.CreateDirectory(Path.Combine(repository, "out", "benchmarks", "cox", FormattableString.Invariant($"{rows}-{(isTied ? "days" : "continuous")}"))).FullName;
        var random = new SeededRandom(Seed);
        var (times, events, covariates) = (new double[rows], new byte[rows], new double[rows * CoxJob.Covariates]);
        double[] effects = [.7, -.5, .2, .3, -.1];
        for (var i = 0; i < rows; i++)
        {
            var logRisk = 0d;
            for (var j = 0; j < CoxJob.Covariates; j++)
            {
                covariates[(i * CoxJob.Covariates) + j] = j < 3 ? random.Next(2) : random.NextDouble() * 4;
                logRisk += effects[j] * covariates[(i * CoxJob.Covariates) + j];
            }

            var time = -Math.Log(1 - random.NextDouble()) * 1500 / Math.Exp(logRisk);
            var end = random.NextDouble() * MostDays;
            events[i] = (byte)(time <= end ? 1 : 0);
            times[i] = isTied ? Math.Ceiling(Math.Min(time, end)) : Math.Min(time, end);
        }

        File.WriteAllBytes(Path.Combine(folder, CoxJob.TimesName), MemoryMarshal.AsBytes(times.AsSpan()).ToArray());
        File.WriteAllBytes(Path.Combine(folder, CoxJob.EventsName), events);
        File.WriteAllBytes(Path.Combine(folder, CoxJob.CovariatesName), MemoryMarshal.AsBytes(covariates.AsSpan()).ToArray());
        return folder;
    }
}
