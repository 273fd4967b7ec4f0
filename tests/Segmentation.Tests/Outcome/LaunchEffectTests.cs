using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Outcome;
using Segmentation.Tables;
using Segmentation.Tests.Assign;
using Segmentation.Tests.Load;

namespace Segmentation.Tests.Outcome;

/// <summary>
/// Twenty small and twenty large accounts that pay 100 each from June 2025 on; launch on 1 October. Before it 4 small and 1 large leave in August, after it 2 small and 1 large in November.
/// </summary>
public sealed class LaunchEffectTests
{
    private static readonly SegmentationFramework Tier = Rules.Tier("employees: whole", "Small: employees < 100", "Large: employees >= 100", "Giant: employees >= 10_000");

    private static readonly LaunchEffectOptions Against = LaunchEffectOptions.Default with { Untreated = ["large", "Giant"] };

    [Fact]
    public void Segments_are_counted_before_and_after()
    {
        var effect = LaunchEffect.Of(Book(), Tier, "tier", Against);

        Assert.Null(effect.Reason);
        Assert.Equal([("Small", true, 20, 4, 16, 2), ("Large", false, 20, 1, 19, 1), ("Giant", false, 0, 0, 0, 0)],
            effect.Segments.Select(s => (s.Segment, s.IsTreated, s.Before.Accounts, s.Before.Churned, s.After.Accounts, s.After.Churned)));
        Assert.Equal(.8, effect.Segments[0].Before.Grr!.Value, 12);
        Assert.Equal(.875, effect.Segments[0].After.Nrr!.Value, 12);
        Assert.Equal((40, 5, 35, 3), (effect.Overall!.Before.Accounts, effect.Overall.Before.Churned, effect.Overall.After.Accounts, effect.Overall.After.Churned));
    }

    /// <summary>By hand: (2/16 - 4/20) - (1/19 - 1/20) = -.0776.</summary>
    [Fact]
    public void The_change_of_the_untreated_is_taken_off()
    {
        var found = LaunchEffect.Of(Book(), Tier, "Tier", Against).Find("Small", LaunchEffectMeasure.Churn, LaunchEffectControl.Untreated)!;

        Assert.Equal((2d / 16) - (4d / 20) - ((1d / 19) - (1d / 20)), found.Estimate, 12);
        Assert.Equal(40, found.Accounts);
        Assert.True(found.Interval.Contains(found.Estimate));
        Assert.Equal(OutcomeVerdict.Inconclusive, found.Verdict);
        Assert.True(found.Detectable > Math.Abs(found.Estimate));
    }

    [Fact]
    public void The_split_adds_up_and_weighs_GRR_by_revenue()
    {
        var effect = LaunchEffect.Of(Book(), Tier, "Tier", Against);

        var churn = effect.Splits.Single(s => s.Measure == LaunchEffectMeasure.Churn).Effects;
        Assert.Equal(5d / 40, churn.Before, 12);
        Assert.Equal(3d / 35, churn.After, 12);
        Assert.Equal(churn.After - churn.Before, churn.RateEffect + churn.MixEffect, 12);

        // Everybody pays the same, so that GRR is 1 less churn, and so are its effects.
        Assert.Equal(-churn.RateEffect, effect.Splits.Single(s => s.Measure == LaunchEffectMeasure.GrossRetention).Effects.RateEffect, 12);
    }

    [Fact]
    public void The_same_seed_gives_the_same_intervals()
    {
        var (first, second) = (LaunchEffect.Of(Book(), Tier, "Tier", Against), LaunchEffect.Of(Book(), Tier, "Tier", Against));

        Assert.Equal(first.Estimates.ToArray(), second.Estimates.ToArray());
        Assert.Contains(first.Estimates, e => e.Measure == LaunchEffectMeasure.GrossRetention && !double.IsNaN(e.Interval.Low));
    }

    [Fact]
    public void A_bootstrap_of_too_few_losses_gives_no_interval()
    {
        var found = LaunchEffect.Of(Book(), Tier, "Tier", Against).Find("Large", LaunchEffectMeasure.GrossRetention, LaunchEffectControl.None)!;

        Assert.Equal((1 - (1d / 19)) - (1 - (1d / 20)), found.Estimate, 12);
        Assert.True(double.IsNaN(found.Interval.Low));
        Assert.Equal(OutcomeVerdict.Inconclusive, found.Verdict);
    }

    [Fact]
    public void A_segment_without_accounts_is_a_row_without_an_estimate()
    {
        var found = LaunchEffect.Of(Book(), Tier, "Tier").Find("Giant", LaunchEffectMeasure.Churn, LaunchEffectControl.None)!;

        Assert.True(double.IsNaN(found.Estimate));
        Assert.Equal(OutcomeVerdict.Inconclusive, found.Verdict);
    }

    [Fact]
    public void A_change_that_nobody_made_stays_in_doubt()
    {
        var effect = LaunchEffect.Of(Book(leave: false), Tier, "Tier", Against);

        var found = effect.Find("Small", LaunchEffectMeasure.Churn, LaunchEffectControl.Untreated)!;
        Assert.Equal(0, found.Estimate);
        Assert.Equal(OutcomeVerdict.Inconclusive, found.Verdict);
        Assert.True(found.Interval.High - found.Interval.Low > .2);
    }

    [Fact]
    public void A_large_fall_is_a_difference()
    {
        var effect = LaunchEffect.Of(Book(each: 400), Tier, "Tier", Against);

        Assert.Equal(OutcomeVerdict.Difference, effect.Find("Small", LaunchEffectMeasure.Churn, LaunchEffectControl.None)!.Verdict);
        Assert.Contains("difference", effect.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_answered_says_why()
    {
        Assert.Contains("no launch date", LaunchEffect.Of(Book(launch: null), Tier, "Tier").Reason, StringComparison.Ordinal);
        Assert.Contains("has not closed", LaunchEffect.Of(Book(), Tier, "Tier", With(180)).Reason, StringComparison.Ordinal);
        Assert.Contains("the history begins", LaunchEffect.Of(Book(launch: "2025-08-01"), Tier, "Tier", With(150)).Reason, StringComparison.Ordinal);
        Assert.Contains("one length", LaunchEffect.Of(Book(), Tier, "Tier", With(null)).Reason, StringComparison.Ordinal);
        Assert.Contains("No answer", LaunchEffect.Of(Book(launch: null), Tier, "Tier").ToString(), StringComparison.Ordinal);

        static LaunchEffectOptions With(int? days) => LaunchEffectOptions.Default with { Outcome = OutcomeOptions.Default with { WindowDays = days } };
    }

    [Fact]
    public void A_segment_that_is_not_there_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => LaunchEffect.Of(Book(), Tier, "Tier", LaunchEffectOptions.Default with { Untreated = ["Middle"] }));

        Assert.Contains("'Tier' has no untreated segment 'Middle'. It has 'Small', 'Large', 'Giant'.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => LaunchEffect.Of(Book(), Tier, "no such dimension"));
    }

    /// <summary>Rules by ARR put those that pay less today into another segment than at the launch: the 8 that shrank and the 3 that left, who pay nothing.</summary>
    [Fact]
    public void Accounts_moved_by_what_happened_are_a_warning()
    {
        var byArr = Rules.Tier("arr: number value", "Low: arr < 80", "High: arr >= 80");
        var effect = LaunchEffect.Of(Book(shrink: 8), byArr, "Tier");

        Assert.Equal((11, 11), (effect.Movers!.Moved, effect.Movers.MovedWorse));
        Assert.True(effect.Movers.IsWarning);
        Assert.Contains("Warning: accounts were moved because of what happened", effect.ToString(), StringComparison.Ordinal);
        Assert.False(LaunchEffect.Of(Book(), Tier, "Tier").Movers!.IsWarning);
    }

    [Fact]
    public void An_override_dated_after_the_launch_for_an_account_that_left_is_a_warning()
    {
        var moved = new Override("S004", "Tier", "Large", "somebody", "it left", new DateTime(2026, 12, 31)) { Standing = new Standing { Date = new DateTime(2025, 12, 1) } };
        var effect = LaunchEffect.Of(Book(), Tier with { Overrides = [moved] }, "Tier");

        Assert.Equal((1, 1), (effect.Movers!.Overridden, effect.Movers.OverriddenWorse));
        Assert.Contains("by an override dated after the launch", effect.ToString(), StringComparison.Ordinal);
    }

    private static Workspace Book(string? launch = "2025-10-01", int each = 20, bool leave = true, int shrink = 0)
    {
        var months = Enumerable.Range(0, 7).Select(m => new DateTime(2025, 6, 1).AddMonths(m)).ToArray();
        var rows = new List<(string Id, double Employees, DateTime Month, double Arr)>();
        foreach (var (letter, employees, before, after) in new[] { ("S", 10d, 4 * each / 20, 2 * each / 20), ("L", 500d, each / 20, each / 20) })
        {
            for (var i = 0; i < each; i++)
            {
                // Of each segment the first leave in August, the next in November.
                var gone = !leave ? 7 : i < before ? 2 : i < before + after ? 5 : 7;
                var less = letter == "S" && i >= each - shrink;
                rows.AddRange(months.Take(gone).Select((month, m) => (FormattableString.Invariant($"{letter}{i:000}"), employees, month, less && m >= 5 ? 60d : 100)));
            }
        }

        var accounts = rows.GroupBy(r => r.Id).Select(g => g.First()).ToArray();
        return InMemory.Open(
            $"as_of: 2025-12-31{(launch is null ? string.Empty : $"\nlaunch: {launch}")}",
            [
                InMemory.Of("accounts.csv", Column.Of("Account ID", accounts.Select(a => a.Id)), Column.Of("Account Name", accounts.Select(a => $"Company {a.Id}")), Column.Of("Employees", accounts.Select(a => a.Employees))),
                InMemory.Of("arr_history.csv", Column.Of("Account ID", rows.Select(r => r.Id)), Column.Of("Month", rows.Select(r => (DateTime?)r.Month)), Column.Of("ARR", rows.Select(r => r.Arr))),
            ]);
    }
}
