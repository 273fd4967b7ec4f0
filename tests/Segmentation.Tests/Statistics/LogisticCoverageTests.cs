using Segmentation.Statistics;

namespace Segmentation.Tests.Statistics;

/// <summary>How often intervals hold the truth, and how often tests cry wolf, in records of known odds.</summary>
public sealed class LogisticCoverageTests
{
    private const int Rounds = 1000;

    // Standard error of a share of .05 or .95 in 1,000 rounds: .0069; three of them, and an error of order 1/n: .5/n.
    private const double ThreeStandardErrors = .0207;

    [Theory]
    [InlineData(50)]
    [InlineData(100)]
    [InlineData(200)]
    public void Interval_holds_planted_odds_as_often_as_it_says(int n)
    {
        var holds = Enumerable.Range(0, Rounds).Count(round => Fit(n, 1, round).Coefficients[1].Interval.Contains(1));
        Assert.InRange((double)holds / Rounds, .95 - ThreeStandardErrors - (.5 / n), .95 + ThreeStandardErrors + (.5 / n));
    }

    [Theory]
    [InlineData(50)]
    [InlineData(100)]
    [InlineData(200)]
    public void Likelihood_ratio_of_nothing_rejects_as_often_as_it_says(int n)
    {
        var rejected = Enumerable.Range(0, Rounds).Count(round => Fit(n, 0, round).TestOf("group").PValue <= .05);
        Assert.InRange((double)rejected / Rounds, .05 - ThreeStandardErrors - (.5 / n), .05 + ThreeStandardErrors + (.5 / n));
    }

    private static LogisticRegression Fit(int n, double coefficient, int round)
    {
        var random = new SeededRandom(n, round);
        var (has, x) = (new bool[n], new double[2 * n]);
        for (var i = 0; i < n; i++)
        {
            (x[2 * i], x[(2 * i) + 1]) = (i % 2, random.NextDouble());
            has[i] = random.NextDouble() < 1 / (1 + Math.Exp(1 - (coefficient * x[2 * i]) - x[(2 * i) + 1]));
        }

        return LogisticRegression.Fit(has, x, ["group", "x"]);
    }
}
