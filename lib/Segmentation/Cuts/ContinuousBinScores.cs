using MathNet.Numerics.Distributions;
using Segmentation.Statistics;

namespace Segmentation.Cuts;

/// <summary>A number: the score is the sum of squares between the bands, Σ n (mean - mean of all)².</summary>
internal sealed class ContinuousBinScores : BinScores
{
    private const double Rounding = 1e-12;

    private readonly double mean;
    private readonly double[] sums;
    private readonly double[] squares;
    private double askedFor = double.NaN;
    private double smallestSquare;

    public ContinuousBinScores(PreBins parts, ContinuousTarget target)
        : base(parts)
    {
        var values = target.Value.AsSpan();
        var times = parts.Times;
        var total = 0d;
        for (var i = 0; i < values.Length; i++) total += times[i] * values[i];
        mean = parts.Count == 0 ? 0 : total / parts.Count;

        // Around the mean nothing cancels: sums of squares keep their digits.
        (sums, squares) = (new double[parts.Parts + 1], new double[parts.Parts + 1]);
        var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var part = 0; part < parts.Parts; part++)
        {
            var (sum, square) = (0d, 0d);
            for (var i = parts.Start[part]; i < parts.Start[part + 1]; i++)
            {
                if (times[i] == 0) continue;
                var from = values[i] - mean;
                sum += times[i] * from;
                square += times[i] * from * from;
                least = Math.Min(least, values[i]);
                most = Math.Max(most, values[i]);
            }

            sums[part + 1] = sums[part] + sum;
            squares[part + 1] = squares[part] + square;
        }

        IsConstant = !(least < most);
    }

    public override bool IsConstant { get; }

    /// <summary>Gets the sum of squares around the mean of all.</summary>
    public double Total => squares[^1];

    public override string Words => "sum of squares between bands";

    public override int? Events(int from, int to) => null;

    public override double Score(int from, int to)
    {
        var sum = sums[to] - sums[from];
        return sum * sum / Records(from, to);
    }

    public override double Rate(int from, int to) => mean + ((sums[to] - sums[from]) / Records(from, to));

    // t is never below the normal's quantile where p is at most this: the cheap test first.
    public override bool Differ(int from, int cut, int to, double largest)
    {
        var (n1, mean1, squares1) = Moments(from, cut);
        var (n2, mean2, squares2) = Moments(cut, to);
        var variance = (squares1 / (n1 - 1) / n1) + (squares2 / (n2 - 1) / n2);
        return !((mean1 - mean2) * (mean1 - mean2) < SmallestSquare(largest) * variance) && PValue(from, cut, to) <= largest;
    }

    public override double PValue(int from, int cut, int to)
    {
        var (n1, mean1, squares1) = Moments(from, cut);
        var (n2, mean2, squares2) = Moments(cut, to);

        // Means that differ by less than sums keep are equal.
        if (Math.Abs(mean1 - mean2) <= Rounding * Math.Max(Math.Abs(mean), Math.Sqrt(Total / Math.Max(1, Parts.Count)))) mean2 = mean1;
        return WelchTest.Of(n1, mean1, squares1, n2, mean2, squares2).PValue;
    }

    private double SmallestSquare(double largest)
    {
        if (largest != askedFor) (askedFor, smallestSquare) = (largest, Math.Pow(Normal.InvCDF(0, 1, largest / 2), 2) * (1 - 1e-9));
        return smallestSquare;
    }

    /// <summary>Returns a band's records, mean less the mean of all, and sum of squares around its own mean.</summary>
    public (double Count, double Mean, double Squares) Moments(int from, int to)
    {
        double n = Records(from, to);
        var (sum, square) = (sums[to] - sums[from], squares[to] - squares[from]);
        var within = square - (sum * sum / n);

        // What is left of a difference of equal sums is rounding.
        return (n, sum / n, within <= Rounding * square ? 0 : within);
    }
}
