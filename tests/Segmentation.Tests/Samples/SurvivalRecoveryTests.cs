using System.Globalization;
using Segmentation.Clean;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Outcome;
using Segmentation.Survival;

namespace Segmentation.Tests.Samples;

/// <summary>Does the Kaplan-Meier curve of each true tier hold what was planted, month by month, and does the test find the tiers?</summary>
public sealed class SurvivalRecoveryTests(SurvivalRecoveryTests.Cohorts samples) : IClassFixture<SurvivalRecoveryTests.Cohorts>
{
    public sealed class Cohorts
    {
        public Cohorts()
        {
            var workspace = Cleanup.Run(Workspace.Open(SampleFiles.Folder), CleanupDecisions.Load(Path.Combine(SampleFiles.Folder, "decisions"))).Workspace;
            ToTheEnd = OutcomeCohort.Take(workspace, FrameworkVersions.Load(SampleFiles.Folder).Current, OutcomeOptions.Default with { WindowDays = null });
            var rows = SampleFiles.Read(Path.Combine("truth", "accounts-entities.csv")).Rows;

            // A duplicate that stands for its company after the clean-up has the hazard of the original.
            var planted = rows.Where(r => r["monthly_hazard_after_launch"].Length > 0).GroupBy(r => r["entity_id"]).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
            Truth = rows.Where(r => planted.ContainsKey(r["entity_id"])).ToDictionary(r => r["account_id"], r => planted[r["entity_id"]], StringComparer.Ordinal);
        }

        internal OutcomeCohort ToTheEnd { get; }

        internal Dictionary<string, Dictionary<string, string>> Truth { get; }
    }

    // From the launch on an account leaves each month with its planted probability h: S after k months is the mean of (1 - h)^k over the tier.
    [Theory]
    [InlineData("SMB")]
    [InlineData("Mid-Market")]
    [InlineData("Enterprise")]
    public void The_planted_survival_of_a_true_tier_lies_inside_the_curves_interval_at_three_and_nine_months(string tier)
    {
        var (times, rows) = Watched();
        var isIn = rows.Select(r => r["true_tier"] == tier).ToArray();
        var curve = KaplanMeier.ByGroup(times, [.. isIn.Select(i => i ? 0 : 1)], 2, new() { Confidence = .99, Interval = SurvivalIntervalType.Wilson })[0];
        double[] hazards = [.. rows.Where((_, i) => isIn[i]).Select(r => double.Parse(r["monthly_hazard_after_launch"], CultureInfo.InvariantCulture))];
        Assert.True(hazards.Length > 100, $"{hazards.Length} accounts");
        foreach (var (days, months) in new[] { (92, 3), (273, 9) })
        {
            var (found, planted) = (curve.EstimateAt(days), hazards.Average(h => Math.Pow(1 - h, months)));
            Assert.True(found.Interval.Contains(planted), string.Create(CultureInfo.InvariantCulture, $"{tier} after {months} months: {planted:0.0000} planted, {found.Value:0.0000} ({found.Interval.Low:0.0000} to {found.Interval.High:0.0000}) found"));
        }
    }

    [Fact]
    public void Nine_months_tell_the_planted_tiers_apart_and_put_them_in_order()
    {
        var (times, rows) = Watched();
        int[] tier = [.. rows.Select(r => Array.IndexOf(["Enterprise", "Mid-Market", "SMB"], r["true_tier"]))];
        Assert.True(LogRankTest.Of(times, tier, 3).PValue < .001);
        Assert.True(LogRankTest.Trend(times, tier, [0, 1, 2]).Z > 3);
    }

    private (EventTimes Times, Dictionary<string, string>[] Truth) Watched()
    {
        var cohort = samples.ToTheEnd;
        var times = cohort.Times(out var rows);
        int[] known = [.. Enumerable.Range(0, rows.Length).Where(i => samples.Truth.ContainsKey(cohort.Assigned!.Records.Ids[rows[i]]!.Trim()))];
        return (times.Take(known), [.. known.Select(i => samples.Truth[cohort.Assigned!.Records.Ids[rows[i]]!.Trim()])]);
    }
}
