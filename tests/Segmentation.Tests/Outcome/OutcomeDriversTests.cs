using Segmentation.Outcome;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Tests.Outcome;

public sealed class OutcomeDriversTests
{
    private static readonly (string, string[]) Tier = ("Tier", ["Small", "Large", "Empty"]);

    /// <summary>Chisq.test(correct = FALSE) of R 4.2.2: 29.08982872 by stone, 2.310588478 by treatment; V² is the statistic over 700.</summary>
    [Fact]
    public void Kidney_stones_agree_with_R()
    {
        var drivers = OutcomeDrivers.Of(DriversCohort.KidneyStones);
        Assert.Equal(["Stone", "Treatment"], drivers.Items.Select(d => d.Dimension));
        Assert.Equal(Math.Sqrt(29.08982872 / 700), drivers.Items[0].CramersV, 8);
        Assert.Equal(6.90988083e-8, drivers.Items[0].PValue, 14);
        Assert.Equal(2 * 6.90988083e-8, drivers.Items[0].AdjustedPValue, 14);
        Assert.Equal(.128495394, drivers.Items[1].PValue, 8);
        Assert.Equal(.128495394, drivers.Items[1].AdjustedPValue, 8);
        Assert.Equal([OutcomeVerdict.Difference, OutcomeVerdict.Inconclusive], drivers.Items.Select(d => d.Verdict!.Value));

        // 42 of 357 small and 96 of 343 large stones failed, 138 of 700 in all: the standard deviation of the two rates over the accounts.
        double small = 42 / 357d, large = 96 / 343d, all = 138 / 700d;
        Assert.Equal(Math.Sqrt(((357 * (small - all) * (small - all)) + (343 * (large - all) * (large - all))) / 700), drivers.Items[0].Spread, 10);

        // Σ (share of the stayed less share of the churned) ln of their ratio; pairs of one churned and one stayed by size of the stone.
        Assert.Equal(((((357 - 42) / 562d) - (42 / 138d)) * Math.Log((357 - 42) / 562d / (42 / 138d))) + ((((343 - 96) / 562d) - (96 / 138d)) * Math.Log((343 - 96) / 562d / (96 / 138d))), drivers.Items[0].InformationValue, 10);
        Assert.Equal(((96 * 315) + (((96 * 247) + (42 * 315)) / 2d)) / (138d * 562), drivers.Items[0].Concordance, 10);
    }

    [Fact]
    public void Few_expected_accounts_are_tested_by_random_orders_as_Fisher_does()
    {
        // Of 12 and 12 accounts 5 and 0 churned: Fisher's two-sided p is 2 C(12,5)/C(24,5) = .0373 (hypergeometric, by hand).
        int[] place = [.. Enumerable.Range(0, 24).Select(i => i / 12)];
        var driver = Assert.Single(OutcomeDrivers.Of(DriversCohort.Of([Tier], [place], [.. place.Select((p, i) => p == 0 && i < 5)])).Items);
        Assert.True(driver.IsPermuted);
        Assert.InRange(driver.PValue, .0373 - (4 * .0019), .0373 + (4 * .0019));
    }

    [Fact]
    public void Dimension_known_as_of_today_only_is_shown_last_and_is_no_evidence()
    {
        var random = new SeededRandom(3);
        bool[] churned = [.. Enumerable.Range(0, 400).Select(_ => random.NextDouble() < .2)];
        int[] made = [.. churned.Select(c => c ? 1 : 0)], drawn = [.. churned.Select(_ => random.Next(2))];
        var drivers = OutcomeDrivers.Of(DriversCohort.Of([("Health", ["Good", "Bad"]), Tier], [made, drawn], churned, null, "Health"));
        Assert.Equal(["Tier", "Health"], drivers.Items.Select(d => d.Dimension));
        Assert.Null(drivers.Items[1].Verdict);
        Assert.True(double.IsNaN(drivers.Items[1].AdjustedPValue));
        Assert.Equal(1, drivers.Items[1].CramersV, 10);
        Assert.Equal(drivers.Items[0].PValue, drivers.Items[0].AdjustedPValue);
        Assert.Contains("Biased: field_0 is known as of today only, so that what happened in the window may have made the segments of Health. It is shown and is no evidence.", drivers.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "no account churned")]
    [InlineData(true, "every account churned")]
    public void Where_all_fare_alike_a_dimension_is_not_asked(bool churned, string why)
    {
        var cohort = DriversCohort.Of([Tier], [[0, 0, 1, 1]], [churned, churned, churned, churned]);
        var driver = Assert.Single(OutcomeDrivers.Of(cohort).Items);
        Assert.Equal(why, driver.Refused);
        Assert.Null(driver.Verdict);
        Assert.NotEmpty(OutcomeDrivers.Controlled(DriversCohort.Of([Tier, ("Region", ["A", "B"])], [[0, 0, 1, 1], [0, 1, 0, 1]], [churned, churned, churned, churned]), "Tier", ["Region"]).Reason!);
    }

    [Fact]
    public void One_segment_no_account_no_cohort_and_an_open_window_give_the_reason()
    {
        Assert.Equal("fewer than two of its segments have accounts at the start", Assert.Single(OutcomeDrivers.Of(DriversCohort.Of([Tier], [[0, 0, -1]], [true, false, true])).Items).Refused);
        Assert.Equal("fewer than two of its segments have accounts at the start", Assert.Single(OutcomeDrivers.Of(DriversCohort.Of([Tier], [[]], [])).Items).Refused);
        var none = DriversCohort.KidneyStones with { Reason = "the exports hold no history of ARR." };
        Assert.StartsWith("No dimension is held against churn: the exports hold no history of ARR.", OutcomeDrivers.Of(none).ToString(), StringComparison.Ordinal);
        Assert.Empty(OutcomeDrivers.Controlled(none, "Treatment", ["Stone"]).Rows);
        Assert.Empty(SegmentHazards.Of(none, "Treatment").Rows);
        var open = DriversCohort.KidneyStones with { IsClosed = false };
        Assert.StartsWith("the window is open", OutcomeDrivers.Of(open).Reason, StringComparison.Ordinal);
        Assert.StartsWith("the window is open", OutcomeDrivers.Controlled(open, "Treatment", ["Stone"]).Reason, StringComparison.Ordinal);
        Assert.Null(SegmentHazards.Of(open, "Treatment").Reason);
    }

    [Fact]
    public void Screen_of_unrelated_dimensions_finds_one_in_no_more_than_five_of_a_hundred()
    {
        // Four dimensions drawn at random, 300 screens: the share with any finding is at most .05 (Benjamini and Hochberg where nothing is related), ± 3 √(.05 .95/300) = .038.
        var found = 0;
        for (var round = 0; round < 300; round++)
        {
            var random = new SeededRandom(41, round);
            bool[] churned = [.. Enumerable.Range(0, 300).Select(_ => random.NextDouble() < .15)];
            var places = Enumerable.Range(0, 4).Select(_ => churned.Select(_ => random.Next(3)).ToArray()).ToArray();
            var drivers = OutcomeDrivers.Of(DriversCohort.Of([.. Enumerable.Range(0, 4).Select(d => ($"D{d}", new[] { "A", "B", "C" }))], places, churned));
            if (drivers.Items.Any(d => d.AdjustedPValue <= .05)) found++;
        }

        Assert.InRange(found / 300d, 0, .05 + .038);
    }

    [Fact]
    public void Under_mask_small_counts_are_hidden()
    {
        int[] place = [.. Enumerable.Range(0, 40).Select(i => i / 20)];
        var controlled = OutcomeDrivers.Controlled(DriversCohort.Of([Tier, ("Region", ["A", "B"])], [place, [.. place.Select((_, i) => i % 2)]], [.. place.Select((_, i) => i is 0 or 1 or 25)]), "Tier", ["Region"]);
        var text = controlled.ToString(new RenderOptions { Mask = true });
        Assert.Contains("Small: ••• churned", text, StringComparison.Ordinal);
        Assert.Contains("A ••• against 0.0%; B ••• against •••", text, StringComparison.Ordinal);
    }
}
