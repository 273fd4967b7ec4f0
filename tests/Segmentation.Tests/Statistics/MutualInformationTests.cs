using Segmentation.Statistics;

namespace Segmentation.Tests.Statistics;

public sealed class MutualInformationTests
{
    [Fact]
    public void Information_its_expectation_and_the_adjusted_value_are_those_of_scikit_learn()
    {
        // scikit-learn, sklearn/metrics/cluster/tests/test_supervised.py, test_adjusted_mutual_info_score: information .41022, expected .15042, adjusted by the mean entropy .27821.
        var found = Crossed([1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3], [1, 1, 1, 1, 2, 1, 2, 2, 2, 2, 3, 1, 3, 3, 3, 2, 2]);
        Assert.Equal(0.41022, found.Information, 5);
        Assert.Equal(0.15042, found.Expected, 5);

        // Σ m/17 ln(17 m/(a b)) C(b, m) C(17 - b, a - m)/C(17, a) in exact binomials.
        Assert.Equal(0.15042480258217134, found.Expected, 12);
        Assert.Equal(0.27821, (found.Information - found.Expected) / (((found.RowEntropy + found.ColumnEntropy) / 2) - found.Expected), 5);
        Assert.Equal((found.Information - found.Expected) / (Math.Min(found.RowEntropy, found.ColumnEntropy) - found.Expected), found.Adjusted, 12);
        Assert.Equal(17, found.Records);
    }

    [Fact]
    public void A_table_of_two_by_two_gives_what_the_formula_gives_by_hand()
    {
        // 30 10 / 20 40: n 100; .3 ln(.3/.2) + .1 ln(.1/.2) + .2 ln(.2/.3) + .4 ln(.4/.3) = .121640 - .069315 - .081093 + .115073 = .086305.
        var found = MutualInformation.Of([[30, 10], [20, 40]]);
        Assert.Equal(0.086305, found.Information, 6);
        Assert.Equal(Math.Log(2), found.ColumnEntropy, 12);

        // G = 2 * 100 * .086305 = 17.261 on one degree of freedom: p = erfc(√(17.261 / 2)) = 3.26e-5.
        Assert.Equal(3.26e-5, found.PValue, 6);
    }

    [Fact]
    public void The_expectation_is_the_mean_over_every_order_of_the_labels()
    {
        // Brute force: all 7! orders of the second labels.
        int[] first = [0, 0, 0, 1, 1, 2, 2], second = [0, 0, 1, 1, 1, 1, 2];
        var all = Orders(second).Select(order => Crossed(first, order).Information).ToArray();
        Assert.Equal(5040, all.Length);
        Assert.Equal(all.Average(), Crossed(first, second).Expected, 12);
    }

    [Fact]
    public void A_coarse_way_that_follows_from_a_fine_one_shares_all_of_its_information() =>
        Assert.Equal(1, MutualInformation.Of([[20, 0], [30, 0], [0, 25], [0, 25]]).Adjusted, 12);

    [Fact]
    public void Independent_ways_share_nothing_and_small_tables_are_not_taken_for_related()
    {
        Assert.Equal(0, MutualInformation.Of([[20, 20], [30, 30]]).Information, 12);
        Assert.Equal(1, MutualInformation.Of([[20, 20], [30, 30]]).PValue, 12);

        // Twenty records in 5 by 5 parts at random: information is far from 0, adjusted it is 0 on average. 400 tables; a standard deviation of .1 gives a standard error of .005.
        var random = new SeededRandom(7);
        var found = Enumerable.Range(0, 400).Select(_ => Crossed([.. Enumerable.Range(0, 20).Select(i => random.Next(5))], [.. Enumerable.Range(0, 20).Select(i => random.Next(5))])).ToArray();
        Assert.InRange(found.Average(f => f.Information), 0.3, 0.6);
        Assert.InRange(found.Average(f => f.Adjusted), -0.02, 0.02);
    }

    [Fact]
    public void A_million_records_are_counted_without_underflow()
    {
        var found = MutualInformation.Of([[250_000, 250_000], [250_000, 250_000]]);
        Assert.Equal(0, found.Information, 12);

        // Expectation of information in a large table: degrees of freedom over 2n (S. S. Wilks, 1938), here 1 / 2,000,000.
        Assert.Equal(5e-7, found.Expected, 9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public void Where_one_way_does_not_divide_nothing_is_said(int records)
    {
        var found = MutualInformation.Of([[records, records]]);
        Assert.Equal((0, double.NaN, 1), (found.Information, found.Adjusted, found.PValue));
        Assert.Equal(0, MutualInformation.Of([]).Records);
    }

    [Fact]
    public void A_negative_count_and_rows_of_different_length_are_refused()
    {
        Assert.Equal("row 1 holds -1 but a count is at least 0. (Parameter 'counts')", Assert.Throws<ArgumentException>(() => MutualInformation.Of([[1, 2], [-1, 0]])).Message);
        Assert.Equal("row 1 has 1 columns but row 0 has 2; every row needs one count per column, 0 where there is nothing. (Parameter 'counts')", Assert.Throws<ArgumentException>(() => MutualInformation.Of([[1, 2], [1]])).Message);
    }

    private static MutualInformationResult Crossed(int[] first, int[] second)
    {
        var counts = Enumerable.Range(0, first.Max() + 1).Select(_ => new int[second.Max() + 1]).ToArray();
        for (var i = 0; i < first.Length; i++) counts[first[i]][second[i]]++;
        return MutualInformation.Of(counts);
    }

    private static IEnumerable<int[]> Orders(int[] items) => items.Length == 1 ? [items]
        : Enumerable.Range(0, items.Length).SelectMany(i => Orders([.. items[..i], .. items[(i + 1)..]]).Select(rest => (int[])[items[i], .. rest]));
}
