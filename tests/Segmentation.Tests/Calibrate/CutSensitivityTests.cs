using Segmentation.Calibrate;
using Segmentation.Cuts;
using Segmentation.Tables;

namespace Segmentation.Tests.Calibrate;

public sealed class CutSensitivityTests
{
    private static readonly CutSensitivityOptions Employees = new() { Field = "employees" };

    // Ten accounts, each paying its value.
    private static readonly double[] Values = [50, 80, 90, 95, 100, 105, 110, 119, 120, 500];

    private static CutSample Sample => CutSample.Of(Values, Values);

    private static CutSensitivityResult Result(BandLimits? limits = null) => CutSensitivity.Of(Sample, [100, 200], Employees, limits: limits ?? BandLimits.None);

    // To 80: 80, 90, 95 rise. To 90: 90, 95. To 110: 100, 105 fall. To 120: 100, 105, 110, 119; 120 itself is in the band above its cut.
    [Theory]
    [InlineData(80, 3, 0, 265)]
    [InlineData(90, 2, 0, 185)]
    [InlineData(110, 0, 2, 205)]
    [InlineData(120, 0, 4, 434)]
    public void Accounts_between_the_old_and_the_new_cut_move(double to, int up, int down, double arr)
    {
        var move = Result().Moves.Single(m => m.Cut == 0 && Math.Abs(m.To - to) < 1e-9);
        Assert.Equal((up, down, arr), (move.AccountsUp, move.AccountsDown, move.Arr));
        Assert.Equal(((up + down) / 10d, arr / Values.Sum()), (move.Share, move.ArrShare));
    }

    [Fact]
    public void As_it_stands_nothing_moves_and_every_account_is_in_one_band()
    {
        var today = Result().Today!;
        Assert.Equal(0, today.Accounts);
        Assert.Equal([4, 5, 1], today.Bands.Select(b => b.Accounts));
        Assert.Equal([315d, 554, 500], today.Bands.Select(b => b.Arr!.Value));
        Assert.Equal((null, 100d, 100d, 200d, 200d, null), (today.Bands[0].From, today.Bands[0].Below, today.Bands[1].From, today.Bands[1].Below, today.Bands[2].From, today.Bands[2].Below));
    }

    [Fact]
    public void Whatever_moves_all_accounts_and_all_ARR_stay()
    {
        var result = Result();
        foreach (var move in result.Moves.Concat(result.Curves.SelectMany(c => c.Positions)))
        {
            Assert.Equal(10, move.Bands.Sum(b => b.Accounts));
            Assert.Equal(Values.Sum(), move.Bands.Sum(b => b.Arr!.Value), 1e-9);

            // What leaves one band is what the neighbour gains.
            Assert.Equal(move.AccountsDown - move.AccountsUp, move.Bands[move.Cut].Accounts - result.Today!.Bands[move.Cut].Accounts);
        }
    }

    // log values would need a table; on the raw scale 1, 3, 10, 12 cut at 10: mean 6.5, total 30.25 + 12.25 + 12.25 + 30.25 = 85, within 2 + 2 = 4.
    [Fact]
    public void The_fit_is_the_share_of_the_variance_between_the_bands()
    {
        var sample = CutSample.Of([1, 3, 10, 12]);
        Assert.Equal(1 - (4 / 85d), CutSensitivity.Of(sample, [10], Employees with { Scale = CutScale.Raw }).Today!.Fit, 1e-12);
        Assert.Equal(0, CutSeparation.GoodnessOfFit(sample, CutScale.Raw)([]), 1e-12);
        Assert.Equal(1, CutSeparation.GoodnessOfFit(sample, CutScale.Raw)([3, 10, 12]), 1e-12);
    }

    // Below 10: 1 of 2 has the event; from 10: both. Events 3, others 1: IV = (1/1 - 1/3) ln(1/(1/3)) + the band from 10, whose empty cell makes it 0.5 and 2.5: (0.5 - 2.5/3) ln(0.5/(2.5/3)).
    [Fact]
    public void The_separation_of_a_yes_or_no_is_its_information_value()
    {
        var sample = CutSample.Of([1, 3, 10, 12], target: new BinaryTarget([true, false, true, true]));
        var expected = ((1 - (1 / 3d)) * Math.Log(3)) + ((0.5 - (2.5 / 3)) * Math.Log(0.5 / (2.5 / 3)));
        var result = CutSensitivity.Of(sample, [10], Employees, sample);
        Assert.Equal(expected, result.Today!.Separation!.Value, 1e-12);
        Assert.Contains("information value", result.ToTable().Columns.Select(c => c.Name));
        Assert.Equal(0, CutSeparation.OfOutcome(CutSample.Of([1, 2], target: new BinaryTarget([true, true])))([2]));
    }

    // Targets 1, 1, 0, 2 with mean 1, total 2; bands {1, 1} and {0, 2} have the same mean: nothing between. Cut at 12: {1, 1, 0} mean 2/3 and {2}: 3/9 + 1 = 4/3 of 2 between.
    [Fact]
    public void The_separation_of_a_number_is_the_share_of_its_variance_between_the_bands()
    {
        var separation = CutSeparation.OfOutcome(CutSample.Of([1, 3, 10, 12], target: new ContinuousTarget([1, 1, 0, 2])));
        Assert.Equal(0, separation([10]), 1e-12);
        Assert.Equal(2 / 3d, separation([12]), 1e-12);
    }

    // Events at 1 and 2 of four records, the others seen until 2: hazards 1/4 and 1/4 + 1/3. Below 10: O 2, E 1/4 + 7/12 = 5/6; from 10: O 0, E 2 x 7/12 = 7/6. (7/6)²/(5/6) + 7/6 = 14/5.
    [Fact]
    public void The_separation_of_a_time_counts_events_against_those_expected()
    {
        var sample = CutSample.Of([1, 3, 10, 12], target: new CensoredTarget([1, 2, 2, 2], [true, true, false, false]));
        Assert.Equal(14 / 5d, CutSeparation.OfOutcome(sample)([10]), 1e-12);
        Assert.Equal(0, CutSeparation.OfOutcome(sample)([]), 1e-12);
    }

    [Fact]
    public void A_sample_without_a_target_separates_no_outcome() => Assert.Throws<ArgumentException>(() => CutSeparation.OfOutcome(Sample));

    [Fact]
    public void Limits_that_a_move_breaks_are_named()
    {
        var result = Result(BandLimits.None with { FewestRecords = 2, LargestShare = 0.5 });
        Assert.Equal(["200 and above: fewer than 2 accounts"], result.Today!.Broken.AsEnumerable());
        Assert.Equal(["below 120: 80.0% of the accounts, more than 50%", "120 to below 200: fewer than 2 accounts", "200 and above: fewer than 2 accounts"], result.Moves.Single(m => m.Cut == 0 && m.To == 120).Broken.AsEnumerable());
        Assert.Contains("Broken as it stands: 200 and above: fewer than 2 accounts.", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Exactly_the_limit_is_met() => Assert.Empty(Result(BandLimits.None with { FewestRecords = 1, LargestShare = 0.5 }).Today!.Broken);

    [Fact]
    public void A_cut_can_be_asked_for_at_a_value()
    {
        var result = Result().WithCutAt(1, 120);
        var move = Assert.Single(result.Moves);
        Assert.Equal((1, 200, 120, 1, 0), (move.Cut, move.From, move.To, move.AccountsUp, move.AccountsDown));
        Assert.Equal("calibration-employees-sensitivity-1-at-120", result.ResultName);
        Assert.Equal(1, result.ToTable().RowCount);
    }

    [Theory]
    [InlineData(0, 200, "cut 0 of employees cannot stand at 200: the cut above stands at 200. Move that one first, or drop one of the two.")]
    [InlineData(1, 100, "cut 1 of employees cannot stand at 100: the cut below stands at 100. Move that one first, or drop one of the two.")]
    [InlineData(0, double.NaN, "cut 0 of employees cannot stand at NaN: it is no number. Move that one first, or drop one of the two.")]
    [InlineData(2, 300, "there is no cut 2: employees has 2, counted from 0 at the lowest.")]
    public void A_cut_stays_between_its_neighbours(int cut, double to, string message) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>(() => Result().WithCutAt(cut, to)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_move_past_a_neighbour_is_said_and_not_made()
    {
        var result = CutSensitivity.Of(Sample, [100, 105], Employees, limits: BandLimits.None);
        Assert.Equal(["100 by +10%, to 110: the cut above stands at 105.", "100 by +20%, to 120: the cut above stands at 105.", "105 by -20%, to 84: the cut below stands at 100.", "105 by -10%, to 94.5: the cut below stands at 100."], result.Refused.AsEnumerable());
        Assert.Equal(4, result.Moves.Length);
    }

    [Fact]
    public void A_curve_runs_between_the_neighbours_and_through_the_cut()
    {
        var result = Result();
        var (low, high) = (result.Curves[0], result.Curves[1]);
        Assert.InRange(low.Positions.Length, 30, 61);
        Assert.Equal((true, true), (low.Positions[0].To > 50, low.Positions[^1].To < 200));
        Assert.Equal((true, true), (high.Positions[0].To > 100, high.Positions[^1].To < 400));
        Assert.Equal(0, low.Positions.Single(p => p.To == 100).Accounts);
        Assert.Equal(low.Positions.Select(p => p.To).Order(), low.Positions.Select(p => p.To));

        // The further from the cut, the more accounts move, on either side.
        var below = low.Positions.Where(p => p.To <= 100).Select(p => p.Accounts).ToArray();
        Assert.Equal(below.OrderDescending(), below);
    }

    [Theory]
    [InlineData(new double[] { })]
    [InlineData(new double[] { 5 })]
    [InlineData(new double[] { 7, 7, 7 })]
    [InlineData(new double[] { -4, -2, 0, 0 })]
    public void Poor_columns_have_an_answer(double[] values)
    {
        var sample = CutSample.Of(values);
        Assert.Contains("employees has no cut: there is nothing to move.", CutSensitivity.Of(sample, [], Employees).ToString(), StringComparison.Ordinal);
        foreach (var cut in new[] { -3d, 0, 7 })
        {
            var result = CutSensitivity.Of(sample, [cut], Employees, limits: BandLimits.None);
            Assert.Equal(values.Length, result.Today!.Bands.Sum(b => b.Accounts));
            Assert.NotEmpty(result.Curves[0].Positions);
            Assert.NotEmpty(result.ToHtml());
        }
    }

    [Fact]
    public void A_cut_at_0_cannot_move_by_a_share() => Assert.Equal(4, CutSensitivity.Of(CutSample.Of([-1, 1]), [0], Employees).Refused.Length);

    [Fact]
    public void Cuts_must_be_ascending_and_finite()
    {
        Assert.StartsWith("cut 2 of 2 is 5 after 5; cuts are finite and ascending.", Assert.Throws<ArgumentException>(() => CutSensitivity.Of(Sample, [5, 5])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => CutSensitivity.Of(Sample, [double.PositiveInfinity]));
    }

    [Fact]
    public void Small_counts_are_hidden_under_a_mask()
    {
        var text = Result().ToString(new RenderOptions(Mask: true));
        Assert.Contains("200 and above, fewer than 5 accounts", text, StringComparison.Ordinal);
        Assert.Contains("100 to 120 moves fewer than 5 accounts down", text, StringComparison.Ordinal);
    }
}
