using Segmentation.Outcome;
using Segmentation.Tables;

namespace Segmentation.Tests.Outcome;

public sealed class RetentionReconciliationTests
{
    [Fact]
    public void Gross_retention_of_finance_and_customer_success_differ_by_two_accounts()
    {
        // 76.389% against 61.111%: 55 of 360. A6 lost 30 and kept 25 of it; A7 fell from 90 to 50, of which only 10 below its 60.
        var result = RetentionReconciliation.Of(RetentionAccounts.Of(RetentionAccounts.Seven), RetentionMeasure.GrossRetention, RetentionMeasure.GrossRetentionLedger, "Tier", "Enterprise");
        Assert.Equal([("R007", 50m, 20m, "grew, then shrank"), ("R006", 25m, 0m, "left and came back with less")], result.Accounts.Select(a => (a.Id, a.From, a.To, a.Why)));
        Assert.Equal(["Name 7", "Name 6"], result.Accounts.Select(a => a.Name));
        Assert.Equal(-55m, result.Accounts.Sum(a => a.Difference));
    }

    [Fact]
    public void The_accounts_sum_exactly_to_the_difference_of_any_two_definitions_that_count_the_same()
    {
        var cohort = RetentionAccounts.Of([.. RetentionAccounts.Seven, ("SMB", [0.10, 0.30, 0.20]), ("SMB", [33.33, 0, 0.01]), ("SMB", [33.33, 10, 99.99])]);
        foreach (var from in Enum.GetValues<RetentionMeasure>())
        {
            foreach (var to in Enum.GetValues<RetentionMeasure>())
            {
                var result = RetentionReconciliation.Of(cohort, from, to);
                Assert.Equal(IsLogo(from) != IsLogo(to), result.Reason is not null);
                if (result.Reason is null) Assert.Equal(result.Figures!.Numerator(to) - result.Figures.Numerator(from), result.Accounts.Sum(a => a.Difference));
            }
        }

        static bool IsLogo(RetentionMeasure m) => m is RetentionMeasure.LogoChurn or RetentionMeasure.LogoChurnByEvent;
    }

    [Fact]
    public void Both_forms_of_net_retention_and_a_definition_with_itself_need_no_account()
    {
        var cohort = RetentionAccounts.Of(RetentionAccounts.Seven);
        Assert.Empty(RetentionReconciliation.Of(cohort, RetentionMeasure.NetRetention, RetentionMeasure.NetRetentionLedger).Accounts);
        var same = RetentionReconciliation.Of(cohort, RetentionMeasure.LogoChurn, RetentionMeasure.LogoChurn);
        Assert.Empty(same.Accounts);
        Assert.Equal(0, same.ToTable().RowCount);
    }

    [Theory]
    [InlineData(new double[] { 5, 0, 0, 0 }, "left")]
    [InlineData(new double[] { 5, 7, 0, 0 }, "grew, then left")]
    [InlineData(new double[] { 5, 0, 4, 0 }, "left, came back, left again")]
    [InlineData(new double[] { 5, 0, 5, 5 }, "left and came back")]
    [InlineData(new double[] { 5, 0, 4, 8 }, "left and came back with more")]
    [InlineData(new double[] { 5, 3, 4, 4 }, "shrank, then grew")]
    [InlineData(new double[] { 5, 4, 4, 4 }, "shrank")]
    public void An_account_is_described_by_what_it_did(double[] path, string why)
    {
        var account = RetentionReconciliation.Of(RetentionAccounts.Of(("SMB", path)), RetentionMeasure.LogoChurn, RetentionMeasure.LogoChurn);
        Assert.Empty(account.Accounts);
        Assert.Equal(why, RetentionReconciliation.Why(path, RetentionLedger.Of(path)));
    }

    [Fact]
    public void Ids_names_and_amounts_are_hidden_under_mask()
    {
        var result = RetentionReconciliation.Of(RetentionAccounts.Of(RetentionAccounts.Seven), RetentionMeasure.NetRetention, RetentionMeasure.NetRetentionWithoutReactivation);
        Assert.Equal("R006", Assert.Single(result.Accounts).Id);
        var masked = result.ToHtml(new RenderOptions(Mask: true));
        Assert.DoesNotContain("R006", masked, StringComparison.Ordinal);
        Assert.DoesNotContain("Name 6", masked, StringComparison.Ordinal);
    }

    [Fact]
    public void The_definition_card_holds_every_number_with_its_formula()
    {
        var card = RetentionDefinitions.Of(RetentionAccounts.Of(RetentionAccounts.Seven)).ToTable();
        Assert.Equal(["76.4%", "61.1%", "81.9%", "81.9%", "75.0%", "16.7%", "33.3%"], Enumerable.Range(0, card.RowCount).Select(card["value"].Display));
        Assert.Equal(["275", "220", "295", "295", "270", "1", "2"], Enumerable.Range(0, card.RowCount).Select(card["counts"].Display));
        Assert.All(Enumerable.Range(0, card.RowCount), r => Assert.NotEmpty(card["formula"].Display(r)));
    }
}
