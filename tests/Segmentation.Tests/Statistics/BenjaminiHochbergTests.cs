using Segmentation.Statistics;

namespace Segmentation.Tests.Statistics;

public sealed class BenjaminiHochbergTests
{
    // Benjamini and Hochberg 1995, section 4: 15 p-values of a trial on myocardial infarction.
    private static readonly double[] Paper = [.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1.000];

    [Fact]
    public void The_fifteen_of_the_paper_are_adjusted_as_R_adjusts_them()
    {
        // R 4.2.2, p.adjust(p, "BH").
        double[] expected = [0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.0638571428571, 0.0638571428571, 0.0645, 0.0765, 0.486, 0.581181818182, 0.714875, 0.753230769231, 0.813214285714, 1];
        var adjusted = BenjaminiHochberg.Adjust(Paper);
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], adjusted[i], 10);

        // The paper rejects four hypotheses at 0.05.
        Assert.Equal(4, adjusted.Count(p => p <= 0.05));
    }

    [Fact]
    public void The_order_of_the_tests_does_not_matter()
    {
        var (forward, backward) = (BenjaminiHochberg.Adjust(Paper), BenjaminiHochberg.Adjust([.. Paper.Reverse()]));
        Assert.Equal(forward.ToArray(), backward.Reverse().ToArray());
    }

    [Fact]
    public void What_was_not_asked_does_not_count_and_nothing_passes_one()
    {
        // By hand: .01 * 2/1 = .02; 1 * 2/2 = 1.
        Assert.Equal([double.NaN, 0.02, 1], BenjaminiHochberg.Adjust([double.NaN, 0.01, 1]).ToArray());
        Assert.Equal([0.3], BenjaminiHochberg.Adjust([0.3]).ToArray());
        Assert.Empty(BenjaminiHochberg.Adjust([]));
        Assert.Equal([double.NaN], BenjaminiHochberg.Adjust([double.NaN]).ToArray());
    }

    [Fact]
    public void Equal_p_values_stay_equal_and_alone()
    {
        // By hand: the largest of m equal values is multiplied by m/m.
        Assert.Equal([0.04, 0.04, 0.04], BenjaminiHochberg.Adjust([0.04, 0.04, 0.04]).ToArray());
    }
}
