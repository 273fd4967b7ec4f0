using Segmentation.Calibrate;
using Segmentation.Framework;
using Segmentation.Tests.Clean;
using Segmentation.Tests.Samples;

namespace Segmentation.Tests.Calibrate;

/// <summary>The sample company, of whom it is known what drives what: see data-samples/README.md.</summary>
public sealed class SampleDimensionCandidatesTests(CleanedSamples samples) : IClassFixture<CleanedSamples>
{
    private readonly CalibrationData data = CalibrationData.Take(samples.Result.Workspace, SegmentationFramework.Load(Path.Combine(SampleFiles.Folder, "framework.yaml")));

    [Theory]
    [InlineData(OutcomeMeasure.Expanded)]
    [InlineData(OutcomeMeasure.NetRetention)]
    public void Size_comes_first_for_expansion_and_net_retention(OutcomeMeasure measure) => Assert.Equal("Customer Tier", DimensionCandidates.Rank(data, measure).Recommended[0].Name);

    [Fact]
    public void Size_and_engagement_are_what_churn_depends_on()
    {
        // Planted: churn by size, and usage that falls in the four months before it.
        var found = DimensionCandidates.Rank(data, OutcomeMeasure.Churned);
        Assert.Equal(["Customer Tier", "Engagement"], found.Recommended.Select(c => c.Name).Order());
        foreach (var same in new[] { "employees", "arr" })
        {
            var candidate = found.Items.Single(c => c.Name == same);
            Assert.Equal((DimensionCandidateVerdict.Redundant, "Customer Tier"), (candidate.Verdict, candidate.MostLike));
        }

        Assert.True(found.Redundancy.Shared[found.Redundancy.Names.IndexOf("employees")][found.Redundancy.Names.IndexOf("arr")] > 0.4);
    }

    [Fact]
    public void Region_which_was_drawn_at_random_is_not_recommended()
    {
        var region = DimensionCandidates.Rank(data, OutcomeMeasure.Churned).Items.Single(c => c.Name == "Region");
        Assert.Equal(DimensionCandidateVerdict.NotShown, region.Verdict);
        Assert.True(region.Outcome.Detectable > region.Outcome.Strength);
    }

    [Fact]
    public void The_health_score_is_refused_as_after_the_outcome_and_names_divide_nothing()
    {
        var found = DimensionCandidates.Rank(data, OutcomeMeasure.Churned);
        Assert.Contains("health_score is known as of 2026-06-30 only", found.Items.Single(c => c.Name == "health_score").Outcome.Refused, StringComparison.Ordinal);
        Assert.Equal(DimensionCandidateVerdict.Unfit, found.Items.Single(c => c.Name == "account_name").Verdict);
        Assert.Equal(DimensionCandidateVerdict.Unfit, found.Items.Single(c => c.Name == "account_type").Verdict);
    }
}
