using Segmentation.Outcome;
using Segmentation.Tables;
using Segmentation.Tests.Assign;
using static Segmentation.Tests.Outcome.SmallOutcome;

namespace Segmentation.Tests.Outcome;

/// <summary>The book of <see cref="SmallOutcome"/>; that exclusions of today hide who left is in <see cref="OutcomeCohortTests"/>.</summary>
public sealed class SegmentBiasTests
{
    private static readonly Segmentation.Framework.SegmentationFramework ByArr = Rules.Tier("arr: number value", "Small: arr < 350", "Big: arr >= 350", "Giant: arr >= 10_000");

    // At the start Small is stays 100, zero 200, vanishes 300, late 60 (2 of 4 left; 180 of 660 stay), Big is returns 400, shrinks 900 (1 of 2; 440 of 1,300). By December's own column of ARR shrinks, with 90, is Small:
    // 2 of 5, 270 of 1,560; Big is returns alone: 1 of 1, 350 of 400.
    [Fact]
    public void The_account_that_shrank_makes_the_large_look_better_and_the_small_worse()
    {
        var bias = SegmentBias.Of(OutcomeCohort.Take(Open(Column.Of("ARR", [120.0, 0, 0, 350, 90, 60, 70, 80, 0])), ByArr), "tier");
        var (small, big, giant) = (bias.Segments[0], bias.Segments[1], bias.Segments[2]);
        Assert.Equal((4, 2, 2, 1), (small.Then.Accounts, small.Then.Churned, big.Then.Accounts, big.Then.Churned));
        Assert.Equal((5, 2, 1, 1), (small.Today.Accounts, small.Today.Churned, big.Today.Accounts, big.Today.Churned));
        Assert.Equal((-0.1, 0.5), (Math.Round(small.Bias!.Value, 12), big.Bias!.Value));
        Assert.Equal((180 / 660.0, 440 / 1300.0), (small.Then.Retention!.Value, big.Then.Retention!.Value));
        Assert.Equal(((270 / 1560.0) - (180 / 660.0), 0.875 - (440 / 1300.0)), (small.RetentionBias!.Value, big.RetentionBias!.Value));
        Assert.Equal((1, 900.0, 0, "Big"), (bias.Moved, bias.MovedArr, bias.MovedChurned, bias.Worst!.Segment));
        Assert.Equal((0, null, null, null), (giant.Then.Accounts, giant.Then.Rate, giant.Then.Retention, giant.Bias));
        Assert.Contains("1 of 6 accounts, which paid 900 at the start, are elsewhere today than on 2025-09-30; 0 of them churned.", bias.ToString(), StringComparison.Ordinal);

        // Wilson for 1 of 2 at 95%: (1 + 1.92073)/(2 + 3.84146) ± 1.95996 √(0.25·2 + 0.96036)/(2 + 3.84146) = 0.5 ± 0.40547.
        Assert.Contains("Today's segments would show 100.0% churn in Big where it was 50.0% (9.5% to 90.5%): +50.0 points of bias.", bias.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Segments_that_did_not_move_have_no_bias()
    {
        var bias = SegmentBias.Of(OutcomeCohort.Take(Open(), Tier), "Tier");
        Assert.Equal((0, 0.0, 0.0), (bias.Moved, bias.MovedArr, bias.Worst!.Bias!.Value));
        Assert.Contains("Today's segments give every segment the same churn.", bias.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cohort_of_todays_segments_says_that_both_sides_are_the_same_and_a_mask_hides_small_money()
    {
        var cohort = OutcomeCohort.Take(Open(Column.Of("ARR", [120.0, 0, 0, 350, 90, 60, 70, 80, 0])), ByArr, OutcomeOptions.Default with { Segments = SegmentSource.Today });
        Assert.Contains("both sides are the same", SegmentBias.Of(cohort, "Tier").ToString(), StringComparison.Ordinal);
        var masked = SegmentBias.Of(OutcomeCohort.Take(Open(Column.Of("ARR", [120.0, 0, 0, 350, 90, 60, 70, 80, 0])), ByArr), "Tier").ToString(RenderOptions.Default with { Mask = true });
        Assert.DoesNotContain("paid 900", masked, StringComparison.Ordinal);
    }
}
