using System.Collections.Immutable;
using Segmentation.Statistics;

namespace Segmentation.Tables;

/// <summary>What the numbers of a column look like. Nulls are left out.</summary>
public sealed record NumberSummary
{
    private static readonly double[] Probabilities = [0.01, 0.05, 0.25, 0.50, 0.75, 0.95, 0.99];

    /// <summary>Gets the smallest value.</summary>
    public required double Minimum { get; init; }

    /// <summary>Gets the largest value.</summary>
    public required double Maximum { get; init; }

    /// <summary>Gets the sum.</summary>
    public required double Sum { get; init; }

    /// <summary>Gets the arithmetic mean.</summary>
    public required double Mean { get; init; }

    /// <summary>Gets the sample standard deviation (divisor n - 1); 0 for a single value.</summary>
    public required double StandardDeviation { get; init; }

    /// <summary>Gets the quantiles at 1, 5, 25, 50, 75, 95 and 99%, in that order.</summary>
    /// <remarks>Type 7 of R. J. Hyndman and Y. Fan, The American Statistician 50(4), 1996, 361-365: linear between order statistics,
    /// as R, NumPy and Excel's PERCENTILE.INC compute it.</remarks>
    public required ImmutableArray<QuantileValue> Quantiles { get; init; }

    /// <summary>Gets the median.</summary>
    public double Median => Quantiles[3].Value;

    /// <summary>Gets the number of values that are exactly 0.</summary>
    public required int Zeros { get; init; }

    /// <summary>Gets the number of values below 0.</summary>
    public required int Negatives { get; init; }

    /// <summary>Returns the summary of sorted values.</summary>
    /// <param name="sorted">At least one value, ascending, without NaN.</param>
    internal static NumberSummary Of(ReadOnlySpan<double> sorted)
    {
        var sum = Compensated(sorted, 0);
        var guess = sum / sorted.Length;

        // A second pass over the residuals takes the rounding of the first mean out again.
        var residual = Compensated(sorted, guess);
        var mean = guess + (residual / sorted.Length);
        var quantiles = ImmutableArray.CreateBuilder<QuantileValue>(Probabilities.Length);
        foreach (var p in Probabilities) quantiles.Add(new QuantileValue(p, Quantile.OfSorted(sorted, p)));
        var negatives = CountBelow(sorted, 0, orEqual: false);
        return new NumberSummary
        {
            Minimum = sorted[0],
            Maximum = sorted[^1],
            Sum = sum,
            Mean = mean,
            StandardDeviation = sorted.Length == 1 ? 0 : Math.Sqrt(SquaresAround(sorted, mean) / (sorted.Length - 1)),
            Quantiles = quantiles.MoveToImmutable(),
            Negatives = negatives,
            Zeros = CountBelow(sorted, 0, orEqual: true) - negatives,
        };
    }

    /// <summary>Neumaier's compensated sum of x - origin (Zeitschrift für Angewandte Mathematik und Mechanik 54, 1974, 39-51).</summary>
    private static double Compensated(ReadOnlySpan<double> values, double origin)
    {
        double sum = 0, lost = 0;
        foreach (var value in values)
        {
            var x = value - origin;
            var next = sum + x;
            lost += Math.Abs(sum) >= Math.Abs(x) ? sum - next + x : x - next + sum;
            sum = next;
        }

        return double.IsFinite(lost) ? sum + lost : sum;
    }

    /// <summary>Σ(x-m)² - (Σ(x-m))²/n: the corrected two-pass sum of squares (Chan, Golub and LeVeque, The American Statistician 37(3), 1983, 242-247).</summary>
    private static double SquaresAround(ReadOnlySpan<double> values, double mean)
    {
        double squares = 0, rest = 0;
        foreach (var value in values)
        {
            var deviation = value - mean;
            squares += deviation * deviation;
            rest += deviation;
        }

        return Math.Max(0, squares - (rest * rest / values.Length));
    }

    private static int CountBelow(ReadOnlySpan<double> sorted, double limit, bool orEqual)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (sorted[middle] < limit || (orEqual && sorted[middle] == limit)) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
