using Segmentation.Statistics;

namespace Segmentation.Tests.Statistics;

public sealed class PopulationStabilityTests
{
    // From the definition in NumPy.
    [Fact]
    public void The_index_agrees_with_its_definition()
    {
        Assert.Equal(.0100335, PopulationStability.Index([500, 300, 200], [450, 330, 220]), 7);
        Assert.Equal(.0659523, PopulationStability.Index([100, 200, 400, 200, 100], [150, 250, 300, 180, 120]), 7);
        Assert.Equal(.1771557, PopulationStability.Index([700, 200, 100], [500, 300, 200]), 7);
    }

    // (1/n + 1/m) times scipy's chi2.ppf(.95, B - 1), to the digits published with it.
    [Theory]
    [InlineData(5, 100, .190, 3)]
    [InlineData(5, 200, .0949, 4)]
    [InlineData(5, 1000, .0190, 4)]
    [InlineData(10, 100, .338, 3)]
    [InlineData(10, 200, .169, 3)]
    [InlineData(10, 1000, .0338, 4)]
    public void Critical_values_agree_with_the_chi_square_quantile(int bins, int size, double critical, int digits) =>
        Assert.Equal(critical, PopulationStability.CriticalValue(bins, size, size), digits);

    [Fact]
    public void The_critical_value_is_where_the_p_value_is_5_percent()
    {
        Assert.Equal(.05, PopulationStability.PValue(PopulationStability.CriticalValue(5, 130, 1900), 5, 130, 1900), 9);
        Assert.Equal(.01, PopulationStability.PValue(PopulationStability.CriticalValue(3, 30, 40, .99), 3, 30, 40), 9);
        Assert.Equal(1, PopulationStability.PValue(0, 5, 100, 100));
    }

    [Fact]
    public void An_empty_bin_of_the_baseline_adds_half_a_record_to_every_bin_of_the_baseline()
    {
        // e = (10.5, .5)/11 and a = (5, 5)/10: (5/11) (ln(21/11) + ln 11) = (5/11) ln 21. Turned round it is the same.
        Assert.Equal(5 / 11d * Math.Log(21), PopulationStability.Index([10, 0], [5, 5]), 12);
        Assert.Equal(5 / 11d * Math.Log(21), PopulationStability.Index([5, 5], [10, 0]), 12);
    }

    [Fact]
    public void Sides_without_a_common_bin_are_far_apart_but_not_infinitely() =>
        Assert.InRange(PopulationStability.Index([1_000_000, 0], [0, 1_000_000]), 20, 40);

    [Fact]
    public void A_bin_empty_on_both_sides_is_left_out()
    {
        Assert.Equal(PopulationStability.Index([10, 0], [5, 5]), PopulationStability.Index([10, 0, 0], [5, 5, 0]));
        Assert.Equal(2, PopulationStability.Bins([10, 0, 0], [5, 5, 0]));
        Assert.Equal(0, PopulationStability.Bins([], []));
    }

    [Fact]
    public void One_bin_cannot_shift()
    {
        Assert.Equal(0, PopulationStability.Index([10], [500]));
        Assert.Equal(0, PopulationStability.CriticalValue(1, 10, 500));
        Assert.Equal(1, PopulationStability.PValue(0, 1, 10, 500));
    }

    [Fact]
    public void A_side_without_records_has_no_index()
    {
        Assert.Equal(double.NaN, PopulationStability.Index([0, 0], [5, 5]));
        Assert.Equal(double.NaN, PopulationStability.Index([5, 5], [0, 0]));
        Assert.Equal(double.NaN, PopulationStability.Index([], []));
    }

    [Fact]
    public void Impossible_arguments_are_refused()
    {
        Assert.Throws<ArgumentException>(() => PopulationStability.Index([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => PopulationStability.Index([1, 2], [1, -1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PopulationStability.CriticalValue(0, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PopulationStability.CriticalValue(3, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PopulationStability.CriticalValue(3, 1, 1, 95));
        Assert.Throws<ArgumentOutOfRangeException>(() => PopulationStability.PValue(double.NaN, 3, 1, 1));
    }
}
