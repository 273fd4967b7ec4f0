using Segmentation.Survival;

namespace Segmentation.Tests.Survival;

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

    /// <summary>R's lung by sex: survdiff(Surv(time, status) ~ sex, lung).</summary>
    [Fact]
    public void Lung_cancer_by_sex_agrees_with_R()
    {
        var test = LogRankTest.Of(EventTimes.Of([.. LungCancer.All.Select(p => p.Days)], [.. LungCancer.All.Select(p => p.Died)]), [.. LungCancer.All.Select(p => p.Sex)], 2);
        Assert.Equal(10.3267419549, test.Statistic, 9);
        Assert.Equal(.00131116, test.PValue, 8);
        Assert.Equal(new[] { 112, 53 }, test.Observed);
        Assert.Equal(91.58174, test.Expected[0], 5);
        Assert.Equal(73.41826, test.Expected[1], 5);
        Assert.Equal(40.371434, test.Variance[0], 6);
    }

    /// <summary>R's lung by performance score: four groups, the last of one patient.</summary>
    [Fact]
    public void Lung_cancer_by_performance_score_agrees_with_R()
    {
        var known = LungCancer.All.Where(p => p.Score is not null).ToArray();
        var test = LogRankTest.Of(EventTimes.Of([.. known.Select(p => p.Days)], [.. known.Select(p => p.Died)]), [.. known.Select(p => p.Score!.Value)], 4);
        Assert.Equal(227, known.Length);
        Assert.Equal(21.9621316825, test.Statistic, 9);
        Assert.Equal(3, test.DegreesOfFreedom);
        Assert.Equal(new[] { 37, 82, 44, 1 }, test.Observed);
        Assert.Equal(54.1526970189, test.Expected[0], 9);
        Assert.Equal(.1723853407, test.Expected[3], 9);
    }

    [Fact]
    public void Times_that_are_not_whole_are_sorted_and_give_the_same()
    {
        double[] days = [.. LungCancer.All.Select(p => p.Days)];
        bool[] died = [.. LungCancer.All.Select(p => p.Died)];
        int[] sex = [.. LungCancer.All.Select(p => p.Sex)];
        var (counted, sorted) = (LogRankTest.Of(EventTimes.Of([.. days], [.. died]), sex, 2), LogRankTest.Of(EventTimes.Of([.. days.Select(d => d / 365.25)], [.. died]), sex, 2));
        Assert.Equal(counted.Statistic, sorted.Statistic);
        Assert.Equal(counted.Expected.AsEnumerable(), sorted.Expected);
    }

    [Fact]
    public void A_group_without_records_changes_nothing()
    {
        var (two, three) = (Of("6 6 6+ 7", "1 2 8"), Of("6 6 6+ 7", "", "1 2 8"));
        Assert.Equal(two.Statistic, three.Statistic, 12);
        Assert.Equal((1, two.PValue), (three.DegreesOfFreedom, three.PValue));
        Assert.Equal((0, 0d), (three.Observed[1], three.Expected[1]));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("5", "")]
    [InlineData("5 6+ 7", "")]
    [InlineData("5+ 6+", "7+ 8+")]
    [InlineData("5", "5")]
    [InlineData("3+ 3+", "7 8")]
    [InlineData("4 4", "4 4 4")]
    public void Where_nothing_can_differ_nothing_is_found(string first, string second)
    {
        var test = Of(first, second);
        Assert.Equal((0, 0, 1), (test.Statistic, test.DegreesOfFreedom, test.PValue));
    }

    [Fact]
    public void Inputs_that_do_not_fit_are_refused_with_the_place()
    {
        var times = EventTimes.Of([1, 2], [true, true]);
        var error = Assert.Throws<ArgumentException>(() => LogRankTest.Of(times, [0, 2], 2));
        Assert.StartsWith("the group of record 1 is 2 but must be in 0 to 1.", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => LogRankTest.Of(times, [0], 2));
        Assert.StartsWith("there are times of 2 records, group has 1 values and strata 0; all need one a record (strata may be empty).", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => LogRankTest.Of(times, [0, 1], 2, strata: [1]));
        Assert.Throws<ArgumentException>(() => LogRankTest.Pairs(times, [0, -1], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => LogRankTest.Of(EventTimes.Of([], []), [], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => LogRankOptions.Default with { Rho = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => LogRankOptions.Default with { Gamma = double.NaN });
        Assert.Throws<ArgumentException>(() => LogRankTest.Trend(times, [0, 1], [0, double.NaN]));
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

        return LogRankTest.Of(EventTimes.Of([.. time], [.. events]), [.. group], groups.Length);
    }
}
