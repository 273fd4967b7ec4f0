using Segmentation.Statistics;

namespace Segmentation.Tests.Statistics;

public sealed class KitagawaDecompositionTests
{
    /// <summary>By hand: 1000 at 5% and 5000 at 2% (2.5%), after 5000 at 4% and 1000 at 1% (3.5%). Both mean weights are 1/2: rate effect (-1 - 1)/2 points;
    /// mean rates 4.5% and 1.5%, weights move by 4/6: mix effect (4.5 - 1.5) · 4/6 points.</summary>
    [Fact]
    public void Each_rate_falls_and_the_mix_raises_the_whole()
    {
        var split = KitagawaDecomposition.Of([1000, 5000], [.05, .02], [5000, 1000], [.04, .01]);

        Assert.Equal(.025, split.Before, 12);
        Assert.Equal(.035, split.After, 12);
        Assert.Equal(-.010, split.RateEffect, 12);
        Assert.Equal(.020, split.MixEffect, 12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_effects_add_up_to_the_change(int seed)
    {
        var random = new SeededRandom(seed);
        double[] w = Draw(), r = Draw(), v = Draw(), q = Draw();

        var split = KitagawaDecomposition.Of(w, r, v, q);

        Assert.Equal(split.After - split.Before, split.RateEffect + split.MixEffect, 12);
        Assert.Equal(split.Change, split.RateEffect + split.MixEffect, 15);

        double[] Draw() => [.. Enumerable.Range(0, 5).Select(_ => random.NextDouble())];
    }

    [Fact]
    public void A_group_that_comes_or_goes_is_mix_alone()
    {
        var split = KitagawaDecomposition.Of([10, 0, 5, 0], [.1, double.NaN, .3, double.NaN], [10, 5, 0, 0], [.1, .4, double.NaN, double.NaN]);

        Assert.Equal(0, split.RateEffect, 12);
        Assert.Equal(split.After - split.Before, split.MixEffect, 12);
        Assert.Equal(((10 * .1) + (5 * .4)) / 15, split.After, 12);
    }

    [Fact]
    public void Without_records_there_is_no_rate() => Assert.True(double.IsNaN(KitagawaDecomposition.Of([0], [.1], [3], [.2]).Change));

    [Fact]
    public void Inputs_of_different_lengths_are_refused() =>
        Assert.Contains("need one a group", Assert.Throws<ArgumentException>(() => KitagawaDecomposition.Of([1, 2], [.1], [1, 2], [.1, .2])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_weight_that_is_no_size_is_refused(double weight) => Assert.Throws<ArgumentException>(() => KitagawaDecomposition.Of([weight], [.1], [1], [.1]));
}
