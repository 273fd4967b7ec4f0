using System.Collections.Immutable;
using Segmentation.Statistics;

namespace Segmentation.Tests.Statistics;

public sealed class ProportionContrastTests
{
    // R. G. Newcombe, Statistics in Medicine 17(8), 1998, 873-890, table II, method 10.
    [Theory]
    [InlineData(56, 70, 48, 80, .052431, .333873)]
    [InlineData(9, 10, 3, 10, .170523, .809018)]
    [InlineData(5, 56, 0, 29, -.038137, .192560)]
    [InlineData(0, 10, 0, 20, -.161125, .277533)]
    [InlineData(10, 10, 0, 10, .607509, 1)]
    public void Of_two_proportions_it_is_Newcombes_interval(int s1, int n1, int s2, int n2, double low, double high)
    {
        var contrast = ProportionContrast.Of([ProportionCell.Of(1, s1, n1), ProportionCell.Of(-1, s2, n2)]);

        Assert.Equal(low, contrast.Interval.Low, 1.5e-6);
        Assert.Equal(high, contrast.Interval.High, 1.5e-6);
    }

    [Theory]
    [InlineData(12, 100, 30, 110)]
    [InlineData(0, 40, 3, 41)]
    [InlineData(7, 50, 8, 50)]
    public void The_p_value_is_where_the_interval_touches_0(int s1, int n1, int s2, int n2)
    {
        ImmutableArray<ProportionCell> cells = [ProportionCell.Of(1, s1, n1), ProportionCell.Of(-1, s2, n2)];

        var p = ProportionContrast.Of(cells).PValue;

        Assert.False(ProportionContrast.Of(cells, 1 - p - 1e-6).Interval.Contains(0));
        Assert.True(ProportionContrast.Of(cells, 1 - p + 1e-6).Interval.Contains(0));
    }

    [Fact]
    public void Nobody_anywhere_leaves_doubt()
    {
        var contrast = ProportionContrast.Of([ProportionCell.Of(1, 0, 20), ProportionCell.Of(-1, 0, 20), ProportionCell.Of(-1, 0, 20), ProportionCell.Of(1, 0, 20)]);

        // Wilson's upper limit of 0 of 20 is .1611252 (R); two cells stand on either side: √2 times that.
        Assert.Equal(0, contrast.Estimate);
        Assert.Equal(-Math.Sqrt(2) * .1611252, contrast.Interval.Low, 1e-6);
        Assert.Equal(Math.Sqrt(2) * .1611252, contrast.Interval.High, 1e-6);
        Assert.Equal(1, contrast.PValue);
    }

    [Fact]
    public void A_cell_without_records_says_nothing()
    {
        var contrast = ProportionContrast.Of([ProportionCell.Of(1, 3, 10), ProportionCell.Of(-1, 0, 0)]);

        Assert.True(double.IsNaN(contrast.Estimate));
        Assert.Equal(new Interval(-1, 1), contrast.Interval);
        Assert.Equal(1, contrast.PValue);
    }

    /// <summary>The same accounts with the same outcomes in both cells: the difference of a thing from itself is sure.</summary>
    [Fact]
    public void The_same_records_in_both_cells_leave_no_doubt_about_their_difference()
    {
        ImmutableArray<int> accounts = [.. Enumerable.Range(0, 40)];
        ImmutableArray<bool> left = [.. accounts.Select(a => a % 2 == 0)];

        var contrast = ProportionContrast.Of([ProportionCell.Of(1, accounts, left), ProportionCell.Of(-1, accounts, left)]);

        Assert.Equal(0, contrast.Interval.Low, 1e-12);
        Assert.Equal(0, contrast.Interval.High, 1e-12);
    }

    [Fact]
    public void Cells_are_checked_where_they_are_made()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionCell.Of(1, 4, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionCell.Of(double.NaN, 1, 3));
        Assert.Throws<ArgumentException>(() => ProportionCell.Of(1, [1, 2], [true]));
    }

    /// <summary>Four cells of n accounts; those that stay through the window before are in the window after, too, and new ones take the place of those that left. With 1,000 runs the standard error of
    /// a rate of .05 is .0069: three of them above is .071, and coverage is at least .929.</summary>
    [Theory]
    [InlineData(20, .05)]
    [InlineData(50, .05)]
    [InlineData(100, .15)]
    [InlineData(200, .05)]
    public void A_difference_in_differences_that_is_none_is_found_no_more_often_than_asked_for(int n, double churn)
    {
        const int Runs = 1000;
        var (found, covered) = (0, 0);
        for (var run = 0; run < Runs; run++)
        {
            var contrast = ProportionContrast.Of([.. Windows(new SeededRandom(run, n), n, churn, churn, 1), .. Windows(new SeededRandom(run, n + 1), n, churn / 2, churn / 2, -1)]);
            if (contrast.PValue <= .05) found++;
            if (contrast.Interval.Contains(0)) covered++;
        }

        Assert.True(found <= .071 * Runs, $"{found} of {Runs}");
        Assert.True(covered >= .929 * Runs, $"{covered} of {Runs}");
    }

    /// <summary>A fall of the size that could have been seen is found in about the power asked for. With 1,000 runs the standard error at .8 is .013.</summary>
    [Fact]
    public void What_could_have_been_seen_is_found_at_about_its_power()
    {
        const int Runs = 1000;
        const int N = 400;
        var least = new double[Runs];
        for (var run = 0; run < Runs; run++)
        {
            var none = ProportionContrast.Of([.. Windows(new SeededRandom(run), N, .2, .2, 1), .. Windows(new SeededRandom(run, 1), N, .1, .1, -1)]);
            least[run] = DetectableEffect.Of(none.Estimate, none.Interval, .95, .8);
        }

        var (fall, found) = (least.Average(), 0);
        for (var run = 0; run < Runs; run++)
        {
            if (ProportionContrast.Of([.. Windows(new SeededRandom(run, 2), N, .2, .2 - fall, 1), .. Windows(new SeededRandom(run, 3), N, .1, .1, -1)]).PValue <= .05) found++;
        }

        // The variance falls with the rate, so that a little more than the power is found.
        Assert.InRange(found, (.8 - (3 * .013)) * Runs, .92 * Runs);
    }

    /// <summary>Returns the window after (with the sign) and the window before (against it).</summary>
    private static IEnumerable<ProportionCell> Windows(SeededRandom random, int n, double before, double after, int sign)
    {
        // Accounts of the other group have other numbers.
        var first = sign > 0 ? 0 : 1_000_000;
        ImmutableArray<int> accounts = [.. Enumerable.Range(first, n)];
        ImmutableArray<bool> left = [.. accounts.Select(_ => random.NextDouble() < before)];
        ImmutableArray<int> next = [.. accounts.Select((a, i) => left[i] ? a + n : a)];
        return [ProportionCell.Of(-sign, accounts, left), ProportionCell.Of(sign, next, [.. next.Select(_ => random.NextDouble() < after)])];
    }
}
