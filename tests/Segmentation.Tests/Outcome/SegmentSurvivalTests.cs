using Segmentation.Assign;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Outcome;
using Segmentation.Playbook;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Tests.Outcome;

public sealed class SegmentSurvivalTests
{
    private static readonly DateTime Start = new(2025, 9, 30);

    // 20 small accounts of which 8 churn on the last of 92 days, 20 large ones of which 1 does. R 4.2.2, survival 3.5-3: coxph, survdiff, uniroot on the partial likelihood.
    private static readonly SegmentSurvivalResult Result = SegmentSurvival.Of(Cohort([.. Accounts(5, 20, 8), .. Accounts(50, 20, 1)]), "tier");

    [Fact]
    public void A_segment_against_all_others_agrees_with_R()
    {
        var small = Result.Segments[0];
        Assert.Equal(("Tier", "Small", 20, 8), (Result.Dimension, small.Segment, small.Accounts, small.Churned));
        Assert.Equal(.00886679510462, small.PValue, 1e-11);
        Assert.Equal(.00886679510462 * 2, small.CorrectedPValue, 1e-11);
        Assert.Equal(9.66770444385, small.HazardRatio.Ratio, 1e-6);
        Assert.Equal(.570574586698, small.HazardRatio.LogInterval.Low, 1e-6);
        Assert.Equal(5.189969450987, small.HazardRatio.LogInterval.High, 1e-6);
        Assert.Equal(OutcomeVerdict.Difference, small.Verdict);
        Assert.Equal(.00886679510462, Result.Test!.PValue, 1e-11);
        Assert.Equal(.00886679510462, Result.Pairs[0].Test.PValue, 1e-11);
    }

    // Without censoring these are the rates of the window: Wilson of 12 in 20, Newcombe of 12 in 20 against 19 in 20 from the two Wilson intervals.
    [Fact]
    public void Survival_at_the_end_of_the_window_is_one_less_the_churn_rate_with_its_intervals()
    {
        Assert.Equal(92, Assert.Single(Result.Milestones));
        var (small, few, most) = (Result.Segments[0], ProportionInterval.Wilson(12, 20), ProportionInterval.Wilson(19, 20));
        Assert.Equal(.6, small.Survival[0].Value, 1e-12);
        Assert.Equal(few.Low, small.Survival[0].Interval.Low, 1e-12);
        Assert.Equal(-.35, small.Difference.Value, 1e-12);
        Assert.Equal(-.35 - Math.Sqrt(Math.Pow(.6 - few.Low, 2) + Math.Pow(most.High - .95, 2)), small.Difference.Interval.Low, 1e-12);
        Assert.Equal((double.PositiveInfinity, 0), (small.Curve.Median.Time, small.RestrictedMeanDifference.Value));
        Assert.Equal(new[] { 20, 20 }, small.AtRisk);
    }

    // 9 events, half in each, two comparisons at 2.5% each: exp((2.241403 + .841621)/√(9/4)).
    [Fact]
    public void What_could_have_been_seen_stands_beside_the_verdict() => Assert.Equal(Math.Exp((2.241403 + .841621) / 1.5), Result.Segments[0].DetectableHazardRatio, 1e-4);

    [Fact]
    public void A_segment_without_accounts_is_still_a_row()
    {
        var none = Result.Segments[2];
        Assert.Equal(("Huge", 0, 0, OutcomeVerdict.Inconclusive), (none.Segment, none.Accounts, none.Churned, none.Verdict));
        Assert.True(double.IsNaN(none.Survival[0].Value) && double.IsNaN(none.PValue) && double.IsNaN(none.CorrectedPValue) && double.IsNaN(none.DetectableHazardRatio) && double.IsNaN(none.HazardRatio.Ratio));
        Assert.Equal(3, Result.ToTable().RowCount);
        Assert.Contains("Huge", Result.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(20, 20)]
    public void Nobody_and_everybody_churned_are_answered(int small, int large)
    {
        var result = SegmentSurvival.Of(Cohort([.. Accounts(5, 20, small), .. Accounts(50, 20, large)]), "Tier");
        Assert.All(result.Segments.Take(2), s => Assert.Equal(OutcomeVerdict.Inconclusive, s.Verdict));
        Assert.Equal(1 - (small / 20.0), result.Segments[0].Survival[0].Value);
        Assert.Equal((0, 1), (result.Test!.Statistic, result.Test.PValue));
        Assert.NotEmpty(result.ToHtml());
    }

    [Fact]
    public void Thousands_of_accounts_that_churn_alike_show_no_relevant_difference()
    {
        var result = SegmentSurvival.Of(Cohort([.. Accounts(5, 4000, 1000), .. Accounts(50, 4000, 1001)]), "Tier");
        Assert.All(result.Segments.Take(2), s => Assert.Equal(OutcomeVerdict.NoRelevantDifference, s.Verdict));
    }

    [Fact]
    public void Accounts_without_a_segment_are_in_no_curve_and_counted_and_so_are_excluded_ones_that_churned()
    {
        var result = SegmentSurvival.Of(Cohort([.. Accounts(5, 20, 8), .. Accounts(50, 20, 1), .. Accounts(null, 3, 1), .. Accounts(-1, 6, 5)]), "Tier");
        Assert.Equal((3, 6, 5, 40), (result.Unassigned, result.Excluded, result.ExcludedChurned, result.Segments.Sum(s => s.Accounts)));
        Assert.Equal(Result.Segments[0].PValue, result.Segments[0].PValue);
        Assert.Contains("In no curve: 3 Unassigned, 6 excluded", result.ToString(), StringComparison.Ordinal);
        Assert.Contains("Of the excluded, 5 churned.", result.ToString(), StringComparison.Ordinal);
        Assert.Contains("fewer than 5 Unassigned", result.ToString(RenderOptions.Default with { Mask = true }), StringComparison.Ordinal);
    }

    [Fact]
    public void Segments_made_by_what_is_known_today_are_labelled()
    {
        Assert.Equal("size", Assert.Single(Result.KnownTodayOnly));
        Assert.Contains("size is known as of today only: what happened may have made the segment", Result.ToString(), StringComparison.Ordinal);
        Assert.Empty(SegmentSurvival.Of(Cohort(Accounts(5, 20, 8)) with { Source = SegmentSource.Snapshot }, "Tier").KnownTodayOnly);
        Assert.Contains("Segments are those of today", SegmentSurvival.Of(Cohort(Accounts(5, 20, 8)) with { Source = SegmentSource.Today }, "Tier").ToString(), StringComparison.Ordinal);
        Assert.Empty(SegmentSurvival.Of(Cohort(Accounts(5, 20, 8), OutcomeOptions.Default with { AssumedUnchanged = ["size"] }), "Tier").KnownTodayOnly);
    }

    // 300 days of tenure at the start, watched for 92: around month 12 (day 365.25, 45 either side) from day 320.25 on, 71.75 days, and 20.25 before. Two of these 20 churn on day 392, inside; two of the others, 100 days old, outside.
    [Fact]
    public void Churn_around_an_anniversary_is_set_against_other_times()
    {
        var cohort = Cohort([.. Accounts(5, 20, 2), .. Accounts(50, 20, 2)]);
        cohort = cohort with { TenureDays = [.. Enumerable.Range(0, 40).Select(i => i < 20 ? 300.0 : i == 39 ? double.NaN : 100)] };
        var hazards = SegmentSurvival.Of(cohort, "Tier").Anniversaries;
        const double month = 365.25 / 12;
        Assert.Equal(new int?[] { 12, 24, null }, hazards.Select(h => h.Month));
        Assert.Equal((20, 2), (hazards[0].Accounts, hazards[0].Churned));
        Assert.Equal(20 * 71.75 / month, hazards[0].ExposureMonths, 1e-9);
        Assert.Equal((39, 2), (hazards[2].Accounts, hazards[2].Churned));
        Assert.Equal(((20 * 20.25) + (19 * 92)) / month, hazards[2].ExposureMonths, 1e-9);
        Assert.Equal(1 - Math.Exp(-2 / hazards[0].ExposureMonths), hazards[0].MonthlyChurn, 1e-12);
        Assert.Equal(1 - Math.Exp(-RateInterval.Garwood(2, hazards[0].ExposureMonths).High), hazards[0].Interval.High, 1e-12);
        var half = ProportionInterval.Wilson(2, 4);
        Assert.Equal(hazards[2].ExposureMonths / hazards[0].ExposureMonths, hazards[0].Ratio, 1e-9);
        Assert.Equal(half.High / (1 - half.High) * hazards[2].ExposureMonths / hazards[0].ExposureMonths, hazards[0].RatioInterval.High, 1e-9);
        Assert.Equal((0, 0, 1), (hazards[1].Accounts, hazards[1].Interval.Low, hazards[1].Interval.High));
    }

    // The youngest account, alone at risk, churns before the next one is old enough to be watched.
    [Fact]
    public void By_tenure_accounts_come_under_watch_late_and_a_curve_that_falls_to_nothing_says_so()
    {
        Account[] accounts = [new(5, true), new(5, false), new(5, false), new(50, false), new(50, true)];
        var cohort = Cohort(accounts, OutcomeOptions.Default with { Clock = OutcomeClock.Tenure }) with { TenureDays = [0, 200, 400, 300, double.NaN] };
        var result = SegmentSurvival.Of(cohort, "Tier");
        Assert.Equal(new[] { 365.0, 730 }, result.Milestones);
        Assert.Equal((1, 4, 92d), (result.NotOnClock, result.Segments.Sum(s => s.Accounts), result.Segments[0].Curve.DepletedAt));
        Assert.Contains("Small: all accounts under watch had churned by day 92, before others came under watch", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_cohort_the_reason_is_said()
    {
        var result = SegmentSurvival.Of(Cohort([]) with { Reason = "the exports hold no history of ARR." }, "Tier");
        Assert.Empty(result.Segments);
        Assert.StartsWith("No survival by Tier: the exports hold no history of ARR.", result.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("No survival by Tier: no account", SegmentSurvival.Of(Cohort([]), "Tier").ToString(), StringComparison.Ordinal);
        Assert.StartsWith("the framework divides accounts by no dimension called 'Colour'. It has 'Tier'.", Assert.Throws<ArgumentException>(() => SegmentSurvival.Of(Cohort([]), "Colour")).Message, StringComparison.Ordinal);
    }

    private readonly record struct Account(double? Size, bool Churned);

    // Size -1 is excluded, none Unassigned.
    private static Account[] Accounts(double? size, int count, int churned) => [.. Enumerable.Range(0, count).Select(i => new Account(size, i < churned))];

    private static OutcomeCohort Cohort(Account[] accounts, OutcomeOptions? options = null)
    {
        FieldDefinition[] fields = [new("size", FieldType.Whole)];
        var framework = new SegmentationFramework
        {
            Version = "v1",
            Fields = [.. fields.Select(f => new FrameworkField(EntityKind.Accounts, f))],
            Exclusions = [new Exclusion("negative", EntityKind.Accounts, Criterion.Parse("size < 0", fields))],
            Dimensions =
            [
                new Dimension("Tier", DimensionKind.Firmographic, EntityKind.Accounts,
                    [.. new[] { ("Small", "size < 10"), ("Large", "size >= 10 and size < 1000"), ("Huge", "size >= 1000") }.Select(s => new Segment(s.Item1, Criterion.Parse(s.Item2, fields)) { Action = "serve", Owner = "someone" })]),
            ],
            Limits = PlaybookLimits.Default,
        };
        var records = new FrameworkRecords
        {
            Of = EntityKind.Accounts,
            AsOf = Start,
            Ids = Column.Of("id", accounts.Select((_, i) => $"A{i}")),
            Fields = new Table("accounts", Column.Of("size", accounts.Select(a => a.Size))),
        };
        var assigned = Assignment.Run(framework, records);
        return new()
        {
            Framework = framework,
            Options = options ?? OutcomeOptions.Default,
            Start = Start,
            End = Start.AddDays(92),
            IsClosed = true,
            Source = SegmentSource.Replayed,
            Assigned = assigned,
            AssignedToday = assigned,
            ArrAtStart = [.. accounts.Select(_ => 100.0)],
            ArrAtEnd = [.. accounts.Select(a => a.Churned ? 0 : 100.0)],
            Churned = [.. accounts.Select(a => a.Churned)],
            Days = [.. accounts.Select(_ => 92.0)],
            TenureDays = [.. accounts.Select(_ => double.NaN)],
            UpForRenewal = [.. accounts.Select(_ => (bool?)null)],
        };
    }
}
