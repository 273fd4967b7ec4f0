using Segmentation.Cuts;

namespace Segmentation.Calibrate;

/// <summary>How well cuts separate, as a function of the cuts: to compare cuts of one sample, and to hold rounded ones against the optimum. Higher is better.</summary>
public static class CutSeparation
{
    /// <summary>Returns the goodness of variance fit: the share of the variance of the values that lies between the bands, 1 - Σ within / total; in [0, 1], 0 where all values are equal.</summary>
    /// <param name="sample">The sample. On a log scale values of 0 or below are left out.</param>
    /// <param name="scale">The scale on which distances count. Default <see cref="CutScale.Log"/>.</param>
    /// <param name="weight">What an account counts for. Default <see cref="CutWeight.Count"/>.</param>
    /// <returns>From ascending cuts to the fit. Each call takes a search a cut, whatever the size of the sample.</returns>
    /// <remarks>G. F. Jenks and F. C. Caspall, Annals of the Association of American Geographers 61(2), 1971, 217-244; what one-dimensional k-means maximises.</remarks>
    public static Func<double[], double> GoodnessOfFit(CutSample sample, CutScale scale = CutScale.Log, CutWeight weight = CutWeight.Count)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var n = sample.Values.Length;
        var (x, mass) = (new double[n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            if (scale == CutScale.Log && sample.Values[i] <= 0) continue;
            x[i] = scale == CutScale.Log ? Math.Log(sample.Values[i]) : sample.Values[i];
            mass[i] = sample.Times[i] * (weight == CutWeight.Count ? 1 : sample.Amounts[i]);
        }

        return VarianceBetween(sample, x, mass);
    }

    /// <summary>Returns how well cuts separate what happened, by what <see cref="OptimalBinning"/> maximises, over the bands alone: of a yes or no the information value
    /// (<see cref="WeightOfEvidence"/>), of a number the share of its variance that lies between the bands, of a time Σ (O - E)²/E over the bands, O their events and E those expected if all had one
    /// hazard at every time.</summary>
    /// <param name="sample">The sample, with a target.</param>
    /// <returns>From ascending cuts to the separation, at least 0; 0 where nothing can differ. Each call takes a search a cut, whatever the size of the sample.</returns>
    /// <exception cref="ArgumentException">The sample has no target.</exception>
    public static Func<double[], double> OfOutcome(CutSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        return sample.Target switch
        {
            BinaryTarget binary => Information(sample, binary),
            ContinuousTarget continuous => VarianceBetween(sample, [.. continuous.Value], Array.ConvertAll(sample.Times.ToArray(), t => (double)t)),
            CensoredTarget censored => Excess(sample, censored),
            _ => throw new ArgumentException("the sample knows no outcome: pass a target to CutSample.Of.", nameof(sample)),
        };
    }

    /// <summary>Returns what <see cref="OfOutcome"/> measures of a target, in words.</summary>
    internal static string Words(CutTarget target) => target switch
    {
        BinaryTarget => "information value",
        ContinuousTarget => "outcome's variance between",
        _ => "excess of events, (O - E)²/E",
    };

    private static Func<double[], double> VarianceBetween(CutSample sample, double[] x, double[] mass)
    {
        // Counted from the mean, so that a large mean does not drown the squares.
        double sum = 0, all = 0;
        for (var i = 0; i < x.Length; i++) (sum, all) = (sum + (mass[i] * x[i]), all + mass[i]);
        var mean = all > 0 ? sum / all : 0;
        var (sumMass, sumX, total) = (new double[x.Length + 1], new double[x.Length + 1], 0d);
        for (var i = 0; i < x.Length; i++)
        {
            var d = mass[i] == 0 ? 0 : x[i] - mean;
            sumMass[i + 1] = sumMass[i] + mass[i];
            sumX[i + 1] = sumX[i] + (mass[i] * d);
            total += mass[i] * d * d;
        }

        var between = OverBands(sample, (from, to) =>
        {
            var (m, s) = (sumMass[to] - sumMass[from], sumX[to] - sumX[from]);
            return m > 0 ? s * s / m : 0;
        });
        return cuts => total > 0 ? Math.Clamp(between(cuts) / total, 0, 1) : 0;
    }

    private static Func<double[], double> Information(CutSample sample, BinaryTarget target)
    {
        var n = sample.Values.Length;
        var (events, others) = (new int[n + 1], new int[n + 1]);
        for (var i = 0; i < n; i++)
        {
            events[i + 1] = events[i] + (target.Event[i] ? sample.Times[i] : 0);
            others[i + 1] = others[i] + (target.Event[i] ? 0 : sample.Times[i]);
        }

        return OverBands(sample, (from, to) => WeightOfEvidence.Information(events[to] - events[from], others[to] - others[from], events[n], others[n]));
    }

    private static Func<double[], double> Excess(CutSample sample, CensoredTarget target)
    {
        var n = sample.Values.Length;
        var ranks = CensoredBinScores.RanksOf(target);
        var hazard = CensoredBinScores.CumulativeHazard(ranks, target, sample.Times);
        var (events, expected) = (new int[n + 1], new double[n + 1]);
        for (var i = 0; i < n; i++)
        {
            events[i + 1] = events[i] + (target.Event[i] ? sample.Times[i] : 0);
            expected[i + 1] = expected[i] + (sample.Times[i] * hazard[ranks.Rank[i]]);
        }

        return OverBands(sample, (from, to) =>
        {
            var (o, e) = (events[to] - events[from], expected[to] - expected[from]);
            return e > 0 ? (o - e) * (o - e) / e : 0;
        });
    }

    /// <summary>Returns the sum over the bands of what each is worth, from its first value to the first of the next.</summary>
    private static Func<double[], double> OverBands(CutSample sample, Func<int, int, double> worth)
    {
        var (sizes, n) = (new CutSizes(sample), sample.Values.Length);
        return cuts =>
        {
            double sum = 0;
            for (int band = 0, from = 0, to; band <= cuts.Length; band++, from = to)
            {
                to = band == cuts.Length ? n : sizes.Place(cuts[band]);
                sum += worth(from, to);
            }

            return sum;
        };
    }
}
