using System.Collections.Immutable;
using Segmentation.Statistics;

namespace Segmentation.Outcome;

/// <summary>How often the trigger fires in simulated histories: with one rate for all, and with one segment's hazard larger.</summary>
/// <remarks>Each month every segment loses a binomial number of its accounts at risk, at the rate of the month over all segments. The accounts at risk are those that were: that the losses of one month lower the next month's
/// numbers a little is left out.</remarks>
internal sealed record ChurnConcentrationAlarms(
    ImmutableArray<ChurnConcentrationRate> FalseAlarm, ImmutableArray<ChurnConcentrationRate> Naive, ImmutableArray<ChurnConcentrationRate> Detected, ChurnConcentrationRate AnyFalseAlarm, ChurnConcentrationRate AnyNaive)
{
    public static ChurnConcentrationAlarms Simulate(ChurnConcentrationRule rule, ChurnConcentrationExposure exposure, ChurnConcentrationOptions options, int seed)
    {
        var (k, histories) = (exposure.Segments, options.Simulations);
        var (fired, naive, detected, any, anyNaive) = (new int[k], new int[k], new int[k], 0, 0);
        var equal = Draws(exposure, -1, 1);
        var churned = new int[exposure.Months, k];
        for (var history = 0; history < histories; history++)
        {
            Draw(equal, new SeededRandom(seed, history), churned);
            var (isAny, isAnyNaive) = (false, false);
            for (var s = 0; s < k; s++)
            {
                if (rule.Fires(churned, s)) (fired[s], isAny) = (fired[s] + 1, true);
                if (rule.FiresNaively(churned, s)) (naive[s], isAnyNaive) = (naive[s] + 1, true);
            }

            if (isAny) any++;
            if (isAnyNaive) anyNaive++;
        }

        for (var s = 0; s < k; s++)
        {
            var larger = Draws(exposure, s, options.HazardFactor);
            for (var history = 0; history < histories; history++)
            {
                Draw(larger, new SeededRandom(seed, ((s + 1) * histories) + history), churned);
                if (rule.Fires(churned, s)) detected[s]++;
            }
        }

        return new([.. fired.Select(Rate)], [.. naive.Select(Rate)], [.. detected.Select(Rate)], Rate(any), Rate(anyNaive));

        ChurnConcentrationRate Rate(int happened) => ChurnConcentrationRate.Of(happened, histories);
    }

    private static void Draw(double[,][] cumulative, SeededRandom random, int[,] churned)
    {
        for (var m = 0; m < churned.GetLength(0); m++)
        {
            for (var s = 0; s < churned.GetLength(1); s++)
            {
                var at = cumulative[m, s].AsSpan().BinarySearch(random.NextDouble());
                churned[m, s] = Math.Min(at < 0 ? ~at : at + 1, cumulative[m, s].Length - 1);
            }
        }
    }

    /// <summary>Returns the binomial distribution functions, by month and segment.</summary>
    private static double[,][] Draws(ChurnConcentrationExposure exposure, int larger, double factor)
    {
        var draws = new double[exposure.Months, exposure.Segments][];
        for (var m = 0; m < exposure.Months; m++)
        {
            var rate = exposure.Rate(m);
            for (var s = 0; s < exposure.Segments; s++) draws[m, s] = Cumulative(exposure.AtRisk[m, s], s == larger ? 1 - Math.Pow(1 - rate, factor) : rate);
        }

        return draws;
    }

    private static double[] Cumulative(int n, double p)
    {
        var cumulative = new double[n + 1];
        var sum = 0d;
        for (var x = 0; x <= n; x++)
        {
            sum += MathNet.Numerics.Distributions.Binomial.PMF(p, n, x);
            cumulative[x] = Math.Min(1, sum);
        }

        cumulative[n] = 1;
        return cumulative;
    }
}
