using Segmentation.Outcome;
using Segmentation.Tables;
using static Segmentation.Tests.Outcome.SmallOutcome;

namespace Segmentation.Tests.Outcome;

/// <summary>The book of <see cref="SmallOutcome"/>, whose window is 1 October to 31 December 2025.</summary>
public sealed class OutcomeExposureTests
{
    // The first two are the window's ends; the third is the eve of the start, whose anniversaries are in September. After the window: the anniversary of the start decides, else of the renewal itself.
    // A start on 29 February has its anniversary on 28 February; one on 31 December on 31 December. An end before the start is a mistake. An end on 30 September renews on 1 October.
    [Theory]
    [InlineData(null, "2025-10-01", null, true)]
    [InlineData(null, "2025-12-31", null, true)]
    [InlineData(null, "2025-09-30", null, false)]
    [InlineData("2023-11-05", "2026-11-05", null, true)]
    [InlineData("2023-05-05", "2026-05-05", null, false)]
    [InlineData("2023-05-05", "2026-11-05", null, false)]
    [InlineData(null, "2026-11-05", null, true)]
    [InlineData(null, "2024-12-15", null, true)]
    [InlineData("2024-02-29", null, null, false)]
    [InlineData("2024-12-31", null, null, true)]
    [InlineData("2024-11-30", null, "2024-03-01", true)]
    [InlineData(null, null, "2025-09-30", true)]
    [InlineData(null, null, "2025-12-31", false)]
    [InlineData(null, null, null, null)]
    public void An_account_is_up_for_renewal_by_its_date_or_by_the_anniversary_that_it_moved_from(string? start, string? renewal, string? end, bool? expected)
    {
        var cohort = OutcomeCohort.Take(Open(First("Contract Start Date", start), First("Renewal Date", renewal), First("Contract End Date", end)), Tier);
        Assert.Equal(expected, cohort.UpForRenewal[0]);
    }

    // stays renews in the window; zero and vanishes in May; of returns, shrinks and late nobody knows. Small is stays, zero, vanishes.
    [Fact]
    public void Exposure_counts_who_could_have_left_and_who_did()
    {
        var exposure = OutcomeExposure.Of(OutcomeCohort.Take(Open(Dates("Renewal Date", "2025-11-01", "2026-05-01", "2026-05-01", null, null, null, null, null, null)), Tier), "tier");
        Assert.Equal(new OutcomeExposureRow("Small", 3, 600, 1, 100, 0, 0, 0, 2, 0), exposure.Segments[0]);
        Assert.Equal(new OutcomeExposureRow("Large", 3, 1360, 0, 0, 3, 1360, 0, 0, 1), exposure.Segments[1]);
        Assert.Equal(new OutcomeExposureRow("Giant", 0, 0, 0, 0, 0, 0, 0, 0, 0), exposure.Segments[2]);
        Assert.Equal(("all", 6, 3, 1, 1 / 3.0), (exposure.Total!.Segment, exposure.Total.Accounts, exposure.Total.Churned, exposure.Total.UpForRenewal, exposure.Total.Share!.Value));
        Assert.Null(exposure.Segments[1].Share);
        var text = exposure.ToString();
        Assert.Contains("1 of 3 accounts (33.3%), paying 100 of 1,960, came up for renewal in 2025-10-01 to 2025-12-31 (92 days): no more than these could have churned by their contract. Of 3 more no date says so.", text, StringComparison.Ordinal);
        Assert.Contains("0 of those up for renewal churned, and 2 of the 2 others: more left before their term than at it", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_date_nobody_knows_and_small_counts_hide_their_money_under_a_mask()
    {
        Assert.Contains("Nobody knows how many of the 6 accounts could have left", OutcomeExposure.Of(OutcomeCohort.Take(Open(), Tier), "Tier").ToString(), StringComparison.Ordinal);
        var masked = OutcomeExposure.Of(OutcomeCohort.Take(Open(First("Renewal Date", "2025-11-01")), Tier), "Tier").ToString(RenderOptions.Default with { Mask = true });
        Assert.Contains("fewer than 5 of fewer than 5 accounts", masked, StringComparison.Ordinal);
        Assert.DoesNotContain("paying 100", masked, StringComparison.Ordinal);
    }

    private static DateColumn First(string name, string? day) => Dates(name, Book.Select((_, i) => i == 0 ? day : null));
}
