using System.Collections.Immutable;
using Segmentation.Cuts;
using Segmentation.Statistics;

namespace Segmentation.Calibrate;

/// <summary>How well bands tell apart what became of the accounts, for several ways of cutting at once and on the same resamples, so that differences between them can be judged.</summary>
/// <remarks>
/// Events: concordance, the share of the pairs of accounts of which one is known to have had its event first that the order of their bands gets right, a pair in one band counting one half
/// (F. E. Harrell, R. M. Califf, D. B. Pryor, K. L. Lee and R. A. Rosati, Journal of the American Medical Association 247(18), 1982, 2543-2546); the area under the ROC curve where every
/// account was watched equally long and the month does not count. Which way the order goes is decided once, by the values uncut. Amounts: the share of the variance that lies between the bands.
/// Bootstrap over accounts; percentile intervals (B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap, 1993, 13.3).
/// </remarks>
internal sealed class BandSeparation
{
    private readonly double[] edges;
    private readonly int[] cellOfRow;
    private readonly int[] timeOfRow;
    private readonly bool[] happened;
    private readonly double[]? amounts;
    private readonly int times;
    private readonly bool isRising;

    /// <summary>Prepares the accounts.</summary>
    /// <param name="sample">The values at the start of the window, with what happened after.</param>
    /// <param name="ways">The cuts of each way.</param>
    public BandSeparation(CutSample sample, IEnumerable<ImmutableArray<double>> ways)
    {
        edges = [.. ways.SelectMany(w => w).Distinct().Order()];
        cellOfRow = new int[sample.Values.Length];
        for (var row = 0; row < cellOfRow.Length; row++) cellOfRow[row] = CutBands.FirstNotBelow(edges, Math.BitIncrement(sample.Values[row]));
        (timeOfRow, happened) = (new int[cellOfRow.Length], new bool[cellOfRow.Length]);
        switch (sample.Target)
        {
            case ContinuousTarget continuous:
                amounts = [.. continuous.Value];
                break;
            case CensoredTarget censored:
                for (var row = 0; row < cellOfRow.Length; row++) (timeOfRow[row], happened[row]) = ((int)censored.Time[row], censored.Event[row]);
                break;
            case BinaryTarget binary:
                for (var row = 0; row < cellOfRow.Length; row++) (timeOfRow[row], happened[row]) = (binary.Event[row] ? 0 : 1, binary.Event[row]);
                break;
        }

        times = timeOfRow.Length == 0 ? 1 : timeOfRow.Max() + 1;
        if (amounts is null) isRising = Concordance(Uncut(sample)) >= 0.5;
    }

    /// <summary>Gets whether the event comes more often where the values are higher.</summary>
    public bool IsRising => isRising;

    /// <summary>Returns the separation of some cuts over all accounts; null where no two accounts can be compared.</summary>
    public double? Of(ImmutableArray<double> cuts)
    {
        var counted = new int[cellOfRow.Length];
        Array.Fill(counted, 1);
        return Of(Tally(counted), cuts);
    }

    /// <summary>Returns the separation of each way on each resample: [way][resample]; NaN where it is not defined there.</summary>
    /// <param name="ways">The cuts of each way; all were among those given at the start.</param>
    /// <param name="resamples">How many.</param>
    /// <param name="seed">The seed; each resample has a stream of its own.</param>
    public double[][] Resampled(IReadOnlyList<ImmutableArray<double>> ways, int resamples, int seed)
    {
        var found = ways.Select(_ => new double[resamples]).ToArray();
        var n = cellOfRow.Length;
        Parallel.For(0, resamples, r =>
        {
            var random = new SeededRandom(seed, r);
            var counted = new int[n];
            for (var i = 0; i < n; i++) counted[random.Next(n)]++;
            var tally = Tally(counted);
            for (var w = 0; w < ways.Count; w++) found[w][r] = Of(tally, ways[w]) ?? double.NaN;
        });
        return found;
    }

    /// <summary>Returns the separation of some cuts over accounts counted so often.</summary>
    /// <param name="counted">How often each account counts, aligned with the sample.</param>
    /// <param name="cuts">Any cuts.</param>
    /// <param name="values">The sample's values.</param>
    public double? Among(int[] counted, ImmutableArray<double> cuts, ReadOnlySpan<double> values)
    {
        var bandOfRow = new int[counted.Length];
        for (var row = 0; row < bandOfRow.Length; row++) bandOfRow[row] = CutBands.FirstNotBelow(cuts.AsSpan(), Math.BitIncrement(values[row]));
        return Merged(Tally(counted, bandOfRow, cuts.Length + 1));
    }

    private static double? Value(double concordance) => double.IsNaN(concordance) ? null : concordance;

    private double? Of(double[][] tally, ImmutableArray<double> cuts)
    {
        // The cells between two cuts make a band.
        var bands = Enumerable.Range(0, cuts.Length + 1).Select(_ => new double[tally[0].Length]).ToArray();
        for (var cell = 0; cell < tally.Length; cell++)
        {
            var band = bands[cell == 0 ? 0 : CutBands.FirstNotBelow(cuts.AsSpan(), Math.BitIncrement(edges[cell - 1]))];
            for (var i = 0; i < band.Length; i++) band[i] += tally[cell][i];
        }

        return Merged(bands);
    }

    private double? Merged(double[][] bands) => amounts is not null ? VarianceBetween(bands) : Value(Concordance(bands)) is { } rising ? isRising ? rising : 1 - rising : null;

    private double[][] Tally(int[] counted) => Tally(counted, cellOfRow, edges.Length + 1);

    // Events: [band][2 t + 1 where it happened at t, 2 t where the account was last seen then]. Amounts: [band][records, sum, sum of squares].
    private double[][] Tally(int[] counted, int[] bandOfRow, int bands)
    {
        var tally = Enumerable.Range(0, bands).Select(_ => new double[amounts is null ? 2 * times : 3]).ToArray();
        for (var row = 0; row < counted.Length; row++)
        {
            if (counted[row] == 0) continue;
            var band = tally[bandOfRow[row]];
            if (amounts is null)
            {
                band[(2 * timeOfRow[row]) + (happened[row] ? 1 : 0)] += counted[row];
                continue;
            }

            band[0] += counted[row];
            band[1] += counted[row] * amounts[row];
            band[2] += counted[row] * amounts[row] * amounts[row];
        }

        return tally;
    }

    private double[][] Uncut(CutSample sample)
    {
        var (counted, bandOfRow, band) = (new int[cellOfRow.Length], new int[cellOfRow.Length], 0);
        for (var row = 0; row < bandOfRow.Length; row++)
        {
            if (row > 0 && sample.Values[row] != sample.Values[row - 1]) band++;
            (counted[row], bandOfRow[row]) = (1, band);
        }

        return Tally(counted, bandOfRow, band + 1);
    }

    /// <summary>Returns the share of comparable pairs in which the account of the higher band has its event first; NaN where no pair is comparable.</summary>
    private double Concordance(double[][] bands)
    {
        var atRisk = new double[bands.Length];
        double right = 0, pairs = 0;
        for (var t = times - 1; t >= 0; t--)
        {
            // Whoever was last seen at t without an event outlived an event at t; so did everyone of a later time.
            double lower = 0;
            for (var b = 0; b < bands.Length; b++) lower += atRisk[b] += bands[b][2 * t];
            var all = lower;
            lower = 0;
            for (var b = 0; b < bands.Length; b++)
            {
                var events = bands[b][(2 * t) + 1];
                right += events * (lower + (0.5 * atRisk[b]));
                pairs += events * all;
                lower += atRisk[b];
            }

            for (var b = 0; b < bands.Length; b++) atRisk[b] += bands[b][(2 * t) + 1];
        }

        return pairs == 0 ? double.NaN : right / pairs;
    }

    private static double? VarianceBetween(double[][] bands)
    {
        double n = 0, sum = 0, squares = 0, between = 0;
        foreach (var band in bands)
        {
            (n, sum, squares) = (n + band[0], sum + band[1], squares + band[2]);
            if (band[0] > 0) between += band[1] * band[1] / band[0];
        }

        if (n == 0) return null;
        var total = squares - (sum * sum / n);
        return total > 0 ? Math.Clamp((between - (sum * sum / n)) / total, 0, 1) : null;
    }
}
