using Segmentation.Outcome;
using Segmentation.Statistics;

namespace Segmentation.Tests.Outcome;

public sealed class ArrBridgeTests
{
    [Fact]
    public void The_seven_accounts_bridge_by_hand()
    {
        var bridge = ArrBridge.Of(RetentionAccounts.Of(RetentionAccounts.Seven), "Tier");
        Assert.Equal(["SMB", "Mid-Market", "Enterprise", ArrBridge.CameLater, ArrBridge.Total], bridge.Rows.Select(r => r.Group));
        Assert.Equal((230m, 20m, 20m, 50m, 0m, 180m), Of("SMB"));
        Assert.Equal((130m, 30m, 40m, 30m, 25m, 115m), Of("Enterprise"));
        Assert.Equal(30m, bridge.Rows.Single(r => r.Group == ArrBridge.CameLater).Figures.New);
        Assert.Equal((360m, 325m), (bridge.Rows[^1].Figures.Start, bridge.Rows[^1].Figures.End));

        (decimal, decimal, decimal, decimal, decimal, decimal) Of(string group) =>
            bridge.Rows.Single(r => r.Group == group).Figures is var f ? (f.Start, f.Expansion, f.Contraction, f.Churn, f.Reactivation, f.End) : default;
    }

    [Fact]
    public void An_account_back_from_before_the_start_is_no_new_one()
    {
        var cohort = RetentionAccounts.Of(OutcomeOptions.Default, 1, ("SMB", [10, 10, 10]), ("SMB", [20, 0, 15]), ("SMB", [0, 0, 5]));
        var later = ArrBridge.Of(cohort, "Tier").Rows.Single(r => r.Group == ArrBridge.CameLater).Figures;
        Assert.Equal((5m, 15m), (later.New, later.Reactivation));
    }

    [Fact]
    public void Accounts_that_paid_and_are_not_in_the_cohort_have_a_row_of_their_own()
    {
        var cohort = RetentionAccounts.Of(RetentionAccounts.Seven);
        var without = cohort with { HistoryRow = cohort.HistoryRow.RemoveAt(5), ArrAtStart = cohort.ArrAtStart.RemoveAt(5), Assigned = cohort.Assigned! with { Dimensions = [.. cohort.Assigned.Dimensions.Select(d => d with { Segment = d.Segment.RemoveAt(5), State = d.State.RemoveAt(5) })] } };
        var bridge = ArrBridge.Of(without, "Tier");
        Assert.Equal((60m, 50m), bridge.Rows.Single(r => r.Group == ArrBridge.NotInCohort).Figures is var f ? (f.Start, f.End) : default);
        Assert.Equal(360m, bridge.Rows[^1].Figures.Start);
    }

    [Fact]
    public void Rows_months_and_total_add_up_to_the_cent_to_what_the_history_holds()
    {
        for (var trial = 0; trial < 20; trial++)
        {
            var random = new SeededRandom(17, trial);
            string?[] tiers = ["SMB", "Mid-Market", "Enterprise", null];
            var accounts = Enumerable.Range(0, 25).Select(_ => (tiers[random.Next(4)], Enumerable.Range(0, 8).Select(_ => random.Next(3) == 0 ? 0 : Math.Round(random.NextDouble() * 1000, 2)).ToArray())).Append(("SMB", [1, 1, 1, 1, 1, 1, 1, 1])).ToArray();
            var cohort = RetentionAccounts.Of(OutcomeOptions.Default, 2, accounts);
            var bridge = ArrBridge.Of(cohort, "Tier");

            // The authority is decimal addition of the amounts as they were written.
            Assert.Equal(accounts.Sum(a => (decimal)a.Item2[2]), bridge.Rows[^1].Figures.Start);
            Assert.Equal(accounts.Sum(a => (decimal)a.Item2[^1]), bridge.Rows[^1].Figures.End);
            Assert.All(bridge.Rows.Select(r => r.Figures).Concat(bridge.Months), f => Assert.Equal(f.End, f.Start + f.New + f.Expansion - f.Contraction - f.Churn + f.Reactivation));
            foreach (var part in new Func<RetentionFigures, decimal>[] { f => f.Start, f => f.New, f => f.Expansion, f => f.Contraction, f => f.Churn, f => f.Reactivation, f => f.End })
            {
                Assert.Equal(part(bridge.Rows[^1].Figures), bridge.Rows.SkipLast(1).Sum(r => part(r.Figures)));
            }

            Assert.Equal(5, bridge.Months.Length);
            Assert.Equal(bridge.Rows[^1].Figures.Churn, bridge.Months.Sum(m => m.Churn));
            Assert.Equal(bridge.Rows[^1].Figures.New, bridge.Months.Sum(m => m.New));
            Assert.Equal(bridge.Months.Skip(1).Select(m => m.Start), bridge.Months.SkipLast(1).Select(m => m.End));
            Assert.All(bridge.Rows.SkipLast(1).Where(r => r.Group != ArrBridge.CameLater), r => Assert.Equal(0, r.Figures.New));
        }
    }

    [Fact]
    public void The_table_by_month_has_a_row_a_month_and_losses_below_nothing()
    {
        var table = ArrBridge.Of(RetentionAccounts.Of(RetentionAccounts.Seven), "Tier").ByMonth;
        Assert.Equal(["2025-10-31", "2025-11-30"], Enumerable.Range(0, table.RowCount).Select(table["month"].Display));
        Assert.Equal(["-80", "0"], Enumerable.Range(0, table.RowCount).Select(table["churn"].Display));
    }
}
