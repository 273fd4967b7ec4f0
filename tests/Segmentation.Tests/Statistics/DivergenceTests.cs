using Segmentation.Statistics;

namespace Segmentation.Tests.Statistics;

public sealed class DivergenceTests
{
    private static readonly int[] Baseline = [500, 300, 200];

    // scipy 1.10: distance.jensenshannon(base=2); the others from their definitions in NumPy.
    [Fact]
    public void Distances_agree_with_scipy()
    {
        Assert.Equal(.05, Divergence.TotalVariation(Baseline, [450, 330, 220]), 10);
        Assert.Equal(.0425283, Divergence.JensenShannon(Baseline, [450, 330, 220]), 7);
        Assert.Equal(.0354108, Divergence.Hellinger(Baseline, [450, 330, 220]), 7);
        Assert.Equal(.1777547, Divergence.JensenShannon([700, 200, 100], [500, 300, 200]), 7);
        Assert.Equal(.1483971, Divergence.Hellinger([700, 200, 100], [500, 300, 200]), 7);
    }

    [Fact]
    public void Equal_shares_are_0_apart_whatever_the_sizes()
    {
        foreach (var distance in All(Baseline, [50, 30, 20])) Assert.Equal(0, distance, 7);
    }

    [Fact]
    public void Sides_without_a_common_bin_are_1_apart()
    {
        foreach (var distance in All([7, 0, 3], [0, 9, 0])) Assert.Equal(1, distance, 12);
    }

    [Fact]
    public void Distances_do_not_depend_on_which_side_is_the_baseline() =>
        Assert.Equal(All([1, 0, 5], [4, 2, 2]), All([4, 2, 2], [1, 0, 5]));

    [Fact]
    public void A_side_without_records_is_no_distance_away()
    {
        foreach (var distance in All([0, 0], [1, 2]).Concat(All([1, 2], [0, 0])).Concat(All([], []))) Assert.Equal(double.NaN, distance);
    }

    [Fact]
    public void Bins_that_do_not_match_are_refused_with_the_remedy()
    {
        var error = Assert.Throws<ArgumentException>(() => Divergence.Hellinger([1, 2], [1, 2, 3]));
        Assert.StartsWith("current has 3 bins but baseline has 2; both need one count per bin, 0 where a bin is empty.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Divergence.TotalVariation([1, -2], [1, 2]));
    }

    private static double[] All(int[] baseline, int[] current) =>
        [Divergence.TotalVariation(baseline, current), Divergence.JensenShannon(baseline, current), Divergence.Hellinger(baseline, current)];
}
