using Segmentation.Outcome;
using Segmentation.Playbook;
using Segmentation.Tables;

namespace Segmentation.Tests.Outcome;

public sealed class RetentionTests
{
    private static (string? Segment, double[] Path)[] Many(string? segment, int accounts, int lost, double arr = 100) => [.. Enumerable.Range(0, accounts).Select(i => (segment, new[] { arr, i < lost ? 0 : arr }))];

    [Fact]
    public void Segments_have_their_own_figures_and_the_empty_one_is_a_row()
    {
        var result = Retention.Of(RetentionAccounts.Of(RetentionAccounts.Seven), "tier");
        Assert.Equal(["SMB", "Mid-Market", "Enterprise", RetentionResult.AllAccounts], result.Segments.Select(s => s.Segment));
        Assert.Equal(RetentionAccounts.Tier, result.Dimension);

        // SMB 230 → 120 + 60 + 0, kept 100 + 60; Enterprise 130 → 40 + 25 + 50.
        Assert.Equal((230m, 180m, 160m), (result.Of("SMB").Figures.Start, result.Of("SMB").Figures.End, result.Of("SMB").Figures.Kept));
        Assert.Equal((130m, 115m, 115m), (result.Of("Enterprise").Figures.Start, result.Of("Enterprise").Figures.End, result.Of("Enterprise").Figures.Kept));
        Assert.Equal((0, null), (result.Of("Mid-Market").Figures.Accounts, result.Of("Mid-Market").Figures.GrossRetention));
        Assert.Null(result.Of("Mid-Market").IntervalOf(RetentionMeasure.GrossRetention));
        Assert.Null(result.Of("Mid-Market").Gross);
        Assert.Equal(76.389, Math.Round(result.Of(RetentionResult.AllAccounts).Figures.GrossRetention!.Value * 100, 3));
    }

    [Fact]
    public void Unassigned_accounts_stand_apart_are_among_all_and_are_not_compared()
    {
        var result = Retention.Of(RetentionAccounts.Of([.. Many("SMB", 40, 8), .. Many("Enterprise", 40, 0), .. Many(null, 10, 10)]), RetentionAccounts.Tier);
        Assert.Equal(90, result.Of(RetentionResult.AllAccounts).Figures.Accounts);
        Assert.Null(result.Of("Unassigned").Gross);

        // Enterprise against SMB alone: 1 - 32/40.
        Assert.Equal(0.2, result.Of("Enterprise").Gross!.Difference, 12);
    }

    [Fact]
    public void A_clear_difference_equal_segments_and_too_few_accounts_get_their_verdicts()
    {
        var clear = Retention.Of(RetentionAccounts.Of([.. Many("SMB", 200, 80), .. Many("Enterprise", 200, 4)]), RetentionAccounts.Tier).Of("SMB");
        Assert.Equal(OutcomeVerdict.Difference, clear.Gross!.Verdict);
        Assert.True(clear.Gross.PValue < 1e-6 && clear.Gross.Interval.High < 0);
        var same = Retention.Of(RetentionAccounts.Of([.. Many("SMB", 800, 0), .. Many("Enterprise", 800, 0)]), RetentionAccounts.Tier).Of("SMB");
        Assert.Equal((OutcomeVerdict.NoRelevantDifference, 1), (same.Gross!.Verdict, same.Gross.PValue));
        var few = Retention.Of(RetentionAccounts.Of([.. Many("SMB", 12, 1), .. Many("Enterprise", 12, 0)]), RetentionAccounts.Tier).Of("SMB");
        Assert.Equal(OutcomeVerdict.Inconclusive, few.Gross!.Verdict);
        Assert.True(few.Gross.Detectable > 0.25);
    }

    [Fact]
    public void A_segment_that_lost_nothing_still_has_an_interval()
    {
        // Wilson's 0 of 20: 1 - .1611252. All accounts of one size, so that the effective number is the number.
        var segment = Retention.Of(RetentionAccounts.Of(Many("SMB", 20, 0)), RetentionAccounts.Tier).Of("SMB");
        Assert.Equal(20, segment.EffectiveAccounts, 9);
        Assert.Equal(0.8388748, segment.IntervalOf(RetentionMeasure.GrossRetention)!.Value.Low, 7);
        Assert.Equal(1, segment.IntervalOf(RetentionMeasure.GrossRetention)!.Value.High);
        Assert.Equal(0.1611252, segment.IntervalOf(RetentionMeasure.LogoChurn)!.Value.High, 7);
    }

    [Fact]
    public void Everybody_gone_and_one_account_are_no_special_case()
    {
        var gone = Retention.Of(RetentionAccounts.Of([.. Many("SMB", 20, 20), ("Enterprise", [5, 5])]), RetentionAccounts.Tier);
        Assert.Equal((0d, 0d, 1d), (gone.Of("SMB").Figures.GrossRetention, gone.Of("SMB").Figures.NetRetention, gone.Of("SMB").Figures.LogoChurn));
        Assert.Equal(0, gone.Of("SMB").IntervalOf(RetentionMeasure.NetRetention)!.Value.Low);
        Assert.Equal(OutcomeVerdict.Inconclusive, Retention.Of(RetentionAccounts.Of(("SMB", [5, 0]), ("Enterprise", [5, 5])), RetentionAccounts.Tier).Of("SMB").Gross!.Verdict);
        Assert.Null(gone.Of("Enterprise").Largest);
    }

    [Fact]
    public void Accounts_of_unequal_size_say_less()
    {
        // (9 x 1 + 91)² / (9 + 91²) = 10,000 / 8,290.
        var segment = Retention.Of(RetentionAccounts.Of([.. Many("SMB", 9, 0, 1), ("SMB", [91, 91])]), RetentionAccounts.Tier).Of("SMB");
        Assert.Equal(10_000 / 8_290d, segment.EffectiveAccounts, 9);
    }

    [Fact]
    public void The_largest_account_is_named_when_it_moves_gross_retention_by_a_point_and_hidden_under_mask()
    {
        var result = Retention.Of(RetentionAccounts.Of([("SMB", [1000, 0]), .. Many("SMB", 90, 9)]), RetentionAccounts.Tier);
        var largest = result.Of("SMB").Largest!;

        // With it 8,100 of 10,000, without 8,100 of 9,000.
        Assert.Equal(("R001", 1000m, 0.1, 0.9), (largest.Id, largest.Start, largest.Share, largest.Without));
        Assert.Equal(-0.09, largest.Move, 12);
        Assert.Contains("R001", result.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("R001", result.ToString(new RenderOptions(Mask: true)), StringComparison.Ordinal);

        // Exactly at the limit warns: one of 101 equal accounts gone moves GRR from 100% by 1/101; the limit is set to that.
        var edge = RetentionAccounts.Of([.. Many("SMB", 101, 1)]);
        var move = Math.Abs(Retention.Of(edge, RetentionAccounts.Tier).Of("SMB").Largest!.Move);
        Assert.True(Retention.Of(edge, RetentionAccounts.Tier, new() { ConcentrationMove = move }).Of("SMB").Largest!.IsWarning);
        Assert.False(Retention.Of(edge, RetentionAccounts.Tier, new() { ConcentrationMove = move * 1.0001 }).Of("SMB").Largest!.IsWarning);
    }

    [Fact]
    public void Benchmarks_stand_beside_and_say_when_they_cannot_be_compared()
    {
        var quarter = Retention.Of(RetentionAccounts.Of(RetentionAccounts.Seven), RetentionAccounts.Tier);
        Assert.Equal(PlaybookLimits.Default.EnterpriseNetRetention, quarter.Of("Enterprise").NetRetentionBenchmark);
        Assert.Null(quarter.Of("Mid-Market").NetRetentionBenchmark);
        Assert.Contains("The window is 2 months: they cannot be compared.", quarter.ToString(), StringComparison.Ordinal);
        var year = Retention.Of(RetentionAccounts.Of([.. Enumerable.Range(0, 4).Select(_ => ((string?)"SMB", Enumerable.Repeat(5d, 13).ToArray()))]), RetentionAccounts.Tier);
        Assert.Contains("The window is a year.", year.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_open_window_gives_figures_and_no_verdicts()
    {
        var cohort = RetentionAccounts.Of(RetentionAccounts.Seven) with { IsClosed = false, End = new DateTime(2026, 3, 31) };
        var result = Retention.Of(cohort, RetentionAccounts.Tier);
        Assert.All(result.Segments, s => Assert.Null(s.Gross));
        Assert.NotNull(result.Of("SMB").Figures.GrossRetention);
        Assert.Contains("The window is open until 2026-03-31", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_cohort_every_result_says_why_and_is_empty()
    {
        var nothing = RetentionAccounts.Nothing;
        Result[] results =
        [
            Retention.Of(nothing, "Tier"), Retention.ByMonth(nothing, "Tier"), Retention.ByQuarter(nothing, "Tier"), Retention.Cohorts(nothing), ArrBridge.Of(nothing, "Tier"), RetentionDefinitions.Of(nothing),
            RetentionReconciliation.Of(nothing, RetentionMeasure.GrossRetention, RetentionMeasure.NetRetention),
        ];
        Assert.All(results, r =>
        {
            Assert.Equal(0, r.ToTable().RowCount);
            Assert.Contains("no history of ARR", r.ToHtml(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void An_unknown_dimension_or_row_is_an_error_that_lists_what_there_is()
    {
        var cohort = RetentionAccounts.Of(RetentionAccounts.Seven);
        Assert.Contains("'Tier'", Assert.Throws<ArgumentException>(() => Retention.Of(cohort, "Colour")).Message, StringComparison.Ordinal);
        Assert.Contains("'SMB', 'Mid-Market', 'Enterprise'", Assert.Throws<KeyNotFoundException>(() => Retention.Of(cohort, "Tier").Of("Large")).Message, StringComparison.Ordinal);
        Assert.Contains("without a segment", Assert.Throws<ArgumentException>(() => RetentionDefinitions.Of(cohort, "Tier")).Message, StringComparison.Ordinal);
        Assert.Contains("'SMB'", Assert.Throws<ArgumentException>(() => RetentionDefinitions.Of(cohort, "Tier", "Large")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_gives_the_same_result()
    {
        var cohort = RetentionAccounts.Of([.. Many("SMB", 40, 8), .. Many("Enterprise", 40, 2)]);
        Assert.Equal(Retention.Of(cohort, "Tier").ToHtml(), Retention.Of(cohort, "Tier").ToHtml());
        var other = RetentionAccounts.Of(OutcomeOptions.Default with { Seed = 1 }, 0, [.. Many("SMB", 40, 8), .. Many("Enterprise", 40, 2)]);
        Assert.Equal(Retention.Of(cohort, "Tier").Of("SMB").Figures, Retention.Of(other, "Tier").Of("SMB").Figures);
    }

    [Fact]
    public void Months_and_quarters_end_in_the_figures_of_the_window()
    {
        // September to January: quarters end in December and, short, in January.
        var cohort = RetentionAccounts.Of(("SMB", [100, 0, 0, 50, 50]), ("SMB", [100, 100, 120, 120, 90]));
        var months = Retention.ByMonth(cohort, "Tier").Points.Where(p => p.Segment == "SMB").ToArray();
        Assert.Equal([1, 2, 3, 4], months.Select(p => p.Months));
        Assert.Equal(Retention.Of(cohort, "Tier").Of("SMB").Figures, months[^1].Since);
        Assert.Equal([0.5, 0.5, 0.75, 0.7], months.Select(p => Math.Round(p.Since.GrossRetention!.Value, 9)));
        Assert.Equal([0.5, 0.6, 0.85, 0.7], months.Select(p => Math.Round(p.Since.NetRetention!.Value, 9)));

        // In the month: of those that paid at its beginning only.
        Assert.Equal([2, 1, 1, 2], months.Select(p => p.InPeriod.Accounts));
        Assert.Equal([200m, 100m, 120m, 170m], months.Select(p => p.InPeriod.Start));
        var quarters = Retention.ByQuarter(cohort, "Tier").Points.Where(p => p.Segment == "SMB").ToArray();
        Assert.Equal([new DateTime(2025, 12, 31), new DateTime(2026, 1, 31)], quarters.Select(p => p.Until));
        Assert.Equal(months[^1].Since, quarters[^1].Since);
    }

    [Fact]
    public void A_cohort_table_counts_from_the_month_in_which_each_account_came()
    {
        // Came in October and November (2025 Q4); the first paid in September already: its start is not known.
        var cohort = RetentionAccounts.Of(("SMB", [9, 9, 9, 9, 9]), ("SMB", [0, 100, 100, 0, 0]), ("SMB", [0, 0, 50, 80, 80]), ("SMB", [0, 0, 0, 0, 7]));
        var table = Retention.Cohorts(cohort, 1);
        Assert.Equal((1, 1), (table.Earlier, table.TooRecent));
        Assert.All(table.Cells, c => Assert.Equal((new DateTime(2025, 10, 1), 2), (c.Quarter, c.Figures.Accounts)));

        // One month on: 100 and 50→80; two: 0 and 80. The later came in November, so that January is its second month.
        Assert.Equal([1, 2], table.Cells.Select(c => c.Months));
        Assert.Equal([1, 0.333333333], table.Cells.Select(c => Math.Round(c.Figures.GrossRetention!.Value, 9)));
        Assert.Equal([1.2, 0.533333333], table.Cells.Select(c => Math.Round(c.Figures.NetRetention!.Value, 9)));
    }
}
