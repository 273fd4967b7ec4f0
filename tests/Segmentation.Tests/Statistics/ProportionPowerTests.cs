using MathNet.Numerics.Distributions;
using Segmentation.Statistics;

namespace Segmentation.Tests.Statistics;

public sealed class ProportionPowerTests
{
    /// <summary>sin²(asin √.05 + (z(.975) + z(.8)) √(2/n) / 2), R 4.2.2: what n accounts a group show against 5% at level .05 with power .8. 30 accounts: 30.7%, the playbook's fourth contradiction.</summary>
    [Theory]
    [InlineData(20, .3841472741)]
    [InlineData(30, .3069484645)]
    [InlineData(50, .2346388891)]
    [InlineData(100, .1689694682)]
    [InlineData(200, .127808292)]
    [InlineData(500, .09546096604)]
    public void Twenty_accounts_show_38_percent_and_500_show_9_and_a_half_against_5(int trials, double detectable) =>
        Assert.Equal(detectable, ProportionPower.DetectableAbove(.05, trials, trials), 9);

    /// <summary>R 4.2.2, the same formula with √(1/n1 + 1/n2).</summary>
    [Fact]
    public void Groups_may_differ_in_size_and_the_lower_side_may_be_out_of_sight()
    {
        Assert.Equal(.1881934804, ProportionPower.DetectableAbove(.05, 41, 1000), 9);
        Assert.Equal(.1188807192, ProportionPower.DetectableAbove(.02, 50, 400), 9);
        Assert.Equal(.06887255, ProportionPower.DetectableBelow(.2, 100, 100), 6);
        Assert.Equal(.0007511975, ProportionPower.DetectableBelow(.05, 100, 100), 9);
        Assert.Equal(.3798745, ProportionPower.DetectableBelow(.5, 200, 400), 7);
        Assert.True(double.IsNaN(ProportionPower.DetectableBelow(.05, 30, 30)));
        Assert.True(double.IsNaN(ProportionPower.DetectableAbove(.9, 5, 5)));
        Assert.True(double.IsNaN(ProportionPower.DetectableAbove(.05, 0, 100)));
    }

    /// <summary>statsmodels 0.13.5, NormalIndPower: 423.73; 3 of the second for one of the first, R 4.2.2: 282.49.</summary>
    [Fact]
    public void Ten_percent_against_five_needs_424_a_group()
    {
        Assert.Equal(424, ProportionPower.Needed(.10, .05));
        Assert.Equal(424, ProportionPower.Needed(.05, .10));
        Assert.Equal(283, ProportionPower.Needed(.10, .05, ratio: 3));
        Assert.Equal(double.PositiveInfinity, ProportionPower.Needed(.05, .05));
    }

    /// <summary>R 4.2.2: pnorm(h √(n1 n2/(n1 + n2)) - z) + pnorm(-h √… - z).</summary>
    [Fact]
    public void The_chance_to_find_it_is_that_of_the_normal_distribution()
    {
        Assert.Equal(.8002480283, ProportionPower.Of(.10, 424, .05, 424), 9);
        Assert.Equal(.3848710233, ProportionPower.Of(.10, 100, .05, 300), 9);
        Assert.Equal(.05, ProportionPower.Of(.05, 50, .05, 50), 9);
        Assert.Equal(0, ProportionPower.Of(.9, 0, .1, 50));
    }

    /// <summary>R 4.2.2: uniroot() on h(1 - .9^u, 1 - .95^u) √100 - (z(.975) + z(.8)).</summary>
    [Fact]
    public void Days_needed_are_those_at_which_the_hazards_lie_far_enough_apart()
    {
        Assert.Equal(200.0232, ProportionPower.NeededDays(.10, .05, 90, 200, 200), 3);
        Assert.Equal(89.94101, ProportionPower.NeededDays(.10, .05, 90, 424, 424), 4);
        Assert.Equal(96.50323, ProportionPower.NeededDays(.02, 0, 90, 100, 1000), 4);
    }

    [Fact]
    public void Too_few_accounts_wait_in_vain()
    {
        Assert.Equal(double.PositiveInfinity, ProportionPower.NeededDays(.07, .05, 92, 41, 900));
        Assert.Equal(double.PositiveInfinity, ProportionPower.NeededDays(.07, .05, 92, 30, 30));
        Assert.Equal(double.PositiveInfinity, ProportionPower.NeededDays(.05, .05, 92, 3000, 3000));
        Assert.Equal(double.PositiveInfinity, ProportionPower.NeededDays(.07, .05, 92, 0, 900));
        Assert.Equal(double.PositiveInfinity, ProportionPower.NeededDays(1e-300, 0, 92, 100, 900));
    }

    /// <summary>By hand: 2 · .05 · .95 · (1.959964 + 1.281552)² / .02² = 2,495.5; and by adding up the chances of all outcomes, Newcombe's interval then lies inside ±2 points 8 times in 10.</summary>
    [Fact]
    public void Accounts_needed_for_equivalence_bring_the_interval_inside_the_margin_as_often_as_planned()
    {
        var n = (int)ProportionPower.NeededForEquivalence(.05, .02);
        Assert.Equal(2496, n);
        var inside = 0d;
        for (var x = 60; x <= 190; x++)
        {
            for (var y = 60; y <= 190; y++)
            {
                var interval = ProportionDifference.Newcombe(x, n, y, n);
                if (interval.Low > -.02 && interval.High < .02) inside += Binomial.PMF(.05, n, x) * Binomial.PMF(.05, n, y);
            }
        }

        Assert.InRange(inside, .78, .82);
    }

    [Fact]
    public void Impossible_arguments_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionPower.DetectableAbove(1.1, 10, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionPower.DetectableAbove(.1, -1, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionPower.DetectableBelow(double.NaN, 10, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionPower.Needed(.1, .2, level: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionPower.Needed(.1, .2, power: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionPower.Needed(.1, .2, ratio: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionPower.NeededDays(.1, .2, 0, 10, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionPower.NeededForEquivalence(0, .02));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionPower.NeededForEquivalence(.1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionPower.Of(.1, 5, -.1, 5));
    }
}
