using Segmentation.Statistics;
using Segmentation.Survival;

namespace Segmentation.Tests.Survival;

/// <summary>Values of R 4.2.2, survival 3.5-3, concordance, on R's lung.</summary>
public sealed class ConcordanceTests
{
    [Fact]
    public void Age_alone_agrees_with_R()
    {
        var c = Concordance.Of(LungCancer.Times(LungCancer.All), [.. LungCancer.All.Select(p => (double)p.Age)]);
        Assert.Equal(.550239832, c.Concordance, 9);
        Assert.Equal(.0251421116, c.StandardError, 10);
        Assert.Equal((10717L, 8706L, 591L), (c.Concordant, c.Discordant, c.TiedScore));
    }

    [Fact]
    public void Regression_agrees_with_R()
    {
        var c = CoxModelTests.Lung().Concordance();
        Assert.Equal(.6371354930005, c.Concordance, 10);
        Assert.Equal(.0250679738531, c.StandardError, 10);
        Assert.Equal((12544L, 7117L, 126L), (c.Concordant, c.Discordant, c.TiedScore));
        var tied = CoxModelTests.SixMercaptopurine().Concordance();
        Assert.Equal((335L, 64L, 314L), (tied.Concordant, tied.Discordant, tied.TiedScore));
        Assert.Equal(.0411353889479, tied.StandardError, 10);
    }

    [Fact]
    public void Strata_agree_with_R()
    {
        var c = CoxModelTests.LungByScore().Concordance();
        Assert.Equal(.5827378450329, c.Concordance, 10);
        Assert.Equal(.0264609556644, c.StandardError, 10);
    }

    [Fact]
    public void Delayed_entry_agrees_with_R()
    {
        var c = CoxModelTests.Lung(late: true).Concordance();
        Assert.Equal(.605279974439, c.Concordance, 9);
        Assert.Equal(.020318905330, c.StandardError, 9);
        Assert.Equal((7534L, 4898L, 87L), (c.Concordant, c.Discordant, c.TiedScore));
        Assert.Equal(.0217174001324, CoxModelTests.LungByScore(late: true).Concordance().StandardError, 9);
    }

    /// <summary>All pairs, counted one by one.</summary>
    [Fact]
    public void Pairs_are_those_of_brute_force()
    {
        var random = new SeededRandom(7);
        for (var round = 0; round < 50; round++)
        {
            const int n = 30;
            double[] entry = [.. Enumerable.Range(0, n).Select(_ => (double)random.Next(4))];
            double[] exit = [.. entry.Select(e => e + 1 + random.Next(6))];
            bool[] died = [.. entry.Select(_ => random.Next(2) == 0)];
            double[] score = [.. entry.Select(_ => (double)random.Next(5))];
            var (right, wrong, tied) = (0L, 0L, 0L);
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    if (i == j || !died[i] || entry[j] >= exit[i] || exit[j] < exit[i] || (exit[j] == exit[i] && died[j])) continue;
                    if (score[i] > score[j]) right++;
                    else if (score[i] < score[j]) wrong++;
                    else tied++;
                }
            }

            var c = Concordance.Of(EventTimes.Of([.. exit], [.. died], [.. entry]), score);
            Assert.Equal((right, wrong, tied), (c.Concordant, c.Discordant, c.TiedScore));
        }
    }

    [Fact]
    public void With_one_time_for_all_it_is_the_area_under_the_curve()
    {
        // Scores of those with the event 3 and 1, without 1 and 0: pairs 3>1, 3>0, 1=1, 1>0; (3 + 1/2)/4.
        var c = Concordance.Of(EventTimes.Of([1, 1, 1, 1], [true, true, false, false]), [3, 1, 1, 0]);
        Assert.Equal(.875, c.Concordance);
    }

    [Fact]
    public void Without_a_pair_nothing_is_known()
    {
        var none = Concordance.Of(EventTimes.Of([1, 2, 3], [false, false, false]), [1, 2, 3]);
        Assert.True(double.IsNaN(none.Concordance) && double.IsNaN(none.StandardError));
        Assert.Equal(new Interval(0, 1), none.Interval);
        Assert.True(double.IsNaN(Concordance.Of(EventTimes.Of([], []), []).Concordance));
        Assert.Equal(.5, Concordance.Of(EventTimes.Of([1, 2, 3], [true, true, true]), [4, 4, 4]).Concordance);
        Assert.Throws<ArgumentException>(() => Concordance.Of(EventTimes.Of([1], [true]), [double.NaN]));
        Assert.Throws<ArgumentException>(() => Concordance.Of(EventTimes.Of([1], [true]), []));
    }
}
