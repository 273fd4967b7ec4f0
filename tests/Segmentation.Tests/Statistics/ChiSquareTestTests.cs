using Segmentation.Statistics;

namespace Segmentation.Tests.Statistics;

public sealed class ChiSquareTestTests
{
    // scipy 1.10, stats.chi2_contingency(correction=False) and contingency.association; the corrected V from Bergsma's formula.
    [Fact]
    public void A_2_by_3_table_agrees_with_scipy()
    {
        var test = ChiSquareTest.Of(new int[][] { [45, 15, 40], [60, 30, 10] });
        Assert.Equal(25.142857, test.Statistic, 6);
        Assert.Equal(2, test.DegreesOfFreedom);
        Assert.Equal(3.4697e-6, test.PValue, 10);
        Assert.Equal(.354562, test.CramersV, 6);
        Assert.Equal(.340952, test.CorrectedCramersV, 6);
        Assert.Equal(22.5, test.SmallestExpected);
    }

    [Fact]
    public void A_2_by_2_table_is_the_textbook_formula()
    {
        // n (ad - bc)² / (product of the margins) = 100 (20·40 - 10·30)² / (30·70·50·50) = 100/21 without a correction for continuity.
        var test = ChiSquareTest.Of(new int[][] { [20, 10], [30, 40] });
        Assert.Equal(100 / 21d, test.Statistic, 10);
        Assert.Equal(1, test.DegreesOfFreedom);
    }

    [Fact]
    public void Rows_and_columns_without_records_do_not_count() => Assert.Equal(
        ChiSquareTest.Of(new int[][] { [45, 15, 40], [60, 30, 10] }),
        ChiSquareTest.Of(new int[][] { [45, 0, 15, 40], [0, 0, 0, 0], [60, 0, 30, 10] }));

    [Fact]
    public void Where_nothing_can_differ_nothing_is_found()
    {
        foreach (var table in new int[][][] { [], [[]], [[3, 4]], [[3], [4]], [[0, 0], [3, 4]], [[0, 0], [0, 0]] })
        {
            var test = ChiSquareTest.Of(table);
            Assert.Equal((0, 0, 1), (test.Statistic, test.DegreesOfFreedom, test.PValue));
            Assert.Equal(double.NaN, test.CramersV);
        }
    }

    [Fact]
    public void A_complete_association_has_strength_1()
    {
        var test = ChiSquareTest.Of(new int[][] { [50, 0], [0, 50] });
        Assert.Equal(1, test.CramersV, 12);
        Assert.InRange(test.CorrectedCramersV, .99, 1);
    }

    [Fact]
    public void A_table_that_is_none_is_refused_with_the_place()
    {
        var error = Assert.Throws<ArgumentException>(() => ChiSquareTest.Of(new int[][] { [1, 2], [3] }));
        Assert.StartsWith("row 1 has 1 columns but row 0 has 2; every row needs one count per column, 0 where there is nothing.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ChiSquareTest.Of(new int[][] { [1, -2], [3, 4] }));
        Assert.Throws<ArgumentNullException>(() => ChiSquareTest.Of(null!));
    }
}
