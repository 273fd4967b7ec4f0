using Segmentation.Cuts;
using Segmentation.Statistics;

namespace Segmentation.Tests.Cuts;

public sealed class StableOrderTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(1_999)]
    [InlineData(2_000)]
    [InlineData(20_000)]
    public void Numbers_ascend_and_equal_ones_keep_their_order(int count)
    {
        var random = new SeededRandom(count);
        double[] given = [.. Enumerable.Range(0, count).Select(i => (i % 4) switch { 0 => random.Next(20) - 10, 1 => -Math.Exp(700 * (random.NextDouble() - .5)), 2 => random.NextDouble(), _ => i % 8 == 3 ? double.MaxValue : double.Epsilon })];
        int[] expected = [.. Enumerable.Range(0, count).OrderBy(i => given[i])];
        var (values, rows) = ((double[])given.Clone(), Enumerable.Range(0, count).ToArray());
        StableOrder.Sort(values, rows);
        Assert.Equal(expected, rows);
        Assert.Equal(expected.Select(i => given[i]), values);
    }

    [Fact]
    public void A_sample_keeps_equal_values_in_the_order_of_the_input_and_leaves_blanks_out()
    {
        double[] values = [2, double.NaN, 0, 1, -0.0, 2, double.NegativeInfinity];
        var sample = CutSample.Of(values, [1, 2, double.NaN, 4, -5, 6, 7]);
        Assert.Equal([2, 4, 3, 0, 5], sample.Rows.ToArray());
        Assert.Equal([0, 0, 1, 2, 2], sample.Values.ToArray());
        Assert.Equal([0, 0, 4, 1, 6], sample.Amounts.ToArray());
        Assert.Equal([1, 6], sample.Blanks.ToArray());
        Assert.Equal([2, 7], sample.BlankAmounts.ToArray());
    }
}
