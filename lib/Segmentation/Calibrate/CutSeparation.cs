using Segmentation.Cuts;

namespace Segmentation.Calibrate;

/// <summary>How well cuts separate, as a function of the cuts: to compare cuts of one sample, and to hold rounded ones against the optimum. Higher is better.</summary>
public static class CutSeparation
{
    // A band without events, or with nothing else, has no logarithm; half a record in both cells keeps it finite.
    private const double EmptyCell = 0.5;

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

    /// <summary>Returns how well cuts separate what happened: of a yes or no the information value, of a number the share of its variance that lies between the bands, of a time the information value of
    /// whether it happened.</summary>
    /// <param name="sample">The sample, with a target.</param>
    /// <returns>From ascending cuts to the separation; 0 where one side has no record.</returns>
    /// <exception cref="ArgumentException">The sample has no target.</exception>
    /// <remarks>IV = Σ (n0/N0 - n1/N1) ln((n0/N0)/(n1/N1)) over the bands; 0.5 is added to both cells of a band that has an empty one.</remarks>
    public static Func<double[], double> OfOutcome(CutSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        switch (sample.Target)
        {
            case ContinuousTarget continuous:
                var times = new double[sample.Values.Length];
                for (var i = 0; i < times.Length; i++) times[i] = sample.Times[i];
                return VarianceBetween(sample, [.. continuous.Value], times);
            case BinaryTarget binary: return Information(sample, binary.Event.AsSpan());
            case CensoredTarget censored: return Information(sample, censored.Event.AsSpan());
            default: throw new ArgumentException("the sample has no target: nothing is known of what happened to its records.", nameof(sample));
        }
    }

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

        var sizes = new CutSizes(sample);
        return cuts =>
        {
            double between = 0;
            for (int band = 0, from = 0, to; band <= cuts.Length; band++, from = to)
            {
                to = band == cuts.Length ? x.Length : sizes.Place(cuts[band]);
                var (m, s) = (sumMass[to] - sumMass[from], sumX[to] - sumX[from]);
                if (m > 0) between += s * s / m;
            }

            return total > 0 ? Math.Clamp(between / total, 0, 1) : 0;
        };
    }

    private static Func<double[], double> Information(CutSample sample, ReadOnlySpan<bool> happened)
    {
        var (events, others) = (new double[happened.Length + 1], new double[happened.Length + 1]);
        for (var i = 0; i < happened.Length; i++)
        {
            events[i + 1] = events[i] + (happened[i] ? sample.Times[i] : 0);
            others[i + 1] = others[i] + (happened[i] ? 0 : sample.Times[i]);
        }

        var sizes = new CutSizes(sample);
        return cuts =>
        {
            if (events[^1] == 0 || others[^1] == 0) return 0;
            double value = 0;
            for (int band = 0, from = 0, to; band <= cuts.Length; band++, from = to)
            {
                to = band == cuts.Length ? events.Length - 1 : sizes.Place(cuts[band]);
                var (n1, n0) = (events[to] - events[from], others[to] - others[from]);
                if (n1 + n0 == 0) continue;
                if (n1 == 0 || n0 == 0) (n1, n0) = (n1 + EmptyCell, n0 + EmptyCell);
                var (p0, p1) = (n0 / others[^1], n1 / events[^1]);
                value += (p0 - p1) * Math.Log(p0 / p1);
            }

            return value;
        };
    }
}
