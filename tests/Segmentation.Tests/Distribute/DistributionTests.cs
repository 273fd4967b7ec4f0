using Segmentation.Assign;
using Segmentation.Audit;
using Segmentation.Distribute;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Tests.Distribute;

public sealed class DistributionTests
{
    private static readonly string[] Tiers = ["Enterprise", "Mid-Market", "SMB"];

    [Fact]
    public void A_segment_without_members_is_a_row_and_Unassigned_comes_last()
    {
        var tier = Distribution.Of(SmallAssignment.Accounts.Dimension("tier", Tiers, "SMB", "SMB", "Enterprise", null).Run()).Of("TIER");
        Assert.Equal(["Enterprise", "Mid-Market", "SMB", "Unassigned"], tier.Segments.Select(s => s.Name));
        Assert.Equal([1, 0, 2, 1], tier.Segments.Select(s => s.Records));
        Assert.Equal([0.25, 0, 0.5, 0.25], tier.Segments.Select(s => s.Share));
        Assert.Equal("SMB", tier.Largest!.Name);
    }

    [Fact]
    public void Arr_is_added_up_by_hand()
    {
        // SMB: 100, 300, 0, unknown, -50 -> 400 from two that pay, median (100+300)/2; Enterprise: 600; all 1,000.
        var result = Distribution.Of(SmallAssignment.Accounts
            .Dimension("tier", Tiers, "SMB", "SMB", "SMB", "SMB", "SMB", "Enterprise").Arr(100, 300, 0, null, -50, 600).Run());
        var tier = result.Of("tier");
        Assert.Equal([600, 0, 400, 0], tier.Segments.Select(s => s.Arr!.Value));
        Assert.Equal([0.6, 0, 0.4, 0], tier.Segments.Select(s => s.ArrShare!.Value));
        Assert.Equal([1, 0, 2, 0], tier.Segments.Select(s => s.Paying!.Value));
        Assert.Equal([600.0, null, 200, null], tier.Segments.Select(s => s.MedianArr));
        Assert.Equal([600.0, null, 300, null], tier.Segments.Select(s => s.LargestArr));
        var totals = Assert.Single(result.Totals);
        Assert.Equal((6, 1000.0, 1, 1), (totals.Records, totals.Arr, totals.ArrUnknown, totals.ArrNegative));
        Assert.Contains("ARR is not known of 1 and below 0, so not added, of 1 (-50): 1,000 here, 950 with them.", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_median_of_an_odd_number_is_the_one_in_the_middle() =>
        Assert.Equal(20, Distribution.Of(SmallAssignment.Accounts.Dimension("tier", Tiers, "SMB", "SMB", "SMB").Arr(70, 10, 20).Run()).Of("tier").Segments[2].MedianArr);

    [Fact]
    public void Excluded_records_are_in_no_share_and_counted_by_the_exclusion_that_comes_first()
    {
        var result = Distribution.Of(SmallAssignment.Accounts.Dimension("tier", Tiers, "SMB", "SMB", "SMB", "Enterprise", "Enterprise")
            .Exclude("Mid-sized", "tier = \"Mid-Market\"").Exclude("Small", "tier = SMB").Exclude("Everyone small", "tier in [SMB]").Arr(1, 2, 4, 8, 16).Run());
        var totals = Assert.Single(result.Totals);
        Assert.Equal((2, 3, 24.0), (totals.Records, totals.Excluded, totals.Arr));
        Assert.Equal<ExclusionDistribution>([new("Mid-sized", 0, 0), new("Small", 3, 7), new("Everyone small", 0, 0)], totals.Exclusions);
        Assert.Equal(1, result.Of("tier").Segments[0].Share);
        Assert.Contains("Shares are of 2 accounts; 3 excluded are in no row (Small 3).", result.ToString(), StringComparison.Ordinal);
        Assert.Equal(3, result.Excluded.RowCount);
    }

    [Fact]
    public void Rows_add_up_to_the_totals_exactly()
    {
        // Known construction: random segments, whole amounts, so that sums of doubles are exact.
        var random = new Random(4);
        for (var run = 0; run < 20; run++)
        {
            var n = random.Next(0, 200);
            string?[] Values() => [.. Enumerable.Range(0, n).Select(_ => random.Next(4) is var s && s < 3 ? Tiers[s] : null)];
            double?[] arr = [.. Enumerable.Range(0, n).Select(_ => random.Next(5) == 0 ? (double?)null : random.Next(-5, 1000))];
            string?[] tiers = Values();
            var result = Distribution.Of(SmallAssignment.Accounts.Dimension("tier", Tiers, tiers).Dimension("other", Tiers, Values()).Arr(arr).Exclude("Small", "tier = SMB").Run());
            var kept = Enumerable.Range(0, n).Where(i => tiers[i] != "SMB").ToArray();
            var total = kept.Sum(i => Math.Max(0, arr[i] ?? 0));
            Assert.Equal((kept.Length, n - kept.Length, total), (result.Totals[0].Records, result.Totals[0].Excluded, result.Totals[0].Arr));
            Assert.All(result.Dimensions, d =>
            {
                Assert.Equal((kept.Length, total), (d.Segments.Sum(s => s.Records), d.Segments.Sum(s => s.Arr)));
                Assert.Equal(kept.Length == 0 ? 0 : 1, d.Segments.Sum(s => s.Share ?? 0), 12);
            });
            var cross = result.CrossTable("tier", "other");
            Assert.Equal<int>(result.Of("tier").Segments.Select(s => s.Records), cross.RowTotals);
            Assert.Equal(result.Of("other").Segments.Select(s => s.Records), Enumerable.Range(0, 4).Select(c => cross.Records.Sum(r => r[c])));
            Assert.Equal(result.Of("tier").Segments.Select(s => s.Arr!.Value), cross.Arr.Select(r => r.Sum()));
            Assert.Equal((kept.Length, total), (result.Combinations().Items.Sum(c => c.Records), result.Combinations().Items.Sum(c => c.Arr ?? 0)));
        }
    }

    [Fact]
    public void Overridden_records_are_counted_where_a_person_put_them()
    {
        var tier = Distribution.Of(SmallAssignment.Accounts.Dimension("tier", Tiers, "SMB", "SMB").Override("R002", "tier", "Enterprise", SmallAssignment.AsOf).Run()).Of("tier");
        Assert.Equal([1, 0, 1, 0], tier.Segments.Select(s => s.Records));
        Assert.Equal([1, 0, 0, 0], tier.Segments.Select(s => s.Overridden));
    }

    [Fact]
    public void The_deviation_is_of_the_expected_size()
    {
        var tier = Distribution.Of(SmallAssignment.Accounts.Dimension("tier", Tiers, SmallAssignment.Repeat(("SMB", 30), ("Enterprise", 50))).Expect("tier", "SMB", 40).Run()).Of("tier");
        Assert.Equal(-0.25, tier.Segments[2].Deviation);
        Assert.Null(tier.Segments[0].Deviation);
        Assert.Equal("25% fewer than expected", tier.Segments[2].Verdict);
    }

    [Fact]
    public void Contacts_have_no_arr_of_their_own()
    {
        var result = Distribution.Of(SmallAssignment.Contacts.Dimension("level", ["VP", "IC"], "VP", "VP", "IC").Arr(100, 100, 50).Run());
        Assert.All(result.Of("level").Segments, s => Assert.Null(s.Arr));
        Assert.Null(result.Totals[0].Arr);
        Assert.Null(result.ToTable().Find("ARR"));
        Assert.Empty(result.CrossTable("level", "level").Arr);
        Assert.Contains("ARR is their accounts' and is not added up.", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_records_there_are_rows_but_no_shares()
    {
        var result = Distribution.Of(SmallAssignment.Accounts.Dimension("tier", Tiers).Arr().Run());
        Assert.All(result.Of("tier").Segments, s => Assert.Equal((0, null, null), (s.Records, s.Share, s.ArrShare)));
        Assert.Null(result.Of("tier").Largest);
        Assert.Empty(result.Combinations().Items);
        Assert.Equal(3, result.Combinations().Possible);
        Assert.Contains("0 accounts", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_workspace_that_the_framework_does_not_divide_gives_an_empty_result()
    {
        var result = Distribution.Of(new AssignmentResult { Framework = new SegmentationFramework { Version = "v0" }, AsOf = SmallAssignment.AsOf });
        Assert.Empty(result.Dimensions);
        Assert.Equal(0, result.ToTable().RowCount);
        Assert.Contains("Nothing was assigned", result.ToHtml(), StringComparison.Ordinal);
        Assert.Empty(result.Checks.Items);
        Assert.Empty(result.Concentration().Rows);
        Assert.Equal(0, result.Combinations(EntityKind.Contacts).Possible);
        Assert.Equal("No dimension 'tier' was assigned. There are: none.", Assert.Throws<KeyNotFoundException>(() => result.Of("tier")).Message);
    }

    [Fact]
    public void Under_a_mask_small_counts_are_hidden_in_rows_and_sentences()
    {
        var result = Distribution.Of(SmallAssignment.Accounts.Dimension("tier", Tiers, "SMB", "SMB", "Enterprise").Exclude("Large", "tier = Enterprise").Run());
        var text = result.ToString(RenderOptions.Default with { Mask = true });
        Assert.Contains("Shares are of fewer than 5 accounts; fewer than 5 excluded", text, StringComparison.Ordinal);
        Assert.Contains("< 5", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_segment_is_Other_by_its_name_or_because_it_takes_what_is_left()
    {
        var result = Distribution.Of(SmallAssignment.Accounts.Dimension("tier", ["Large", "OTHERS"], "Large", "OTHERS").Rules("size", ("Large", "tier = Large"), ("Rest", "otherwise")).Run());
        Assert.Equal([false, true, false], result.Of("tier").Segments.Select(s => s.IsOther));
        Assert.Equal([false, true, false], result.Of("size").Segments.Select(s => s.IsOther));
    }

    [Theory]
    // Exactly on a limit is not above it (playbook: "above 60%"); for contacts no playbook has the limit.
    [InlineData(60, 40, null)]
    [InlineData(61, 39, Severity.Warn)]
    [InlineData(70, 30, Severity.Warn)]
    [InlineData(71, 29, Severity.Error)]
    [InlineData(80, 20, Severity.Error)]
    [InlineData(81, 19, Severity.Critical)]
    public void The_largest_share_is_judged_above_60_70_and_80_percent(int large, int small, Severity? severity)
    {
        var values = SmallAssignment.Repeat(("SMB", large * 10), ("Enterprise", small * 10));
        var accounts = Distribution.Of(SmallAssignment.Accounts.Dimension("tier", ["Enterprise", "SMB"], values).Run());
        Assert.Equal(severity, Assert.Single(accounts.Checks.Of("largest-share").Items).Severity);
        Assert.Equal(severity, accounts.Of("tier").Segments[1].Severity);
        var contacts = Distribution.Of(SmallAssignment.Contacts.Dimension("tier", ["Enterprise", "SMB"], values).Run());
        Assert.Equal(severity is null ? null : Severity.Info, Assert.Single(contacts.Checks.Of("largest-share").Items).Severity);
    }
}
