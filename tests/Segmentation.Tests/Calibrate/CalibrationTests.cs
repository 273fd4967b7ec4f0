using Segmentation.Calibrate;
using Segmentation.Cuts;
using Segmentation.Tables;

namespace Segmentation.Tests.Calibrate;

public sealed class CalibrationTests
{
    private static readonly (string, string)[] Rules = [("Large", "size >= 100"), ("Middle", "size >= 10 and size < 100"), ("Small", "size < 10")];

    [Fact]
    public void A_band_holds_its_lower_end_and_not_its_upper_one()
    {
        // 40 accounts of 9, 40 of exactly 10, 40 of exactly 100: today's cuts are 10 and 100.
        var sizes = Enumerable.Repeat<double?>(9, 40).Concat(Enumerable.Repeat<double?>(10, 40)).Concat(Enumerable.Repeat<double?>(100, 40)).ToArray();
        var today = Calibration.Propose(SmallCalibration.Of(SmallCalibration.Framework(Rules), sizes), "size").Alternatives[0];
        Assert.Equal("today: Tier", today.Name);
        Assert.Equal([10.0, 100.0], today.Finding.Cuts.AsEnumerable());
        Assert.Equal([40, 40, 40], today.Bands.Select(b => b.Accounts));
        Assert.Equal([(null, 10), (10, 100), (100, null)], today.Bands.Select(b => (b.From, b.Below)));
    }

    [Fact]
    public void A_rule_that_includes_its_upper_end_cuts_whole_numbers_at_the_next_one()
    {
        var framework = SmallCalibration.Framework(("Large", "size > 99"), ("Small", "size <= 99"));
        var today = Calibration.Propose(SmallCalibration.Of(framework, [.. Enumerable.Range(80, 40).Select(i => (double?)i)]), "size").Alternatives[0];
        Assert.Equal([100.0], today.Finding.Cuts.AsEnumerable());
    }

    [Fact]
    public void Outcome_of_a_band_is_the_share_that_churned_with_its_Wilson_interval()
    {
        // 50 of size 5 of which 10 churn, 50 of size 500 of which none does. Wilson for 10 of 50: 11.24% to 33.04%; for 0 of 50 up to 7.13% (E. B. Wilson's formula by hand, z = 1.959964).
        double?[] sizes = [.. Enumerable.Range(0, 100).Select(i => (double?)(i < 50 ? 5 : 500))];
        int?[] churned = [.. Enumerable.Range(0, 100).Select(i => i < 10 ? (int?)3 : null)];
        var bands = Calibration.Propose(SmallCalibration.Of(SmallCalibration.Framework(("Large", "size >= 100"), ("Small", "size < 100")), sizes, churned), "size").Alternatives[0].Bands;
        Assert.Equal([(50, 10, 0.2), (50, 0, 0.0)], bands.Select(b => (b.Paid!.Value, b.Events!.Value, b.Outcome!.Value)));
        Assert.Equal(0.1124, bands[0].OutcomeInterval!.Value.Low, 4);
        Assert.Equal(0.3304, bands[0].OutcomeInterval!.Value.High, 4);
        Assert.Equal(0, bands[1].OutcomeInterval!.Value.Low);
        Assert.Equal(0.0713, bands[1].OutcomeInterval!.Value.High, 4);
    }

    [Fact]
    public void Sentences_hide_small_counts_under_a_mask()
    {
        double?[] sizes = [.. Enumerable.Range(0, 100).Select(i => (double?)(i + 1))];
        int?[] churned = [.. Enumerable.Range(0, 100).Select(i => i < 2 ? (int?)3 : null)];
        var result = Calibration.Propose(SmallCalibration.Of(SmallCalibration.Framework(Rules), sizes, churned), "size");
        Assert.Contains(" 2 had churned", result.ToString(), StringComparison.Ordinal);
        Assert.Contains(" fewer than 5 had churned", result.ToString(new RenderOptions(Mask: true)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing", "the framework declares no number of accounts called nothing. It has size, arr.")]
    [InlineData("arr", "no account has arr.")]
    public void A_field_that_is_none_or_blank_gives_a_result_that_says_so(string field, string expected)
    {
        var result = Calibration.Propose(SmallCalibration.Of(SmallCalibration.Framework(), [.. Enumerable.Range(1, 60).Select(i => (double?)i)]), field);
        Assert.Empty(result.Recommended.Finding.Cuts);
        Assert.Equal($"no cut is supported: {expected}", result.Recommended.Finding.Reason);
        Assert.Contains("No cut is supported", result.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(result.Comparison.ToHtml());
    }

    [Fact]
    public void Values_that_do_not_vary_give_no_cut()
    {
        var result = Calibration.Propose(SmallCalibration.Of(SmallCalibration.Framework(), [.. Enumerable.Repeat<double?>(7, 60)]), "size");
        Assert.Equal("no cut is supported: every account with a value has size 7.", result.Recommended.Finding.Reason);
        Assert.False(result.IsChange);
    }

    [Fact]
    public void Twelve_accounts_keep_todays_bands()
    {
        var result = Calibration.Propose(SmallCalibration.Of(SmallCalibration.Framework(Rules), [.. Enumerable.Range(1, 12).Select(i => (double?)(i * 20))]), "size");
        Assert.Equal("no cut is supported: 12 accounts have size, and below 30 each is managed by itself.", result.Recommended.Finding.Reason);
        Assert.Equal([10.0, 100.0], result.Recommended.Finding.Cuts.AsEnumerable());
        Assert.False(result.IsChange);
    }

    [Fact]
    public void A_field_known_only_after_the_window_began_is_not_held_against_the_outcome()
    {
        var data = SmallCalibration.Of(SmallCalibration.Framework(Rules), [.. Enumerable.Range(1, 60).Select(i => (double?)i)], [.. Enumerable.Range(1, 60).Select(i => i % 3 == 0 ? (int?)2 : null)]);
        data = data with { Options = data.Options with { AssumedUnchanged = [] } };
        var result = Calibration.Propose(data, "size");
        Assert.Equal(
            "size is known as of 2026-06-30 only, but the outcome is watched from 2025-06-30 to 2026-06-30: the outcome must come after the value. Use a field that the exports hold for 2025-06-30, or, where it was the same then, name it in AssumedUnchanged of the options.",
            result.NoOutcome);
        Assert.Null(result.Recommended.Bands[0].Outcome);
        Assert.Equal($"No cut of size can be held against an outcome: {result.NoOutcome}", Assert.Throws<CalibrationException>(() => data.Sample("size", OutcomeMeasure.Churned)).Message);
    }

    [Fact]
    public void Concordance_is_counted_over_the_pairs_whose_order_is_known()
    {
        // Sizes 1 and 2 churn after 3 and 6 months, 3 and 4 stay. Cut at 2: the pairs (1,2), (1,3), (1,4) are in order, (2,3), (2,4) share a band: (3 + 2/2)/5 = 0.8.
        var sample = CutSample.Of([1, 2, 3, 4], target: new CensoredTarget([3, 6, 12, 12], [true, true, false, false]));
        Assert.Equal(0.8, new BandSeparation(sample, [[2]]).Of([2])!.Value, 12);
    }

    [Fact]
    public void The_same_seed_gives_the_same_intervals()
    {
        var data = SmallCalibration.Of(SmallCalibration.Framework(Rules), [.. Enumerable.Range(1, 200).Select(i => (double?)i)], [.. Enumerable.Range(1, 200).Select(i => i % 5 == 0 ? (int?)(1 + (i % 12)) : null)]);
        Assert.Equal(Calibration.Propose(data, "size").Comparison.ToString(), Calibration.Propose(data, "size").Comparison.ToString());
    }
}
