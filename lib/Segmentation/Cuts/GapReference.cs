using Segmentation.Statistics;

namespace Segmentation.Cuts;

/// <summary>What optimal k-means leaves within the bands of evenly spread values: what grouped values are held against.</summary>
/// <param name="Within">For each spread, the squares within 1, 2, … bands, over a range and a mass of 1.</param>
/// <param name="Mass">Mass of the sample.</param>
internal sealed record GapReference(double[][] Within, double Mass)
{
    /// <summary>Draws the spreads. By amount, each value gets what a random record of the sample weighs.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="scale">The scale; records that are not on it are left out.</param>
    /// <param name="weight">What a record weighs.</param>
    /// <param name="most">The most bands.</param>
    /// <param name="options">How many, how large, and their seed.</param>
    public static GapReference Of(CutSample sample, CutScale scale, CutWeight weight, int most, CutCountOptions options)
    {
        var each = new List<double>(sample.Count);
        for (var i = 0; i < sample.Values.Length; i++)
        {
            if (scale == CutScale.Log && sample.Values[i] <= 0) continue;
            for (var time = 0; time < sample.Times[i]; time++) each.Add(weight == CutWeight.Count ? 1 : sample.Amounts[i]);
        }

        var size = Math.Min(each.Count, Math.Max(most + 1, options.ReferenceRecords));
        var within = new double[options.References][];

        // One stream a spread: the same on any number of threads.
        Parallel.For(0, options.References, spread =>
        {
            var random = new SeededRandom(options.Seed, spread);
            var (values, weights) = (new double[size], new double[size]);
            for (var i = 0; i < size; i++) values[i] = random.NextDouble();
            Array.Sort(values);
            for (var i = 0; i < size; i++) weights[i] = weight == CutWeight.Count ? 1 : each[random.Next(each.Count)];
            within[spread] = WithinOf(values, weights, most);
        });
        return new(within, each.Sum());
    }

    /// <summary>Returns the gap of k bands, E[log within] of the spreads less log within, with its standard error s(k) = sd √(1 + 1/B).</summary>
    /// <param name="bands">Number of bands k.</param>
    /// <param name="within">The sample's squares within.</param>
    /// <param name="range">The sample's range.</param>
    public (double Gap, double Error) Gap(int bands, double within, double range)
    {
        double[] logs = [.. Within.Select(w => Math.Log(w[bands - 1]))];
        var mean = logs.Average();
        return (mean - Math.Log(within / (Mass * range * range)), Math.Sqrt(logs.Average(l => (l - mean) * (l - mean)) * (1 + (1.0 / logs.Length))));
    }

    /// <summary>Returns the share of samples, the spreads and the sample itself, whose within falls as much as the sample's: a Monte Carlo p, exact for evenly spread values.</summary>
    /// <param name="within">The sample's squares within 1, 2, … bands.</param>
    public double P(double[] within)
    {
        var samples = Within.Append(within).ToArray();
        var largest = new double[samples.Length];
        Array.Fill(largest, double.NegativeInfinity);
        for (var k = 1; k < within.Length; k++)
        {
            double[] falls = [.. samples.Select(s => Math.Log(s[0] / s[k]))];
            if (!falls.All(double.IsFinite)) continue;
            var mean = falls.Average();
            var spread = Math.Sqrt(falls.Average(f => (f - mean) * (f - mean)));
            for (var i = 0; i < falls.Length; i++) largest[i] = Math.Max(largest[i], spread > 0 ? (falls[i] - mean) / spread : 0);
        }

        return largest.Count(l => l >= largest[^1]) / (double)samples.Length;
    }

    private static double[] WithinOf(double[] values, double[] weights, int most)
    {
        using var program = new KMeansProgram(values, weights);
        program.Solve(most);
        var (within, mass) = (new double[most], weights.Sum());
        for (var bands = 1; bands <= most; bands++)
        {
            var first = new int[bands];
            program.TryGetBands(first);
            for (var band = 0; band < bands; band++) within[bands - 1] += program.Band(weights, first[band], band + 1 < bands ? first[band + 1] : values.Length).Within;
            within[bands - 1] /= mass;
        }

        return within;
    }
}
