using Segmentation.Clean;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Outcome;
using Segmentation.Survival;

namespace Segmentation.Tests.Samples;

/// <summary>Do Cox regressions hold what was planted in the samples: hazards by true tier, 1.6 times in Retail and 0.6 times in Healthcare?</summary>
public sealed class DriversRecoveryTests(DriversRecoveryTests.Cohorts samples) : IClassFixture<DriversRecoveryTests.Cohorts>
{
    public sealed class Cohorts
    {
        public Cohorts()
        {
            var workspace = Cleanup.Run(Workspace.Open(SampleFiles.Folder), CleanupDecisions.Load(Path.Combine(SampleFiles.Folder, "decisions"))).Workspace;
            var framework = FrameworkVersions.Load(SampleFiles.Folder).Current;
            AfterLaunch = OutcomeCohort.Take(workspace, framework, OutcomeOptions.Default with { WindowDays = null });
            FromTheFirstMonth = OutcomeCohort.Take(workspace, framework, OutcomeOptions.Default with { Start = new DateTime(2023, 7, 31), WindowDays = null });
            Window = OutcomeCohort.Take(workspace, framework);
            Truth = SampleFiles.Read(Path.Combine("truth", "accounts-entities.csv")).Rows.ToDictionary(r => r["account_id"], StringComparer.Ordinal);
        }

        internal OutcomeCohort AfterLaunch { get; }

        internal OutcomeCohort FromTheFirstMonth { get; }

        internal OutcomeCohort Window { get; }

        internal Dictionary<string, Dictionary<string, string>> Truth { get; }
    }

    // A monthly probability h is a hazard of -ln(1 - h); SMB 1.75%, Mid-Market 1.05%, Enterprise 0.35% from the launch on.
    [Fact]
    public void Hazards_of_the_true_tiers_lie_in_their_intervals()
    {
        var model = Fit(samples.AfterLaunch, ["SMB", "Mid-Market", "Retail", "Healthcare"], r => [Is(r, "true_tier", "SMB"), Is(r, "true_tier", "Mid-Market"), Is(r, "true_industry", "Retail"), Is(r, "true_industry", "Healthcare")]);
        Assert.True(model.Coefficients[0].RatioInterval.Contains(Math.Log(1 - .0175) / Math.Log(1 - .0035)), $"SMB {model.Coefficients[0].RatioInterval}");
        Assert.True(model.Coefficients[1].RatioInterval.Contains(Math.Log(1 - .0105) / Math.Log(1 - .0035)), $"Mid-Market {model.Coefficients[1].RatioInterval}");
        Assert.True(model.Coefficients[0].RatioInterval.Low > 1);
    }

    // Over three years, each tier with a hazard of its own: what SMB's did at the launch does not matter.
    [Fact]
    public void Hazards_of_the_true_industries_lie_in_their_intervals()
    {
        var model = Fit(samples.FromTheFirstMonth, ["Retail", "Healthcare"], r => [Is(r, "true_industry", "Retail"), Is(r, "true_industry", "Healthcare")], r => Array.IndexOf(["SMB", "Mid-Market", "Enterprise"], r["true_tier"]));
        Assert.True(model.Coefficients[0].RatioInterval.Contains(1.6), $"Retail {model.Coefficients[0].RatioInterval}");
        Assert.True(model.Coefficients[1].RatioInterval.Contains(.6), $"Healthcare {model.Coefficients[1].RatioInterval}");
        Assert.True(model.Coefficients[0].RatioInterval.Low > 1 && model.Coefficients[1].RatioInterval.High < 1);
    }

    // SMB's hazard fell by .7 at the launch, 26 months in: a ratio that changes has to be found.
    [Fact]
    public void Ratio_of_SMB_that_changed_at_the_launch_is_no_constant()
    {
        var model = Fit(samples.FromTheFirstMonth, ["SMB", "Mid-Market"], r => [Is(r, "true_tier", "SMB"), Is(r, "true_tier", "Mid-Market")]);
        var check = ProportionalHazards.Of(model, HazardTimeScale.Time);
        Assert.True(check.Residuals.Length == 2 * model.Events && check.Global.DegreesOfFreedom == 2);

        // Planted: the mean of SMB's residuals, which is the course of its coefficient, is lower after the launch.
        var smb = check.Times.Select((t, i) => (t, b: check.Residuals[2 * i])).ToLookup(e => e.t > (new DateTime(2025, 9, 30) - new DateTime(2023, 7, 31)).TotalDays, e => e.b);
        Assert.True(smb[true].Average() < smb[false].Average(), $"{smb[true].Average()} against {smb[false].Average()}");
    }

    [Fact]
    public void Engagement_is_related_to_churn_region_is_not_and_what_is_known_today_only_is_no_evidence()
    {
        // Planted: usage falls in the four months before a churn; regions were drawn at random; days to renewal are today's.
        var drivers = OutcomeDrivers.Of(samples.Window);
        Assert.Equal(("Engagement", OutcomeVerdict.Difference), (drivers.Items[0].Dimension, drivers.Items[0].Verdict));
        Assert.NotEqual(OutcomeVerdict.Difference, drivers.Items.Single(d => d.Dimension == "Region").Verdict);
        Assert.Equal(("Lifecycle", null), (drivers.Items[^1].Dimension, drivers.Items[^1].Verdict));
    }

    [Fact]
    public void Segments_of_the_tier_have_the_planted_order_of_hazards()
    {
        var hazards = SegmentHazards.Of(samples.AfterLaunch, "Customer Tier", ["Industry"]);
        Assert.Equal(["SMB", "Mid-Market", "Enterprise"], hazards.Rows.OrderByDescending(r => r.Adjusted!.Estimate).Select(r => r.Segment));
        Assert.Equal(OutcomeVerdict.Difference, hazards.Rows.Single(r => r.Segment == "Enterprise").Verdict);
    }

    private CoxModel Fit(OutcomeCohort cohort, string[] names, Func<Dictionary<string, string>, double[]> covariates, Func<Dictionary<string, string>, int>? stratum = null)
    {
        var times = cohort.Times(out var rows);
        Dictionary<string, string>[] truth = [.. rows.Select(r => samples.Truth[cohort.Assigned!.Records.Ids[r]!])];
        return CoxModel.Fit(times, [.. truth.SelectMany(covariates)], names, strata: stratum is null ? default : [.. truth.Select(stratum)]);
    }

    private static double Is(Dictionary<string, string> row, string field, string value) => row[field] == value ? 1 : 0;
}
