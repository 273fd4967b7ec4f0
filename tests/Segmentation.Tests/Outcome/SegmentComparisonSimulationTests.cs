using System.Collections.Immutable;
using MathNet.Numerics.Distributions;
using Segmentation.Outcome;
using Segmentation.Statistics;

namespace Segmentation.Tests.Outcome;

/// <summary>The whole decision, from counts to verdicts, on segments whose truth is known. 4,000 cohorts each: a share near 5% has a standard error of 0.34 points, four of which are allowed.</summary>
public sealed class SegmentComparisonSimulationTests
{
    private const int Cohorts = 4000;
    private const double FourErrors = 4 * .0034;

    [Theory]
    [InlineData(20, .05)]
    [InlineData(50, .05)]
    [InlineData(100, .10)]
    [InlineData(200, .05)]
    public void Segments_of_one_rate_are_told_apart_in_no_more_than_5_percent_of_cohorts(int accounts, double rate)
    {
        var wrong = Share(accounts, accounts, [rate, rate, rate], r => r.Any(x => x.Verdict == OutcomeVerdict.Difference));
        Assert.True(wrong <= .05 + FourErrors, $"{wrong}");
    }

    [Theory]
    [InlineData(200, .05)]
    [InlineData(1000, .05)]
    [InlineData(2000, .02)]
    public void A_difference_as_large_as_the_margin_is_called_irrelevant_in_no_more_than_two_and_a_half_percent(int accounts, double rate)
    {
        // Two segments that differ by exactly 2 points: either end of a 95% interval lies beyond the truth in 2.5%; standard error .25 points.
        var wrong = Share(accounts, accounts, [rate + .02, rate], r => r[0].Verdict == OutcomeVerdict.NoRelevantDifference);
        Assert.True(wrong <= .025 + (4 * .0025), $"{wrong}");
    }

    [Fact]
    public void Segments_of_one_rate_are_found_alike_as_often_as_planned_where_the_plan_says_so()
    {
        var n = (int)ProportionPower.NeededForEquivalence(.05, .02);
        var alike = Share(n, n, [.05, .05], r => r[0].Verdict == OutcomeVerdict.NoRelevantDifference);

        // Planned .8; standard error .0063.
        Assert.InRange(alike, .8 - (4 * .0063), .8 + (4 * .0063));
    }

    [Fact]
    public void What_is_said_to_be_detectable_is_found_about_as_often_as_planned()
    {
        // Two segments of 100 against 10%: the arcsine plan, the test by chi-square; standard error .0063, and 5 points for the approximation.
        var detectable = ProportionPower.DetectableAbove(.10, 100, 100);
        Assert.InRange(Share(100, 100, [detectable, .10], r => r[0].PValue <= .05), .8 - .05 - (4 * .0063), .8 + .05 + (4 * .0063));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(200)]
    public void The_difference_of_a_segment_from_all_others_lies_in_its_interval_about_as_often_as_said(int accounts)
    {
        // 3 points above the others; standard error .34 points.
        var inside = Share(accounts, 5 * accounts, [.08, .05], r => r[0].DifferenceInterval.Contains(.03));
        Assert.InRange(inside, .95 - FourErrors - .01, .99);
    }

    private static double Share(int first, int others, double[] rates, Func<ImmutableArray<SegmentComparisonRate>, bool> isSo)
    {
        var so = 0;
        int[] accounts = [.. rates.Select((_, s) => s == 0 ? first : others)];
        double[][] cumulative = [.. rates.Select((rate, s) => Enumerable.Range(0, accounts[s] + 1).Select(x => Binomial.CDF(rate, accounts[s], x)).ToArray())];
        for (var cohort = 0; cohort < Cohorts; cohort++)
        {
            var random = new SeededRandom(20260630, cohort);
            int[] events = [.. cumulative.Select(c => Math.Min(c.Length - 1, ~Array.BinarySearch(c, random.NextDouble())))];
            ImmutableArray<SegmentComparisonRate> compared =
                [.. rates.Select((_, s) => SegmentComparison.Rate(events[s], accounts[s], events.Sum() - events[s], accounts.Sum() - accounts[s], SegmentComparisonOptions.Default.FewestExpected, .95))];
            if (isSo(SegmentComparison.Judge(compared, rates.Length == 2, OutcomeOptions.Default, 92, .95))) so++;
        }

        return (double)so / Cohorts;
    }
}
