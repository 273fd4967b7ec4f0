using MathNet.Numerics.LinearAlgebra;
using Segmentation.Statistics;
using Segmentation.Survival;

namespace Segmentation.Tests.Survival;

/// <summary>Unless another authority is named, expected values are those of R 4.2.2 with survival 3.5-3: survdiff; for late entry and trend, which survdiff has not, the score test of coxph(ties = "exact"), which is the same.</summary>
public sealed class LogRankFamilyTests
{
    private static readonly EventTimes Remission = SurvivalData.Of(SurvivalData.SixMercaptopurine, SurvivalData.Placebo);
    private static readonly int[] Arm = SurvivalData.GroupsOf(SurvivalData.SixMercaptopurine, SurvivalData.Placebo);
    private static readonly EventTimes Veterans = EventTimes.Of([.. VeteransLungCancer.All.Select(p => p.Days)], [.. VeteransLungCancer.All.Select(p => p.Died)]);
    private static readonly int[] CellType = [.. VeteransLungCancer.All.Select(p => p.CellType)];
    private static readonly int[] Treatment = [.. VeteransLungCancer.All.Select(p => p.Treatment)];

    /// <summary>Gehan's and Tarone and Ware's, which survdiff has not, were summed in R over the table of its risk sets.</summary>
    [Theory]
    [InlineData(LogRankWeight.LogRank, 16.79294099, 1e-8)]
    [InlineData(LogRankWeight.Gehan, 13.4578520496, 1e-9)]
    [InlineData(LogRankWeight.TaroneWare, 15.1235753019, 1e-9)]
    [InlineData(LogRankWeight.FlemingHarrington, 14.4571508187, 1e-9)]
    public void Every_weight_agrees_on_six_mercaptopurine(LogRankWeight weight, double statistic, double tolerance) =>
        Assert.Equal(statistic, LogRankTest.Of(Remission, Arm, 2, new() { Weight = weight }).Statistic, tolerance);

    [Fact]
    public void Fleming_and_Harringtons_weights_agree_with_R()
    {
        var options = new LogRankOptions { Weight = LogRankWeight.FlemingHarrington };
        Assert.Equal(15.7063933536, LogRankTest.Of(Remission, Arm, 2, options with { Rho = .5 }).Statistic, 1e-9);
        Assert.Equal(19.7096224581, LogRankTest.Of(Veterans, CellType, 4, options).Statistic, 1e-9);
        Assert.Equal(LogRankTest.Of(Veterans, CellType, 4).Statistic, LogRankTest.Of(Veterans, CellType, 4, options with { Rho = 0 }).Statistic, 1e-11);
        var (lung, _, score) = Lung();
        Assert.Equal(23.3952933703, LogRankTest.Of(lung, score, 4, options).Statistic, 1e-9);
    }

    [Fact]
    public void Veterans_by_cell_type_and_treatment_agree_with_R()
    {
        var test = LogRankTest.Of(Veterans, CellType, 4);
        Assert.Equal(25.4037003458, test.Statistic, 1e-9);
        Assert.Equal((3, 1.27125e-05), (test.DegreesOfFreedom, Math.Round(test.PValue, 10)));
        Assert.Equal(new[] { 31, 45, 26, 26 }, test.Observed);
        Assert.Equal(47.654678, test.Expected[0], 6);
        Assert.Equal(.00822734320235, LogRankTest.Of(Veterans, Treatment, 2).Statistic, 1e-11);
    }

    [Fact]
    public void Strata_compare_within_themselves_as_in_R()
    {
        Assert.Equal(.701743346844, LogRankTest.Of(Veterans, Treatment, 2, strata: CellType).Statistic, 1e-11);
        var (lung, sex, score) = Lung();
        Assert.Equal(10.7950596335, LogRankTest.Of(lung, sex, 2, strata: score).Statistic, 1e-9);
        Assert.Equal(LogRankTest.Of(Veterans, Treatment, 2).Statistic, LogRankTest.Of(Veterans, Treatment, 2, strata: new int[Veterans.Count]).Statistic, 1e-11);
    }

    /// <summary>R, survdiff of every two cell types and p.adjust(method = "holm").</summary>
    [Fact]
    public void Pairs_agree_with_R_with_Holms_correction()
    {
        var pairs = LogRankTest.Pairs(Veterans, CellType, 4);
        Assert.Equal([(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)], pairs.Select(p => (p.First, p.Second)));
        double[] p = [.000668921225, .0005191801493, .3644228375, .7556513287, .002204567519, .00002628316878];
        double[] holm = [.0026756849, .002595900746, .728845675, .7556513287, .006613702557, .0001576990127];
        for (var i = 0; i < 6; i++)
        {
            Assert.Equal(p[i], pairs[i].Test.PValue, 1e-9);
            Assert.Equal(holm[i], pairs[i].CorrectedPValue, 1e-9);
        }
    }

    [Fact]
    public void A_pair_that_cannot_differ_is_no_test_and_costs_nothing()
    {
        var pairs = LogRankTest.Pairs(SurvivalData.Of("1 2 3", "4 5+ 6", ""), [0, 0, 0, 1, 1, 1], 3);
        Assert.Equal([false, true, true], pairs.Select(p => double.IsNaN(p.CorrectedPValue)));
        Assert.Equal(pairs[0].Test.PValue, pairs[0].CorrectedPValue);
    }

    /// <summary>R, coxph(Surv(time, status) ~ ph.ecog, lung, ties = "exact"): score test; the hazard rises with the score.</summary>
    [Fact]
    public void A_trend_over_performance_scores_agrees_with_R()
    {
        var (lung, _, score) = Lung();
        var trend = LogRankTest.Trend(lung, score, [0, 1, 2, 3]);
        Assert.Equal(17.8751207625, trend.Statistic, 1e-9);
        Assert.True(trend.Z > 0);
        Assert.Equal(-trend.Z, LogRankTest.Trend(lung, score, [6, 4, 2, 0]).Z, 1e-11);
        Assert.Equal(2 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, -trend.Z), trend.PValue, 1e-11);
        Assert.Equal(new LogRankTrendResult(0, 1), LogRankTest.Trend(lung, score, [5, 5, 5, 5]));
    }

    [Fact]
    public void Late_entry_agrees_with_R_for_groups_strata_and_trend()
    {
        Assert.Equal(26.1077527553, LogRankTest.Of(SurvivalData.LateVeterans, CellType, 4).Statistic, 1e-8);
        Assert.Equal(.0270815464077, LogRankTest.Of(SurvivalData.LateVeterans, Treatment, 2).Statistic, 1e-9);
        Assert.Equal(.591141051255, LogRankTest.Of(SurvivalData.LateVeterans, Treatment, 2, strata: CellType).Statistic, 1e-9);
        Assert.Equal(.804977266537, LogRankTest.Trend(SurvivalData.LateVeterans, CellType, [1, 2, 3, 4]).Statistic, 1e-9);
    }

    // From the definitions, one event time after another, with a dense pseudo-inverse: ties, late entry, three groups, two strata, every weight.
    [Theory]
    [InlineData(LogRankWeight.LogRank, 0, 0)]
    [InlineData(LogRankWeight.Gehan, 0, 0)]
    [InlineData(LogRankWeight.TaroneWare, 0, 0)]
    [InlineData(LogRankWeight.FlemingHarrington, 0, 1)]
    [InlineData(LogRankWeight.FlemingHarrington, 1, 1)]
    [InlineData(LogRankWeight.FlemingHarrington, .5, 2)]
    public void The_definitions_give_the_same(LogRankWeight weight, double rho, double gamma)
    {
        for (var run = 0; run < 20; run++)
        {
            var (times, group, stratum) = Random(run, 40, 3);
            var options = new LogRankOptions { Weight = weight, Rho = rho, Gamma = gamma };
            Assert.Equal(Defined(times, group, new int[40], options), LogRankTest.Of(times, group, 3, options).Statistic, 1e-8);
            Assert.Equal(Defined(times, group, stratum, options), LogRankTest.Of(times, group, 3, options, stratum).Statistic, 1e-8);
        }
    }

    private static double Defined(EventTimes times, int[] group, int[] stratum, LogRankOptions options)
    {
        var (sum, covariance) = (Vector<double>.Build.Dense(3), Matrix<double>.Build.Dense(3, 3));
        foreach (var s in stratum.Distinct())
        {
            var pooled = 1.0;
            foreach (var t in Enumerable.Range(0, times.Count).Where(i => stratum[i] == s && times.HasEvent[i]).Select(i => times.Exit[i]).Distinct().Order())
            {
                int[] risk = [.. Enumerable.Range(0, times.Count).Where(i => stratum[i] == s && times.Entry[i] < t && t <= times.Exit[i])];
                int[] died = [.. risk.Where(i => times.HasEvent[i] && times.Exit[i] == t)];
                var (n, d) = (risk.Length, died.Length);
                var weight = options.Weight switch
                {
                    LogRankWeight.Gehan => n,
                    LogRankWeight.TaroneWare => Math.Sqrt(n),
                    LogRankWeight.FlemingHarrington => Math.Pow(pooled, options.Rho) * Math.Pow(1 - pooled, options.Gamma),
                    _ => 1,
                };
                var share = Vector<double>.Build.Dense(3, g => risk.Count(i => group[i] == g) / (double)n);
                sum += weight * (Vector<double>.Build.Dense(3, g => died.Count(i => group[i] == g)) - (d * share));
                if (n > 1) covariance += weight * weight * d * (n - d) / (n - 1.0) * (Matrix<double>.Build.DenseOfDiagonalVector(share) - share.OuterProduct(share));
                pooled *= 1 - (d / (double)n);
            }
        }

        return sum * covariance.PseudoInverse() * sum;
    }

    private static (EventTimes Times, int[] Group, int[] Stratum) Random(int stream, int records, int groups)
    {
        var random = new SeededRandom(3, stream);
        var (exit, entry, happened, group, stratum) = (new double[records], new double[records], new bool[records], new int[records], new int[records]);
        for (var i = 0; i < records; i++)
        {
            entry[i] = Math.Floor(random.NextDouble() * 4);
            exit[i] = entry[i] + 1 + Math.Floor(random.NextDouble() * 12);
            (happened[i], group[i], stratum[i]) = (random.NextDouble() < .7, (int)(random.NextDouble() * groups), (int)(random.NextDouble() * 2));
        }

        return (EventTimes.Of([.. exit], [.. happened], [.. entry]), group, stratum);
    }

    // The patients whose performance score is known, with sex and score.
    private static (EventTimes Times, int[] Sex, int[] Score) Lung()
    {
        var known = LungCancer.All.Where(p => p.Score is not null).ToArray();
        return (EventTimes.Of([.. known.Select(p => p.Days)], [.. known.Select(p => p.Died)]), [.. known.Select(p => p.Sex)], [.. known.Select(p => p.Score!.Value)]);
    }
}
