using System.Collections.Immutable;
using Segmentation.Statistics;

namespace Segmentation.Tests.Statistics;

public sealed class StratifiedSampleTests
{
    // By hand: in proportion, the largest remainders first; no stratum below the floor or above its size.
    [Theory]
    [InlineData(new[] { 500, 300, 200 }, 50, 5, new[] { 25, 15, 10 })]
    [InlineData(new[] { 900, 50, 50 }, 50, 5, new[] { 40, 5, 5 })]
    [InlineData(new[] { 450, 450, 50, 50 }, 50, 5, new[] { 20, 20, 5, 5 })]
    [InlineData(new[] { 900, 3, 0 }, 50, 5, new[] { 47, 3, 0 })]
    [InlineData(new[] { 10, 5 }, 50, 5, new[] { 10, 5 })]
    [InlineData(new[] { 100, 100, 100 }, 50, 5, new[] { 17, 17, 16 })]
    [InlineData(new[] { 100, 100, 100 }, 2, 5, new[] { 1, 1, 0 })]
    [InlineData(new int[0], 50, 5, new int[0])]
    [InlineData(new[] { 0, 0 }, 50, 5, new[] { 0, 0 })]
    public void Strata_are_drawn_in_proportion_with_a_floor(int[] sizes, int total, int least, int[] drawn) => Assert.Equal(drawn, StratifiedAllocation.Of(sizes, total, least));

    [Fact]
    public void Every_draw_is_within_the_strata_and_adds_up()
    {
        var random = new SeededRandom(7);
        for (var run = 0; run < 500; run++)
        {
            var sizes = Enumerable.Range(0, 1 + random.Next(8)).Select(_ => random.Next(60)).ToArray();
            var (total, least) = (random.Next(80), random.Next(8));

            var drawn = StratifiedAllocation.Of(sizes, total, least);

            Assert.Equal(Math.Min(total, sizes.Sum()), drawn.Sum());
            var floor = sizes.Any(s => s > 0) ? Math.Min(least, total / sizes.Count(s => s > 0)) : 0;
            Assert.All(sizes.Zip(drawn), d => Assert.InRange(d.Second, Math.Min(d.First, floor), d.First));
        }
    }

    [Fact]
    public void A_negative_size_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => StratifiedAllocation.Of([3, -1], 2, 1));

    /// <summary>The playbook's spot check: 3 of 20 wrong is 15%, from 5.2% to 36.0% (R, prop.test without correction).</summary>
    [Fact]
    public void Three_wrong_of_twenty_are_5_to_36_percent()
    {
        var found = StratifiedProportion.Of(Units(0, 20, 3), [20], [1_000_000]);

        Assert.Equal(.15, found.Proportion, 12);
        Assert.Equal(.052, found.Interval.Low, .0005);
        Assert.Equal(.360, found.Interval.High, .0005);
    }

    [Fact]
    public void Of_one_stratum_it_is_Wilsons_interval_of_a_population()
    {
        var found = StratifiedProportion.Of(Units(0, 20, 17), [20], [90]);

        var wilson = ProportionInterval.WilsonOfPopulation(17, 20, 90);
        Assert.Equal(wilson.Low, found.Interval.Low, 12);
        Assert.Equal(wilson.High, found.Interval.High, 12);
    }

    /// <summary>By hand: 100 records of which 10 were drawn, 9 right, and 900 of which 10 were drawn, 5 right: (100 · .9 + 900 · .5)/1000.</summary>
    [Fact]
    public void Each_record_weighs_as_many_as_it_stands_for() =>
        Assert.Equal(.54, StratifiedProportion.Of([.. Units(0, 10, 9), .. Units(1, 10, 5)], [10, 10], [100, 900]).Proportion, 12);

    [Fact]
    public void All_looked_at_leaves_no_doubt() => Assert.Equal(new Interval(.75, .75), StratifiedProportion.Of(Units(0, 4, 3), [4], [4]).Interval);

    [Fact]
    public void All_right_still_leaves_doubt()
    {
        var found = StratifiedProportion.Of(Units(0, 20, 20), [20], [400]);

        Assert.Equal(1, found.Proportion);
        Assert.InRange(found.Interval.Low, .8, .9);
        Assert.Equal(1, found.Interval.High);
    }

    [Fact]
    public void Nothing_looked_at_is_nothing_known()
    {
        var found = StratifiedProportion.Of([], [0], [9]);

        Assert.True(double.IsNaN(found.Proportion));
        Assert.Equal(new Interval(0, 1), found.Interval);
    }

    [Fact]
    public void More_drawn_than_there_are_is_refused() => Assert.Throws<ArgumentException>(() => StratifiedProportion.Of(Units(0, 3, 1), [3], [2]));

    /// <summary>Accounts drawn in proportion with a floor, and contacts as many of each segment. With 2,000 runs the standard error of .95 is .0049: three of them below is .935.</summary>
    [Theory]
    [InlineData(new[] { 450, 400, 50 }, new[] { 430, 340, 35 }, new[] { 24, 21, 5 })]
    [InlineData(new[] { 450, 400, 50 }, new[] { 360, 320, 40 }, new[] { 24, 21, 5 })]
    [InlineData(new[] { 768, 2730, 2551 }, new[] { 700, 2200, 2300 }, new[] { 20, 20, 20 })]
    [InlineData(new[] { 60, 40 }, new[] { 54, 34 }, new[] { 30, 20 })]
    public void The_interval_holds_the_truth_as_often_as_it_says(int[] sizes, int[] right, int[] drawn)
    {
        const int Runs = 2000;
        var (truth, covered) = ((double)right.Sum() / sizes.Sum(), 0);
        for (var run = 0; run < Runs; run++)
        {
            var random = new SeededRandom(20260630, run);
            var units = ImmutableArray.CreateBuilder<StratifiedUnit>();
            for (var s = 0; s < sizes.Length; s++)
            {
                var records = Enumerable.Range(0, sizes[s]).ToArray();
                random.Shuffle<int>(records);
                units.AddRange(records.Take(drawn[s]).Select(r => new StratifiedUnit(s, r < right[s])));
            }

            if (StratifiedProportion.Of(units.ToImmutable(), [.. drawn], [.. sizes]).Interval.Contains(truth)) covered++;
        }

        Assert.True(covered >= .935 * Runs, $"{covered} of {Runs}");
    }

    private static ImmutableArray<StratifiedUnit> Units(int stratum, int n, int having) => [.. Enumerable.Range(0, n).Select(i => new StratifiedUnit(stratum, i < having))];
}
