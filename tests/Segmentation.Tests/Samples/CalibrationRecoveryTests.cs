using Segmentation.Calibrate;
using Segmentation.Clean;
using Segmentation.Cuts;
using Segmentation.Framework;
using Segmentation.Load;

namespace Segmentation.Tests.Samples;

/// <summary>Customers behave by 140 and 1,400 employees (data-samples/README.md); the CRM divides them at 100 and 1,000. What of it can be seen in the exports, and what not?</summary>
public sealed class CalibrationRecoveryTests(CalibrationRecoveryTests.Cleaned samples) : IClassFixture<CalibrationRecoveryTests.Cleaned>
{
    private const int Resamples = 200;

    private static readonly BandLimits Three = new() { Fewest = 3, Most = 3 };

    public sealed class Cleaned
    {
        public Cleaned()
        {
            var workspace = Cleanup.Run(Workspace.Open(SampleFiles.Folder), CleanupDecisions.Load(Path.Combine(SampleFiles.Folder, "decisions"))).Workspace;
            var framework = FrameworkVersions.Load(SampleFiles.Folder).Current;
            (Year, TwoYears) = (CalibrationData.Take(workspace, framework), CalibrationData.Take(workspace, framework, CalibrationOptions.Default with { WindowMonths = 24 }));
        }

        internal CalibrationData Year { get; }

        internal CalibrationData TwoYears { get; }
    }

    // Over two years net retention, in which churn, expansion and contraction all differ at the planted tiers, finds both cuts: churn alone has some 120 events a year in SMB and 10 in Enterprise.
    [Fact]
    public void Net_retention_over_two_years_finds_both_planted_cuts_inside_their_bootstrap_intervals()
    {
        var found = Stability(samples.TwoYears, OutcomeMeasure.NetRetention, Three);
        Assert.Equal(2, found.Cuts.Length);
        Assert.True(found.Cuts[0].Interval!.Value.Contains(140), $"{found}");
        Assert.True(found.Cuts[1].Interval!.Value.Contains(1400), $"{found}");
        Assert.InRange(found.Cuts[0].Cut, 100, 200);
        Assert.InRange(found.Cuts[1].Cut, 1000, 2000);
    }

    // The upper cut parts 12% from 4% of 450 accounts, in one year some 60 events: its interval holds 1,400 and much else. An honest answer says so.
    [Fact]
    public void Churn_over_one_year_finds_the_lower_cut_and_cannot_place_the_upper_one()
    {
        var found = Stability(samples.Year, OutcomeMeasure.TimeToChurn, Three);
        Assert.True(found.Cuts[0].Interval!.Value.Contains(140), $"{found}");
        Assert.True(found.Cuts[1].Interval!.Value.Contains(1400), $"{found}");
        Assert.True(found.Cuts[1].Interval!.Value.High / found.Cuts[1].Interval!.Value.Low > 10, $"{found}");
    }

    [Fact]
    public void That_churn_depends_on_employees_is_told_from_chance_with_the_choosing_paid_for() =>
        Assert.True(OptimalBinning.Find(samples.Year.Sample("employees", OutcomeMeasure.TimeToChurn)).Test!.PValue <= 0.01);

    // Three log-normals with medians 40, 430 and 4,200: between two neighbours of equal spread and number the deepest point of the logarithms is half way, at √(40 · 430) = 131 and √(430 · 4200) = 1,344.
    // K-means cuts half way between the means it finds; fewer large customers draw the upper one down. That is where the sizes part, not where customers behave differently.
    [Fact]
    public void K_means_on_the_logarithms_cuts_half_way_between_the_planted_medians()
    {
        var cuts = KMeansCuts.Find(samples.Year.Sample("employees"), 3).Cuts;
        Assert.InRange(cuts[0], 131 / 1.25, 131 * 1.25);
        Assert.InRange(cuts[1], 1344 / 1.25, 1344 * 1.25);
    }

    // Planted a month: SMB 2.5%, from 1 October 2025 on 1.75%; Mid-Market 1.05%; Enterprise 0.35%. In two years from July 2024: 1 - .975¹⁵ · .9825⁹ = 41.7%, 1 - .9895²⁴ = 22.4%, 1 - .9965²⁴ = 8.1%.
    // Two years, since of the last year alone the draw is unusual: 17 large customers left where 9 are expected.
    [Fact]
    public void Rates_of_the_planted_tiers_hold_the_planted_hazards()
    {
        var before = samples.TwoYears.Sample("employees", OutcomeMeasure.Churned);
        var bands = CutBands.Of(before, before, [140, 1400], hasArr: true, 0.95);
        Assert.True(bands[0].OutcomeInterval!.Value.Contains(0.417), $"{bands[0]}");
        Assert.True(bands[1].OutcomeInterval!.Value.Contains(0.224), $"{bands[1]}");
        Assert.True(bands[2].OutcomeInterval!.Value.Contains(0.081), $"{bands[2]}");
    }

    [Fact]
    public void Todays_bands_stay_where_a_year_cannot_tell_them_from_better_ones()
    {
        var result = Calibration.Propose(samples.Year, "employees", options: samples.Year.Options with { Resamples = Resamples, ComparisonResamples = 20 });
        Assert.False(result.IsChange);
        Assert.StartsWith("Keep 100 and 1,000 (today: Customer Tier): what other bands gain cannot be told from chance.", result.Why[0], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_known_as_of_today_only_is_refused_as_a_cause()
    {
        foreach (var field in new[] { "health_score", "days_to_renewal" }) Assert.Equal(FeatureTiming.AfterOutcome, samples.Year.TimingOf(field));
        foreach (var field in new[] { "arr", "active_share", "tenure_months" }) Assert.Equal(FeatureTiming.BeforeOutcome, samples.Year.TimingOf(field));
        Assert.Equal(FeatureTiming.AssumedUnchanged, samples.Year.TimingOf("employees"));
        Assert.Throws<CalibrationException>(() => samples.Year.Sample("health_score", OutcomeMeasure.Churned));
    }

    // Former customers are excluded by what they are today: applied to the accounts of a year ago it would take out everyone who left.
    [Fact]
    public void Who_left_is_not_taken_out_for_having_left()
    {
        Assert.Contains("Not a customer", samples.Year.Window!.ExclusionsLeftOut);
        Assert.True(samples.Year.Window.Churned.Count(c => c) > 150);
    }

    private static CutStabilityResult Stability(CalibrationData data, OutcomeMeasure measure, BandLimits limits) =>
        CutStability.Estimate(data.Sample("employees", measure), OptimalBinning.Finder(BinningOptions.Default with { Limits = limits }), CutStabilityOptions.Default with { Field = "employees", Resamples = Resamples });
}
