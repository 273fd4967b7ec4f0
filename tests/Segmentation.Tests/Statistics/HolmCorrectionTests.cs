using Segmentation.Statistics;

namespace Segmentation.Tests.Statistics;

public sealed class HolmCorrectionTests
{
    [Fact]
    public void Each_is_multiplied_by_those_left_and_never_below_the_one_before()
    {
        // By hand: .01 * 4 = .04; .02 * 3 = .06; .03 * 2 = .06; .04 * 1 = .04, but never below .06.
        var corrected = HolmCorrection.Of([0.04, 0.01, 0.03, 0.02]);
        double[] expected = [0.06, 0.04, 0.06, 0.06];
        for (var i = 0; i < 4; i++) Assert.Equal(expected[i], corrected[i], 12);
    }

    [Fact]
    public void What_was_not_asked_does_not_count_and_nothing_passes_one()
    {
        Assert.Equal([double.NaN, 0.02, 1], HolmCorrection.Of([double.NaN, 0.01, 1]));
        Assert.Empty(HolmCorrection.Of([]));
    }
}
