using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Outcome;
using Segmentation.Tests.Clean;
using Segmentation.Tests.Samples;

namespace Segmentation.Tests.Outcome;

public sealed class OutcomeReviewTests(CleanedSamples samples) : IClassFixture<CleanedSamples>
{
    private static readonly OutcomeOptions Quick = OutcomeOptions.Default with { Resamples = 50 };

    private static SegmentationFramework Framework => SegmentationFramework.Load(Path.Combine(SampleFiles.Folder, "framework.yaml"));

    [Fact]
    public void Every_window_starts_on_the_eve_of_the_launch_and_the_last_ends_with_the_history()
    {
        var review = OutcomeReview.Of(samples.Result.Workspace, Framework, "customer tier", Quick);
        Assert.Equal(["60 days", "90 days", "to 2026-06-30"], review.Periods.Select(p => p.Name));
        Assert.All(review.Periods, p => Assert.Equal(new DateTime(2025, 9, 30), p.Cohort.Start));
        Assert.Equal([new DateTime(2025, 11, 30), new DateTime(2025, 12, 31), new DateTime(2026, 6, 30)], review.Periods.Select(p => p.Cohort.End));

        // The accounts are the same ones; only more of them can have churned.
        Assert.Single(review.Periods.Select(p => p.Cohort.Count).Distinct());
        var churned = review.Periods.Select(p => p.Cohort.Churned.Count(c => c)).ToArray();
        Assert.Equal(churned.Order(), churned);
        Assert.Equal(3 * 3, review.ToTable().RowCount);
        Assert.Equal(3, review.ToString().Split('\n').Count(l => l.StartsWith("60 days: ", StringComparison.Ordinal) || l.StartsWith("90 days: ", StringComparison.Ordinal) || l.StartsWith("to 2026-06-30: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Another_window_stands_among_the_playbooks_and_one_that_is_open_gives_no_rate()
    {
        var review = OutcomeReview.Of(samples.Result.Workspace, Framework, "Customer Tier", Quick with { WindowDays = 400 });
        Assert.Equal(["60 days", "90 days", "400 days, open", "to 2026-06-30"], review.Periods.Select(p => p.Name));
        Assert.All(review.Periods[2].Churn.Rows, r => Assert.Null(r.Against));
        Assert.All(review.Periods, p => Assert.Equal(new DateTime(2025, 9, 30), p.Cohort.Start));
    }

    [Fact]
    public void Without_a_launch_all_windows_start_where_the_one_asked_for_does()
    {
        var review = OutcomeReview.Of(samples.Result.Workspace with { Launch = null }, Framework, "Customer Tier", Quick);
        Assert.All(review.Periods, p => Assert.Equal(new DateTime(2026, 3, 31), p.Cohort.Start));
        Assert.True(review.Periods[1].Cohort.IsClosed);
    }

    [Fact]
    public void Without_a_history_every_window_says_why()
    {
        var review = OutcomeReview.Of(samples.Result.Workspace with { Exports = [.. samples.Result.Workspace.Exports.Where(e => e.Kind != EntityKind.ArrHistory)] }, Framework, "Customer Tier", Quick);
        Assert.All(review.Periods, p => Assert.NotNull(p.Cohort.Reason));
        Assert.Equal(["60 days", "90 days", "to the end"], review.Periods.Select(p => p.Name));
        Assert.Equal(0, review.ToTable().RowCount);
        Assert.Contains("history", review.ToString(), StringComparison.Ordinal);
    }
}
