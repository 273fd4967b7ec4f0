using Segmentation.Statistics;
using Segmentation.Survival;

namespace Segmentation.Tests.Survival;

/// <summary>How often intervals hold the truth, and how often tests cry wolf, in exponential times of known hazards.</summary>
public sealed class CoxCoverageTests
{
    private const int Rounds = 1000;

    // Standard error of a share of .05 or .95 in 1,000 rounds: √(.05 .95/1000) = .0069; three of them. The tests are right for many events only: an error of order 1/n is allowed, .5/n here.
    private const double ThreeStandardErrors = .0207;

    [Theory]
    [InlineData(50)]
    [InlineData(100)]
    [InlineData(200)]
    public void Interval_holds_a_planted_ratio_as_often_as_it_says(int n)
    {
        var holds = 0;
        for (var round = 0; round < Rounds; round++)
        {
            if (Fit(n, Math.Log(2), round).Coefficients[0].Interval.Contains(Math.Log(2))) holds++;
        }

        Assert.InRange((double)holds / Rounds, .95 - ThreeStandardErrors - (.5 / n), .95 + ThreeStandardErrors + (.5 / n));
    }

    [Theory]
    [InlineData(50)]
    [InlineData(100)]
    [InlineData(200)]
    public void Tests_of_nothing_reject_as_often_as_they_say(int n)
    {
        var (ratio, wald, proportional) = (0, 0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var model = Fit(n, 0, round);
            if (model.TestOf("group").PValue <= .05) ratio++;
            if (model.Coefficients[0].PValue <= .05) wald++;
            if (ProportionalHazards.Of(model, ["group"]).PValue <= .05) proportional++;
        }

        foreach (var rejected in new[] { ratio, wald, proportional }) Assert.InRange((double)rejected / Rounds, .05 - ThreeStandardErrors - (.5 / n), .05 + ThreeStandardErrors + (.5 / n));
    }

    // Half of the records in the group, a second covariate that counts, a third censored, a third watched late.
    private static CoxModel Fit(int n, double coefficient, int round)
    {
        var random = new SeededRandom(n, round);
        var (exit, died, entry, x) = (new double[n], new bool[n], new double[n], new double[2 * n]);
        for (var i = 0; i < n;)
        {
            (x[2 * i], x[(2 * i) + 1]) = (i % 2, random.NextDouble());
            var time = -Math.Log(1 - random.NextDouble()) / Math.Exp((coefficient * x[2 * i]) + x[(2 * i) + 1]);
            var end = random.NextDouble() * 2.5;
            (exit[i], died[i], entry[i]) = (Math.Min(time, end), time <= end, i % 3 == 0 ? random.NextDouble() * .3 : 0);
            if (exit[i] > entry[i]) i++;
        }

        return CoxModel.Fit(EventTimes.Of([.. exit], [.. died], [.. entry]), x, ["group", "x"]);
    }
}
