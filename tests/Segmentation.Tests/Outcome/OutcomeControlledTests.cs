using Segmentation.Outcome;
using Segmentation.Statistics;

namespace Segmentation.Tests.Outcome;

/// <summary>Mix effects: two that are published, and ones that were planted.</summary>
public sealed class OutcomeControlledTests
{
    private static readonly (string, string[])[] Dimensions = [("Region", ["North", "South"]), ("Tier", ["SMB", "Enterprise"])];

    /// <summary>Glm(failed ~ treatment + stone, binomial) of R 4.2.2, rates standardised by predict over all 700, standard errors by the delta method.</summary>
    [Fact]
    public void Kidney_stones_turn_around_once_the_size_is_held_equal()
    {
        var result = OutcomeDrivers.Controlled(DriversCohort.KidneyStones, "treatment", ["stone"]);
        var open = result.Rows[0];
        Assert.Equal((.22, 61 / 350d), (open.CrudeRate!.Value, result.Rows[1].CrudeRate!.Value));
        Assert.Equal(.175342246006, open.AdjustedRate!.Value, 8);
        Assert.Equal(.229481293096, result.Rows[1].AdjustedRate!.Value, 8);
        Assert.Equal(.175342246006 - .229481293096, open.AdjustedDifference!.Value, 8);
        Assert.Equal(1.959963985 * .0346726021025, (open.AdjustedInterval.High - open.AdjustedInterval.Low) / 2, 7);
        Assert.Equal(1.959963985 * .0189977704440, (open.AdjustedRateInterval.High - open.AdjustedRateInterval.Low) / 2, 7);
        Assert.Equal(2.442145374, result.Test!.Statistic, 7);
        Assert.True(open.IsReversed);
        Assert.Equal(1, open.Comparable);
        Assert.Equal(open.PValue, open.CorrectedPValue);
        var text = result.ToString();
        Assert.Contains("Open: 22.0% churned, 4.6 points more than of all other segments (-1.3 to 10.4). With Stone held equal it is 5.4 points less (-12.2 to 1.4): "
            + "the difference comes from the mix of Stone; within it the sign turns around (Simpson's paradox), by no more than chance.", text, StringComparison.Ordinal);
        Assert.Contains("Within each of Stone, Open against all others: Small 6.9% against 13.3%; Large 27.0% against 31.3%.", text, StringComparison.Ordinal);
    }

    /// <summary>UCBAdmissions of R 4.2.2: rejected 1 - .380197152535 of men and 1 - .399694195809 of women with the departments held equal, standard error of the difference .01567203554.</summary>
    [Fact]
    public void Berkeley_rejects_women_more_only_because_of_the_departments()
    {
        var result = OutcomeDrivers.Controlled(DriversCohort.Berkeley, "Gender", ["Department"]);
        var women = result.Rows[1];
        Assert.Equal(1 - .399694195809, women.AdjustedRate!.Value, 8);
        Assert.Equal(1 - .380197152535, result.Rows[0].AdjustedRate!.Value, 8);
        Assert.Equal(1.959963985 * .01567203554346, (women.AdjustedInterval.High - women.AdjustedInterval.Low) / 2, 8);
        Assert.InRange(women.CrudeDifference!.Value, .141, .142);
        Assert.True(women.IsReversed);
        Assert.Equal(OutcomeVerdict.Inconclusive, women.Verdict);
        Assert.Equal(12, result.Strata.Length);
        Assert.Equal(("A", "Female", 108, 19), (result.Strata[1].Stratum, result.Strata[1].Segment, result.Strata[1].Accounts, result.Strata[1].Churned));
    }

    [Fact]
    public void Difference_that_only_the_mix_makes_is_said_to_come_from_it()
    {
        // 30% of SMB and 5% of Enterprise churn in either region; North has 90 of 100 SMB, South 10 of 100, ten times over.
        var result = OutcomeDrivers.Controlled(Planted((900, .3), (100, .05), (100, .3), (900, .05)), "Region", ["Tier"]);
        Assert.Equal(.275 - .075, result.Rows[0].CrudeDifference!.Value, 9);
        Assert.Equal(0, result.Rows[0].AdjustedDifference!.Value, 6);
        Assert.Equal(OutcomeVerdict.Inconclusive, result.Rows[0].Verdict);
        Assert.Contains("20.0 points of the 20.0 points come from the mix of Tier, and what is left is no more than chance.", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Difference_within_every_stratum_is_not_made_by_the_mix()
    {
        var result = OutcomeDrivers.Controlled(Planted((500, .4), (500, .2), (500, .2), (500, .1)), "Region", ["Tier"]);
        Assert.Equal(OutcomeVerdict.Difference, result.Rows[0].Verdict);
        Assert.Contains("North: 30.0% churned, 15.0 points more than of all other segments", result.ToString(), StringComparison.Ordinal);
        Assert.Contains("the difference is not made by the mix of Tier.", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Reversal_beyond_chance_is_said_plainly()
    {
        var result = OutcomeDrivers.Controlled(Planted((900, .3), (100, .05), (100, .5), (900, .1)), "Region", ["Tier"]);
        Assert.True(result.Rows[0].IsReversed);
        Assert.Contains("the difference turns around (Simpson's paradox). It comes from the mix of Tier, not from Region.", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Stratum_without_churn_is_answered_by_the_penalised_likelihood()
    {
        var result = OutcomeDrivers.Controlled(Planted((100, .2), (100, 0), (100, .1), (100, 0)), "Region", ["Tier"]);
        Assert.True(result.IsPenalised);
        Assert.Contains("Firth", result.ToString(), StringComparison.Ordinal);
        Assert.InRange(result.Rows[0].AdjustedDifference!.Value, 0, .1);
    }

    [Fact]
    public void Strata_that_a_segment_has_no_account_in_are_not_comparable()
    {
        var result = OutcomeDrivers.Controlled(Planted((100, .2), (0, 0), (50, .1), (150, .1)), "Region", ["Tier"]);
        Assert.Equal([.5, 1], result.Rows.Select(r => r.Comparable));
    }

    [Fact]
    public void Unassigned_accounts_are_left_out_and_counted_and_an_empty_segment_is_still_a_row()
    {
        int[] region = [.. Enumerable.Range(0, 80).Select(i => i < 5 ? -1 : i % 2)], tier = [.. Enumerable.Range(0, 80).Select(i => i >= 77 ? -1 : i / 40)];
        var cohort = DriversCohort.Of([("Region", ["North", "South", "Moon"]), ("Tier", ["SMB", "Enterprise"])], [region, tier], [.. Enumerable.Range(0, 80).Select(i => i % 7 == 0)]);
        var result = OutcomeDrivers.Controlled(cohort, "Region", ["Tier"]);
        Assert.Equal(8, result.LeftOut);
        Assert.Equal(72, result.Rows.Sum(r => r.Accounts));
        Assert.Equal(("Moon", 0), (result.Rows[2].Segment, result.Rows[2].Accounts));
        Assert.Null(result.Rows[2].AdjustedRate);
        Assert.Null(result.Rows[2].Verdict);
        Assert.Contains("Left out: 8 accounts Unassigned or excluded in Region and Tier", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_controls_are_said()
    {
        var cohort = DriversCohort.KidneyStones;
        Assert.Throws<ArgumentException>(() => OutcomeDrivers.Controlled(cohort, "Treatment", ["Weather"]));
        Assert.StartsWith("'Treatment' cannot control for itself.", Assert.Throws<ArgumentException>(() => OutcomeDrivers.Controlled(cohort, "Treatment", ["Treatment"])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => OutcomeDrivers.Controlled(cohort, "Treatment", ["Stone", "Stone"]));
        Assert.StartsWith("no other dimension is named", OutcomeDrivers.Controlled(cohort, "Treatment", []).Reason, StringComparison.Ordinal);
    }

    /// <summary>Adjusted differences of 400 planted cohorts: the truth is known because both regions share one rate in each tier, so that it is 0.</summary>
    [Fact]
    public void Interval_of_the_adjusted_difference_holds_the_truth_as_often_as_it_says()
    {
        // Standard error of a coverage of .95 in 400 rounds: √(.95 .05/400) = .011; three of them either side.
        var holds = 0;
        for (var round = 0; round < 400; round++)
        {
            var random = new SeededRandom(77, round);
            int[] tier = [.. Enumerable.Range(0, 400).Select(_ => random.Next(2))], region = [.. tier.Select(t => random.NextDouble() < (t == 0 ? .8 : .2) ? 0 : 1)];
            var result = OutcomeDrivers.Controlled(DriversCohort.Of(Dimensions, [region, tier], [.. tier.Select(t => random.NextDouble() < (t == 0 ? .3 : .1))]), "Region", ["Tier"]);
            if (result.Rows[0].AdjustedInterval.Contains(0)) holds++;
        }

        Assert.InRange(holds / 400d, .95 - .033, .95 + .033);
    }

    /// <summary>Accounts and churn of North in SMB and Enterprise, then of South.</summary>
    private static OutcomeCohort Planted(params (int Accounts, double Churn)[] cells)
    {
        var accounts = cells.SelectMany((c, i) => Enumerable.Range(0, c.Accounts).Select(a => (Region: i / 2, Tier: i % 2, Churned: a < Math.Round(c.Accounts * c.Churn)))).ToArray();
        return DriversCohort.Of(Dimensions, [[.. accounts.Select(a => a.Region)], [.. accounts.Select(a => a.Tier)]], [.. accounts.Select(a => a.Churned)]);
    }
}
