using Segmentation.Statistics;

namespace Segmentation.Tests.Statistics;

public sealed class LogRankTestTests
{
    /// <summary>E. J. Freireich and others, Blood 21(6), 1963, 699-716; values of R 4.2.2, survival 3.5-3, survdiff.</summary>
    [Fact]
    public void Six_mercaptopurine_agrees_with_R()
    {
        var test = Of(
            "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+",
            "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23");
        Assert.Equal(16.79294099, test.Statistic, 8);
        Assert.Equal(1, test.DegreesOfFreedom);
        Assert.Equal(4.1688e-5, test.PValue, 9);
        Assert.Equal(new[] { 9, 21 }, test.Observed);
        Assert.Equal(19.2505, test.Expected[0], 4);
        Assert.Equal(10.7495, test.Expected[1], 4);
        Assert.Equal(6.2569606, test.Variance[0], 7);
    }

    /// <summary>R's aml: R. G. Miller, Survival Analysis, 1997, 49.</summary>
    [Fact]
    public void Acute_myelogenous_leukemia_agrees_with_R()
    {
        var test = Of("9 13 13+ 18 23 28+ 31 34 45+ 48 161+", "5 5 8 8 12 16+ 23 27 30 33 43 45");
        Assert.Equal(3.39638869898, test.Statistic, 10);
        Assert.Equal(.06534, test.PValue, 5);
        Assert.Equal(10.689335992, test.Expected[0], 9);
    }

    /// <summary>R's ovarian by rx: J. H. Edmunson and others, Cancer Treatment Reports 63(2), 1979, 241-247.</summary>
    [Fact]
    public void Ovarian_cancer_agrees_with_R() => Assert.Equal(
        1.06273986129,
        Of("59 115 156 431 448+ 477+ 638 803+ 855+ 1040+ 1106+ 268 329", "421+ 464 475 563 744+ 769+ 770+ 1129+ 1206+ 1227+ 353 365 377+").Statistic,
        10);

    /// <summary>Values of R's survdiff.</summary>
    [Fact]
    public void Two_tiny_tests_agree_with_R()
    {
        var all = Of("10 20 30", "10 20 50");
        Assert.Equal(.254237, all.Statistic, 6);
        Assert.Equal(.614107, all.PValue, 6);
        var some = Of("10 20+ 30", "10 20+ 50");
        Assert.Equal(.384615, some.Statistic, 6);
        Assert.Equal(.535143, some.PValue, 6);
    }

    private static LogRankResult Of(params string[] groups)
    {
        var (time, events, group) = (new List<double>(), new List<bool>(), new List<int>());
        for (var g = 0; g < groups.Length; g++)
        {
            foreach (var word in groups[g].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                time.Add(double.Parse(word.TrimEnd('+'), System.Globalization.CultureInfo.InvariantCulture));
                events.Add(!word.EndsWith('+'));
                group.Add(g);
            }
        }

        return LogRankTest.Of([.. time], [.. events], [.. group], groups.Length);
    }
}
