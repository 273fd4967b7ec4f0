using Segmentation.Outcome;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Tests.Outcome;

public sealed class SegmentComparisonTests
{
    [Fact]
    public void A_segment_is_compared_with_all_others_together()
    {
        var result = SegmentComparison.Of(ComparisonCohort.Of(("SMB", 400, 40), ("Mid-Market", 300, 9), ("Enterprise", 41, 1)), "tier");
        var rate = result.Rows[0].Against!;
        Assert.Equal((40, 400, 10, 341), (rate.Events, rate.Accounts, rate.OtherEvents, rate.OtherAccounts));
        Assert.Equal(.1 - (10 / 341.0), rate.Difference!.Value, 12);
        Assert.Equal(ProportionDifference.Newcombe(40, 400, 10, 341), rate.DifferenceInterval);
        Assert.Equal(ProportionInterval.Wilson(40, 400), rate.RateInterval);
        Assert.Equal(OutcomeVerdict.Difference, rate.Verdict);

        // R 4.2.2: prop.test(c(40, 10), c(400, 341), correct = FALSE)$p.value, times 3 (Holm, the smallest).
        Assert.Equal(SegmentComparisonTest.ChiSquare, rate.Test);
        Assert.Equal(0.000132070423102, rate.PValue, 12);
        Assert.Equal(3 * rate.PValue, rate.CorrectedPValue, 12);
        Assert.Equal("In 92 days, 10.0% of SMB churned against 2.9% of all others: a difference of 7.1 points (3.6 to 10.7).", result.ToString().Split('\n')[0]);
    }

    [Fact]
    public void Where_fewer_than_five_are_expected_the_test_is_exact_and_what_could_have_been_seen_is_said()
    {
        var enterprise = SegmentComparison.Of(ComparisonCohort.Of(("SMB", 400, 40), ("Mid-Market", 300, 9), ("Enterprise", 41, 1)), "Tier").Rows[2].Against!;
        Assert.Equal(SegmentComparisonTest.FisherExact, enterprise.Test);
        Assert.Equal(50 * 41 / 741.0, enterprise.SmallestExpected, 9);
        Assert.Equal(FisherExactTest.PValue(1, 41, 49, 700), enterprise.PValue, 12);
        Assert.Equal(OutcomeVerdict.Inconclusive, enterprise.Verdict);

        // The level is shared by three comparisons: .05 / 3.
        Assert.Equal(ProportionPower.DetectableAbove(.07, 41, 700, .05 / 3), enterprise.DetectableAbove!.Value, 9);
        Assert.Equal(enterprise.DetectableAbove.Value - .07, enterprise.DetectableDifference!.Value, 9);
        Assert.Equal(double.PositiveInfinity, enterprise.NeededDays);
    }

    [Fact]
    public void Two_segments_are_one_comparison_seen_from_either_side()
    {
        var result = SegmentComparison.Of(ComparisonCohort.Of(("SMB", 200, 20), ("Enterprise", 200, 6)), "Tier");
        var (smb, enterprise) = (result.Rows[0].Against!, result.Rows[1].Against!);
        Assert.Equal(smb.PValue, smb.CorrectedPValue);
        Assert.Equal(-smb.Difference!.Value, enterprise.Difference!.Value, 12);
        Assert.Equal(smb.Verdict, enterprise.Verdict);
        Assert.Single(result.ToString().Split('\n'), l => l.Contains("a difference of", StringComparison.Ordinal));
    }

    [Fact]
    public void A_difference_that_is_certainly_small_is_no_relevant_difference()
    {
        var cohort = ComparisonCohort.Of(("SMB", 3000, 90), ("Enterprise", 3000, 88));
        Assert.All(SegmentComparison.Of(cohort, "Tier").Rows, r => Assert.Equal(OutcomeVerdict.NoRelevantDifference, r.Against!.Verdict));
        var strict = cohort with { Options = cohort.Options with { EquivalenceMargin = .002 } };
        Assert.All(SegmentComparison.Of(strict, "Tier").Rows, r => Assert.Equal(OutcomeVerdict.Inconclusive, r.Against!.Verdict));
    }

    [Fact]
    public void A_segment_without_accounts_is_still_a_row_and_Unassigned_is_counted_apart()
    {
        var result = SegmentComparison.Of(ComparisonCohort.Of(("SMB", 50, 5), ("Mid-Market", 50, 2), ("Enterprise", 0, 0), (null, 10, 4)), "Tier");
        Assert.Equal(["SMB", "Mid-Market", "Enterprise"], result.Rows.Select(r => r.Segment));
        Assert.Equal((0, SegmentComparisonTest.None, null), (result.Rows[2].Accounts, result.Rows[2].Against!.Test, result.Rows[2].Against!.Rate));
        Assert.Equal((10, 4, 0), (result.Unassigned, result.UnassignedEvents, result.Excluded));
        Assert.Contains("In no rate: 10 Unassigned, of which 4 churned, and 0 excluded.", result.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, result.Overall!.DegreesOfFreedom);
        Assert.Single(result.Pairs!.Items);

        // Only two segments have accounts: nothing to correct for.
        Assert.Equal(result.Rows[0].Against!.PValue, result.Rows[0].Against!.CorrectedPValue);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(30, 30)]
    public void Where_nobody_or_everybody_churned_nothing_differs_and_nothing_fails(int first, int second)
    {
        var result = SegmentComparison.Of(ComparisonCohort.Of(("SMB", 30, first), ("Enterprise", 30, second)), "Tier");
        Assert.All(result.Rows, r => Assert.Equal((0, 1, OutcomeVerdict.Inconclusive), (r.Against!.Difference!.Value, r.Against.PValue, r.Against.Verdict)));
        Assert.Equal((SegmentComparisonTest.None, 1d), (result.Overall!.Test, result.Overall.PValue));
        Assert.DoesNotContain("NaN", result.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("∞", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_segment_or_none_cannot_be_compared_and_that_is_said()
    {
        var one = SegmentComparison.Of(ComparisonCohort.Of(("SMB", 30, 3), ("Enterprise", 0, 0)), "Tier");
        Assert.Null(one.Overall);
        Assert.StartsWith("Tier is not compared: fewer than two of its segments have accounts at the start.", one.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("Tier is not compared: fewer than two", SegmentComparison.Of(ComparisonCohort.Of(("SMB", 0, 0), ("Enterprise", 0, 0)), "Tier").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void While_the_window_is_open_no_rate_is_given()
    {
        var result = SegmentComparison.Of(ComparisonCohort.Of(("SMB", 30, 3), ("Enterprise", 30, 1)) with { IsClosed = false }, "Tier");
        Assert.All(result.Rows, r => Assert.Null(r.Against));
        Assert.Equal((30, null), (result.Rows[0].Accounts, result.Pairs));
        Assert.StartsWith("Tier is not compared: the window is open until 2025-12-31", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cohort_of_nobody_gives_its_reason()
    {
        var nobody = ComparisonCohort.Of(("SMB", 0, 0)) with { Assigned = null, Reason = "the exports hold no accounts." };
        Assert.StartsWith("Customer Tier is not compared: the exports hold no accounts.", SegmentComparison.Of(nobody, "Customer Tier").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dimension_that_is_not_there_is_refused_with_those_that_are() =>
        Assert.Contains("It has 'Tier'", Assert.Throws<ArgumentException>(() => SegmentComparison.Of(ComparisonCohort.Of(("SMB", 3, 1)), "Industry")).Message, StringComparison.Ordinal);

    [Fact]
    public void Each_measure_counts_its_own_event()
    {
        var cohort = ComparisonCohort.Of(("SMB", 6, 0), ("Enterprise", 6, 0)) with
        {
            Churned = [true, true, false, false, false, false, false, false, false, false, false, false],
            ArrAtEnd = [0, 50, 150, 80, 100, 100, 100, 100, 120, 100, 100, 100],
        };
        int[] Events(SegmentComparisonMeasure measure) => [.. SegmentComparison.Of(cohort, "Tier", new() { Measure = measure }).Rows.Select(r => r.Against!.Events)];
        Assert.Equal([2, 0], Events(SegmentComparisonMeasure.Churned));
        Assert.Equal([1, 0], Events(SegmentComparisonMeasure.GoneAtEnd));
        Assert.Equal([1, 1], Events(SegmentComparisonMeasure.Expanded));
        Assert.Equal([2, 0], Events(SegmentComparisonMeasure.Contracted));
    }

    [Fact]
    public void The_test_of_all_segments_is_the_chi_square_or_by_random_orders_where_it_would_be_rough()
    {
        var rough = SegmentComparison.Of(ComparisonCohort.Of(("SMB", 20, 1), ("Mid-Market", 15, 0), ("Enterprise", 12, 3), ("Strategic", 22, 2)), "Tier").Overall!;

        // R 4.2.2: fisher.test() of the table gives .1292, chisq.test(simulate.p.value = TRUE, B = 1e6) .1259: the order of the tables differs.
        Assert.Equal(SegmentComparisonTest.Permutation, rough.Test);
        Assert.InRange(rough.PValue, .1259 - (4 * rough.StandardError), .1259 + (4 * rough.StandardError));
        var formula = SegmentComparison.Of(ComparisonCohort.Of(("SMB", 400, 40), ("Mid-Market", 300, 9), ("Enterprise", 100, 6)), "Tier").Overall!;
        Assert.Equal((SegmentComparisonTest.ChiSquare, 2, 0), (formula.Test, formula.DegreesOfFreedom, formula.StandardError));
        Assert.InRange(formula.CramersV, formula.CramersVInterval.Low, formula.CramersVInterval.High);
    }

    [Fact]
    public void Under_mask_small_counts_are_in_no_sentence_and_in_no_cell()
    {
        var text = SegmentComparison.Of(ComparisonCohort.Of(("SMB", 60, 30), ("Enterprise", 60, 3), (null, 3, 2)), "Tier").ToString(new RenderOptions(Mask: true));
        Assert.Contains("50.0% of SMB churned against ••• of all others", text, StringComparison.Ordinal);
        Assert.Contains("fewer than 5 Unassigned, of which fewer than 5 churned", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Segments_of_today_are_labelled_as_biased_before_anything_else()
    {
        var today = SegmentComparison.Of(ComparisonCohort.Of(("SMB", 60, 30), ("Enterprise", 60, 3)) with { Source = SegmentSource.Today }, "Tier");
        Assert.True(today.IsBiased);
        Assert.StartsWith("What follows is no evidence", today.ToString(), StringComparison.Ordinal);
        Assert.Contains("Biased: segments are those of today", today.ToString(), StringComparison.Ordinal);
        Assert.False(SegmentComparison.Of(today.Cohort with { Source = SegmentSource.Snapshot }, "Tier").IsBiased);
    }
}
