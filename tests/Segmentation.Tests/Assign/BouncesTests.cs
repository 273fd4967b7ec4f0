using Segmentation.Assign;
using Segmentation.Framework;
using static Segmentation.Tests.Assign.SmallFrameworks;

namespace Segmentation.Tests.Assign;

public sealed class BouncesTests
{
    private static readonly SegmentationFramework Tiers = Of("v1", "Tier: Big = arr >= 1000; Small = arr < 1000");

    /// <summary>Returns a history of month ends up to June 2026 in which each record has its series of ARR; NaN is blank.</summary>
    private static AssignmentHistory History(SegmentationFramework framework, params double[][] series) => AssignmentHistory.Of(Enumerable.Range(0, series[0].Length).Select(t =>
        Run(framework, Records([.. series.Select((s, i) => Account($"{i}", arr: double.IsNaN(s[t]) ? null : s[t]))]) with { AsOf = AsOf.AddDays(1).AddMonths(t + 1 - series[0].Length).AddDays(-1) })));

    [Fact]
    public void A_record_that_leaves_and_comes_back_is_a_bounce_with_its_field_cut_and_dates()
    {
        var bounce = Assert.Single(Bounces.Find(History(Tiers, [1010, 990, 1020, 1020])).All);
        Assert.Equal(("0", "Big", "Small", "arr", "arr >= 1,000", "arr 1,010 → 990", 1020.0), (bounce.Id, bounce.Place, bounce.Between, bounce.Field, bounce.Cut, bounce.Why, bounce.Arr));
        Assert.Equal((new DateTime(2026, 4, 30), new DateTime(2026, 5, 31)), (bounce.Left, bounce.Back));
    }

    [Theory]
    [InlineData("ABA", 1)]
    [InlineData("ABAB", 1)]
    [InlineData("ABABA", 2)]
    [InlineData("AABBBAA", 1)]
    [InlineData("ABCA", 0)]
    [InlineData("ABCBA", 1)]
    [InlineData("AB A", 0)]
    [InlineData("AAAA", 0)]
    [InlineData("A", 0)]
    [InlineData("", 0)]
    public void Returns_are_counted_without_overlap_and_a_gap_ends_a_run(string path, int expected) =>
        Assert.Equal(expected, BouncePaths.Returns([.. path.Select(p => p == ' ' ? null : p.ToString())]).Count);

    [Fact]
    public void A_bounce_on_text_crosses_no_cut()
    {
        var framework = Of("v1", "Focus: Tech = industry = Technology; Rest = otherwise");
        var history = AssignmentHistory.Of(new[] { "Technology", "Healthcare", "Technology" }.Select((industry, t) => Run(framework, Records(Account("a", industry: industry)) with { AsOf = AsOf.AddDays(t) })));
        var bounce = Assert.Single(Bounces.Find(history).All);
        Assert.Equal(("industry", null), (bounce.Field, bounce.Cut));
    }

    [Fact]
    public void A_sawtooth_gives_the_smallest_margin_that_holds_it()
    {
        // Six records saw between 1,010 and 960. Leaving below 970 (3%) still lets 960 out; below 950 (5%) holds it. Five crossings are two bounces each, and one on the last date that may be the first half of a third.
        double[] saw = [1010, 960, 1010, 960, 1010, 960];
        var cut = Assert.Single(Bounces.Find(History(Tiers, saw, saw, saw, saw, saw, saw)).Cuts);
        Assert.Equal((6, 12, 0), (cut.Records, cut.Bounces, cut.ForGood));
        Assert.Equal((0.05, 950.0, 0, 1.0), (cut.Suggested!.Margin, cut.Suggested.LeaveBelow, cut.Suggested.Bounces, cut.Suggested.Prevented));
        Assert.Equal([0.0, 0.0, 0.0, 1.0], cut.Tried.Take(4).Select(t => t.Prevented!.Value));

        // Each of the six is below the cut on the last date and still held above it.
        Assert.Equal((6, 0, null), (cut.Suggested.HeldAtEnd, cut.Suggested.Delayed, cut.Suggested.MonthsDelayed));
        Assert.Equal("leave below 950: prevents 100% of the bounces; no lasting move comes later; 6 records below the cut are held above it on the last date", cut.Reason);
    }

    [Fact]
    public void What_a_margin_costs_is_said_beside_what_it_prevents()
    {
        // Five saw, a sixth falls for good: below the cut from the second month, below 950 from the fourth, two months late.
        double[] saw = [1010, 960, 1010, 960, 1010, 1010];
        var cut = Assert.Single(Bounces.Find(History(Tiers, saw, saw, saw, saw, saw, [1010, 990, 960, 940, 930, 930])).Cuts);
        Assert.Equal((6, 10, 1), (cut.Records, cut.Bounces, cut.ForGood));
        Assert.Equal("leave below 950: prevents 100% of the bounces; 1 of 1 lasting moves come later, by 2 months on average", cut.Reason);
    }

    [Fact]
    public void A_margin_that_holds_four_of_five_bounces_is_enough_at_eighty_percent()
    {
        // Four records dip to 985 and one to 700, each once: 2% (leave below 980) holds four of five = 80%, at or above the limit.
        double[] shallow = [1100, 985, 1100, 1100, 1100, 1100], deep = [1100, 700, 1100, 1100, 1100, 1100];
        var history = History(Tiers, shallow, shallow, shallow, shallow, deep);
        Assert.Equal((0.02, 1), Assert.Single(Bounces.Find(history).Cuts).Suggested is { } s ? (s.Margin, s.Bounces) : default);

        // To hold all five it takes 700 or lower to leave: 30%.
        Assert.Equal(0.30, Assert.Single(Bounces.Find(history, new() { Prevent = 1 }).Cuts).Suggested!.Margin);
    }

    [Fact]
    public void A_move_that_lasts_comes_later_by_the_months_that_the_value_stays_within_the_margin()
    {
        // Below the cut from the second month, below 950 from the fourth: two months late under 5%. No bounce, so nothing to prevent.
        var outcome = Hysteresis.Play([[1010, 990, 960, 940, 930, 930]], [1, 2, 3, 4, 5, 6], CutAt1000, 0.05, 2);
        Assert.Equal((1, 2.0, 0, null), (outcome.Delayed, outcome.MonthsDelayed, outcome.HeldAtEnd, outcome.Prevented));

        // It never falls below 950: not yet at the end, four months so far.
        outcome = Hysteresis.Play([[1010, 990, 960, 960, 960, 960]], [1, 2, 3, 4, 5, 6], CutAt1000, 0.05, 2);
        Assert.Equal((1, 4.0, 1), (outcome.Delayed, outcome.MonthsDelayed, outcome.HeldAtEnd));

        // A fall below the margin at once, and a rise, are not delayed.
        outcome = Hysteresis.Play([[1010, 900, 900], [900, 1000, 1000]], [1, 2, 3], CutAt1000, 0.05, 2);
        Assert.Equal((0, null, 0), (outcome.Delayed, outcome.MonthsDelayed, outcome.HeldAtEnd));
    }

    [Fact]
    public void The_lower_threshold_itself_still_holds_a_record_and_only_below_it_leaves()
    {
        // 950 is the cut less 5%: it stays; 949 leaves. A record that was never above does not enter at 990. A blank leaves it where it is.
        Assert.Equal([true, true, true, false, false], Hysteresis.Sides([1000, 950, null, 949, 990], CutAt1000, 0.05));
        Assert.Equal([null, false, false, true], Hysteresis.Sides([null, 990, null, 1000], CutAt1000, 0.05));
        Assert.Equal([true, false, false, false, false], Hysteresis.Sides([1000, 950, null, 949, 990], CutAt1000, 0));
    }

    [Fact]
    public void A_negative_cut_is_left_further_below()
    {
        // -100 less 10% of 100 is -110.
        var cut = new CriterionCut("arr", Segmentation.Criteria.FieldType.Number, -100, true);
        Assert.Equal([true, true, false], Hysteresis.Sides([-100, -110, -111], cut, 0.10));
    }

    [Fact]
    public void Too_few_dates_or_bounces_are_said_and_nothing_is_suggested()
    {
        double[] dip = [1100, 985, 1100, 1100, 1100, 1100];
        var few = Assert.Single(Bounces.Find(History(Tiers, dip, dip, dip, dip)).Cuts);
        Assert.Equal((null, "4 bounces are too few to suggest a margin; it takes 5"), (few.Suggested, few.Reason));
        var brief = Assert.Single(Bounces.Find(History(Tiers, [.. Enumerable.Repeat(dip[..3], 9)])).Cuts);
        Assert.Equal((null, "3 dates are too few to suggest a margin; it takes 6"), (brief.Suggested, brief.Reason));
        Assert.Equal("nothing bounces here", Assert.Single(Bounces.Find(History(Tiers, [500, 500])).Cuts).Reason);
    }

    [Fact]
    public void Where_no_margin_is_wide_enough_that_is_said()
    {
        double[] drop = [1100, 100, 1100, 1100, 1100, 1100];
        var cut = Assert.Single(Bounces.Find(History(Tiers, drop, drop, drop, drop, drop)).Cuts);
        Assert.Equal((null, "no margin tried prevents 80% of the bounces; the widest, 50%, prevents 0%"), (cut.Suggested, cut.Reason));
    }

    [Fact]
    public void A_crossing_that_moves_nobody_is_no_bounce()
    {
        // Employees hold the record in Big on either side of the ARR cut.
        var framework = Of("v1", "Tier: Big = employees >= 10 or arr >= 1000; Small = otherwise");
        var result = Bounces.Find(History(framework, [1010, 990, 1010, 990, 1010, 990]));
        Assert.Empty(result.All);
        Assert.All(result.Cuts, c => Assert.Equal((0, 0), (c.Records, c.Bounces)));
    }

    [Fact]
    public void An_empty_history_has_no_bounces() => Assert.Empty(Bounces.Find(AssignmentHistory.Of()).Cuts);

    [Fact]
    public void Margins_that_do_not_ascend_are_refused() =>
        Assert.StartsWith("Margins are 0.1, 0.05 but must be ascending shares of the cut's value above 0 and below 1, such as 0.05, 0.10.",
            Assert.Throws<ArgumentException>(() => Bounces.Find(AssignmentHistory.Of(), new() { Margins = [0.1, 0.05] })).Message, StringComparison.Ordinal);

    private static CriterionCut CutAt1000 => new("arr", Segmentation.Criteria.FieldType.Number, 1000, true);
}
