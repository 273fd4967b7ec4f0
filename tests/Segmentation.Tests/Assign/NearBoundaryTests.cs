using Segmentation.Assign;
using Segmentation.Framework;
using Segmentation.Tables;
using static Segmentation.Tests.Assign.SmallFrameworks;

namespace Segmentation.Tests.Assign;

public sealed class NearBoundaryTests
{
    private static readonly SegmentationFramework Tiers = Of("v1", "Tier: Enterprise = employees >= 1000 or arr >= 500_000; Mid-Market = employees >= 100 and employees < 1000; SMB = employees < 100");

    private static NearBoundaryResult Find(SegmentationFramework framework, params (string? Id, double? Employees, double? Arr, string? Industry, string? Type, DateTime? Active)[] rows) =>
        NearBoundary.Find(Run(framework, Records(rows)));

    [Fact]
    public void A_record_exactly_ten_percent_from_the_cut_is_near_and_one_further_is_not()
    {
        // |900 - 1,000| / 1,000 = 10%, included; 899 is 10.1% away. 1,100 and 1,101 the same above.
        var result = Find(Tiers, Account("a", 900), Account("b", 899), Account("c", 1100), Account("d", 1101));
        Assert.Equal(["a", "c"], result.All.Select(r => r.Id!).Order());
        Assert.Equal([0.1, 0.1], result.All.Select(r => r.Distance!.Value));
    }

    [Fact]
    public void The_place_on_the_other_side_is_decided_with_the_value_just_across()
    {
        var all = Find(Tiers, Account("below", 999, 30), Account("on", 1000, 20), Account("low", 99, 10)).All;
        Assert.Equal(
            [("below", "employees >= 1,000", "999", "reaches 1,000", "Mid-Market", "Enterprise"), ("on", "employees >= 1,000", "1,000", "falls below 1,000", "Enterprise", "Mid-Market"), ("low", "employees >= 100", "99", "reaches 100", "SMB", "Mid-Market")],
            all.Select(r => (r.Id, r.Cut, r.Value, r.Crossing, r.Segment, r.OtherSide)));
    }

    [Fact]
    public void A_record_that_another_rule_or_an_override_keeps_in_place_is_near_and_not_listed()
    {
        // 1,050 employees and ARR 600,000: Enterprise by ARR on either side of 1,000 employees.
        var framework = Tiers.Overriding("held", "Tier", "Enterprise", new DateTime(2026, 12, 31));
        var result = Find(framework, Account("rich", 1050, 600_000), Account("held", 950));
        Assert.Empty(result.All);
        var cut = result.Cuts.Single(c => c.Cut == "employees >= 1,000");
        Assert.Equal((2, 0, 0.0), (cut.Near, cut.WouldChange, cut.Arr));
    }

    [Fact]
    public void Cuts_are_counted_with_ARR_and_kept_where_nobody_is_near()
    {
        var result = Find(Tiers, Account("a", 950, 100), Account("b", 1050, 20), Account("c", 5000, 7));
        Assert.Equal([("employees >= 100", 0, 0, 0, 0.0), ("employees >= 1,000", 2, 1, 1, 120.0), ("arr >= 500,000", 0, 0, 0, 0.0)],
            result.Cuts.Select(c => (c.Cut, c.Near, c.WouldRise, c.WouldFall, c.Arr!.Value)));
        Assert.Equal(3, result.ToTable().RowCount);
    }

    [Fact]
    public void Both_ends_of_a_band_belong_to_it_and_a_gap_between_bands_shows()
    {
        // 51-200 and 201-1000 touch: of whole numbers "above 200" and "from 201" are one cut. 1,000 belongs to the second band, above it is nothing.
        var result = Find(Of("v1", "Band: Small = employees between 51 and 200; Large = employees between 201 and 1000"), Account("a", 200, 3), Account("b", 201, 2), Account("c", 1000, 1));
        Assert.Equal(["employees >= 51", "employees >= 201", "employees >= 1,001"], result.Cuts.Select(c => c.Cut));
        Assert.Equal([("a", "Small", "Large"), ("b", "Large", "Small"), ("c", "Large", "Unassigned")], result.All.Select(r => (r.Id!, r.Segment, r.OtherSide)));
    }

    [Fact]
    public void A_cut_at_zero_is_measured_by_the_median_of_the_amounts()
    {
        // Amounts without zeros: 100, 1,000, 2,000: median 1,000, a tenth of it 100. 0 and 100 are near, 1,000 is not.
        var result = Find(Of("v1", "Paying: Yes = arr > 0; No = otherwise"), Account("a", arr: 0), Account("b", arr: 100), Account("c", arr: 1000), Account("d", arr: 2000));
        Assert.Equal([("b", "falls to 0", "No", 0.1), ("a", "rises above 0", "Yes", 0.0)], result.All.Select(r => (r.Id!, r.Crossing, r.OtherSide, r.Distance!.Value)));

        // All zero: no median, and every record lies on the cut.
        Assert.Equal(2, Find(Of("v1", "Paying: Yes = arr > 0; No = otherwise"), Account("a", arr: 0), Account("b", arr: 0)).All.Length);
    }

    [Fact]
    public void Dates_are_near_by_days()
    {
        // As of 30 June 2026 the cut lies on 1 April. 31 March is 1 day away, 1 May is 30, 2 May is 31.
        var framework = Of("v1", "Activity: Active = last_activity_date >= as_of - 90 days; Quiet = otherwise");
        var result = Find(framework, Account("a", active: new(2026, 3, 31)), Account("b", active: new(2026, 5, 1)), Account("c", active: new(2026, 5, 2)));
        Assert.Equal([("a", 1.0, "reaches 2026-04-01", "Active"), ("b", 30.0, "falls below 2026-04-01", "Quiet")], result.All.Select(r => (r.Id!, r.Days!.Value, r.Crossing, r.OtherSide)));
        Assert.Equal("last_activity_date >= 2026-04-01", Assert.Single(result.Cuts).Cut);
        Assert.All(result.All, r => Assert.Null(r.Distance));
    }

    [Fact]
    public void A_cut_of_an_exclusion_is_a_cut_of_every_dimension()
    {
        var result = Find(Of("v1", "Tier: All = otherwise").Excluding("Tiny", "employees < 10"), Account("a", 10), Account("b", 50));
        Assert.Equal([("a", "falls below 10", "All", DimensionAssignment.Excluded)], result.All.Select(r => (r.Id!, r.Crossing, r.Segment, r.OtherSide)));
    }

    [Fact]
    public void Blanks_no_number_and_no_records_are_near_nothing()
    {
        Assert.Empty(Find(Tiers, Account("a", null, null), Account("b", double.PositiveInfinity)).All);
        Assert.Empty(Find(Tiers).All);
        var none = NearBoundary.Find(Run(Of("v1", "Tier: All = otherwise"), Records(Account("a"))));
        Assert.Empty(none.Cuts);
        Assert.Contains("The rules cut no number and no date.", none.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_distance_below_zero_is_refused()
    {
        var assigned = Run(Tiers, Records());
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => NearBoundary.Find(assigned, new() { Within = -0.1 }));
        Assert.StartsWith("Within is -0.1 but must be a share of the cut's value of at least 0, such as 0.10.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => NearBoundary.Find(assigned, new() { WithinDays = -1 }));
    }

    [Fact]
    public void Names_are_hidden_under_a_mask() =>
        Assert.DoesNotContain("Company", Find(Tiers, Account("a", 999)).Records.ToString(RenderOptions.Default with { Mask = true }), StringComparison.Ordinal);
}
