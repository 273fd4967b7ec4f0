using Segmentation.Outcome;
using Segmentation.Statistics;

namespace Segmentation.Tests.Outcome;

public sealed class RetentionLedgerTests
{
    private static readonly RetentionMeasure[] All = Enum.GetValues<RetentionMeasure>();

    // The reference accounts of the project: Finance quotes the ledger form, Customer Success the endpoint form. Each value by hand: start 360; Σ min 275; churn 50 + 30, contraction 20 + 40; end 295, of which 25 came back.
    [Theory]
    [InlineData(RetentionMeasure.GrossRetention, 76.389)]
    [InlineData(RetentionMeasure.GrossRetentionLedger, 61.111)]
    [InlineData(RetentionMeasure.NetRetention, 81.944)]
    [InlineData(RetentionMeasure.NetRetentionLedger, 81.944)]
    [InlineData(RetentionMeasure.NetRetentionWithoutReactivation, 75.000)]
    [InlineData(RetentionMeasure.LogoChurn, 16.667)]
    [InlineData(RetentionMeasure.LogoChurnByEvent, 33.333)]
    public void The_seven_accounts_have_the_published_figures(RetentionMeasure measure, double percent) =>
        Assert.Equal(percent, Math.Round(Seven().Of(measure)!.Value * 100, 3));

    [Fact]
    public void Their_movements_are_told_month_by_month()
    {
        var figures = Seven(cohort: false);
        Assert.Equal((6, 1, 2), (figures.Accounts, figures.LeftAtEnd, figures.Left));
        Assert.Equal((360m, 30m, 50m, 60m, 80m, 25m, 325m), (figures.Start, figures.New, figures.Expansion, figures.Contraction, figures.Churn, figures.Reactivation, figures.End));
    }

    [Fact]
    public void A_return_is_reactivation_in_full_also_above_what_was_lost()
    {
        var path = RetentionLedger.Of([30, 0, 40, 45]);
        Assert.Equal((3000L, 4000L, 500L, true), (path.Churn, path.Reactivation, path.Expansion, path.HasLeft));
        Assert.Equal(0, path.EndWithoutReturn);
    }

    [Fact]
    public void An_account_that_had_paid_before_is_reactivated_not_new()
    {
        Assert.Equal((0L, 500L), (RetentionLedger.Of([0, 5], paidBefore: true).New, RetentionLedger.Of([0, 5], paidBefore: true).Reactivation));
        Assert.Equal((500L, 0L), (RetentionLedger.Of([0, 5]).New, RetentionLedger.Of([0, 5]).Reactivation));

        // New, then gone, then back inside the window: it is known by then. It paid nothing at the start, so it has not left the cohort.
        var path = RetentionLedger.Of([0, 5, 0, 7]);
        Assert.Equal((500L, 500L, 700L, false), (path.New, path.Churn, path.Reactivation, path.HasLeft));
    }

    [Theory]
    [InlineData(new double[] { 5 }, 500, 500)]
    [InlineData(new[] { -5, double.NaN, 5 }, 0, 500)]
    [InlineData(new[] { 5, double.NaN }, 500, 0)]
    [InlineData(new[] { 0.1, 0.2 }, 10, 20)]
    [InlineData(new[] { 0.004, 0.006 }, 0, 1)]
    public void Amounts_are_whole_cents_and_what_is_no_amount_is_nothing(double[] paid, long start, long end)
    {
        var path = RetentionLedger.Of(paid);
        Assert.Equal((start, end), (path.Start, path.End));
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e300)]
    public void An_amount_that_cannot_be_added_up_to_the_cent_is_refused(double amount)
    {
        var error = Assert.Throws<ArgumentException>(() => RetentionLedger.Of([1, amount]));
        Assert.Contains("Correct it in the history of ARR", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_path_adds_up_to_the_cent_and_gross_is_at_most_one_and_at_most_net()
    {
        for (var trial = 0; trial < 500; trial++)
        {
            var random = new SeededRandom(11, trial);
            var sums = default(RetentionSums);
            for (var account = 0; account < 20; account++)
            {
                var paid = Enumerable.Range(0, 1 + random.Next(14)).Select(_ => random.Next(3) == 0 ? 0 : Math.Round(random.NextDouble() * 1000, 2)).ToArray();
                var path = RetentionLedger.Of(paid);
                Assert.Equal(path.End, path.Start + path.New + path.Expansion - path.Contraction - path.Churn + path.Reactivation);
                sums.Add(path);
            }

            var figures = sums.Figures();
            Assert.Equal(figures.End, figures.Start + figures.New + figures.Expansion - figures.Contraction - figures.Churn + figures.Reactivation);
            if (figures.GrossRetention is not { } gross) continue;
            Assert.InRange(gross, 0, Math.Min(1, figures.NetRetention!.Value));
            Assert.True(figures.Of(RetentionMeasure.GrossRetentionLedger) <= gross);
            Assert.True(figures.Of(RetentionMeasure.NetRetentionWithoutReactivation) <= figures.NetRetention);
            Assert.True(figures.LogoChurn <= figures.Of(RetentionMeasure.LogoChurnByEvent));
        }
    }

    [Fact]
    public void Accounts_of_the_cohort_alone_have_both_forms_of_net_retention_equal()
    {
        Assert.Equal(295m, Seven().Numerator(RetentionMeasure.NetRetention));
        Assert.Equal(295m, Seven().Numerator(RetentionMeasure.NetRetentionLedger));
        Assert.Equal(0m, Seven().New);
    }

    [Fact]
    public void Blocks_of_a_history_give_what_the_whole_gives()
    {
        const int months = 7, accounts = 100;
        var random = new SeededRandom(3);
        double[] paid = [.. Enumerable.Range(0, months * accounts).Select(_ => random.Next(4) == 0 ? 0 : Math.Round(random.NextDouble() * 1000, 2))];
        int[] group = [.. Enumerable.Range(0, accounts).Select(_ => random.Next(4) - 1)];
        var whole = new RetentionSums[3];
        RetentionLedger.Add(paid, months, group, whole);
        var blocks = new RetentionSums[3];
        for (var first = 0; first < accounts; first += 30)
        {
            var count = Math.Min(30, accounts - first);
            RetentionLedger.Add(paid.AsSpan(first * months, count * months), months, group.AsSpan(first, count), blocks);
        }

        Assert.Equal(whole.Select(s => s.Figures()), blocks.Select(s => s.Figures()));

        // By hand for one group: nobody else's amounts.
        var byHand = Enumerable.Range(0, accounts).Where(a => group[a] == 1).Sum(a => (decimal)paid[a * months]);
        Assert.Equal(byHand, whole[1].Figures().Start);
    }

    [Fact]
    public void Paths_that_do_not_fit_the_accounts_are_refused() =>
        Assert.Contains("paid has 5 amounts but 2 accounts of 3 months need 6", Assert.Throws<ArgumentException>(() => RetentionLedger.Add(new double[5], 3, [0, 0], new RetentionSums[1])).Message, StringComparison.Ordinal);

    [Fact]
    public void Without_accounts_no_measure_has_a_value() => Assert.All(All, m => Assert.Null(default(RetentionSums).Figures().Of(m)));

    private static RetentionFigures Seven(bool cohort = true)
    {
        var sums = default(RetentionSums);
        foreach (var (_, path) in RetentionAccounts.Seven.Where(a => !cohort || a.Path[0] > 0)) sums.Add(RetentionLedger.Of(path));
        return sums.Figures();
    }
}
