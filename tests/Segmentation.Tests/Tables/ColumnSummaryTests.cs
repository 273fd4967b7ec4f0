using Segmentation.Tables;

namespace Segmentation.Tests.Tables;

public sealed class ColumnSummaryTests
{
    // NIST StRD, univariate summary statistics: Lottery.dat, Mavro.dat, Michelso.dat (public domain).
    private static readonly double[] Lottery =
    [
        162, 671, 933, 414, 788, 730, 817, 33, 536, 875, 670, 236, 473, 167, 877, 980, 316, 950, 456, 92, 517, 557, 956, 954, 104, 178, 794, 278, 147, 773, 437, 435, 502, 610, 582, 780,
        689, 562, 964, 791, 28, 97, 848, 281, 858, 538, 660, 972, 671, 613, 867, 448, 738, 966, 139, 636, 847, 659, 754, 243, 122, 455, 195, 968, 793, 59, 730, 361, 574, 522, 97, 762,
        431, 158, 429, 414, 22, 629, 788, 999, 187, 215, 810, 782, 47, 34, 108, 986, 25, 644, 829, 630, 315, 567, 919, 331, 207, 412, 242, 607, 668, 944, 749, 168, 864, 442, 533, 805,
        372, 63, 458, 777, 416, 340, 436, 140, 919, 350, 510, 572, 905, 900, 85, 389, 473, 758, 444, 169, 625, 692, 140, 897, 672, 288, 312, 860, 724, 226, 884, 508, 976, 741, 476, 417,
        831, 15, 318, 432, 241, 114, 799, 955, 833, 358, 935, 146, 630, 830, 440, 642, 356, 373, 271, 715, 367, 393, 190, 669, 8, 861, 108, 795, 269, 590, 326, 866, 64, 523, 862, 840,
        219, 382, 998, 4, 628, 305, 747, 247, 34, 747, 729, 645, 856, 974, 24, 568, 24, 694, 608, 480, 410, 729, 947, 293, 53, 930, 223, 203, 677, 227, 62, 455, 387, 318, 562, 242, 428, 968,
    ];

    private static readonly int[] MavroDigits =
    [
        180, 170, 180, 190, 180, 170, 150, 140, 150, 150, 170, 180, 180, 190, 190, 210, 200, 160, 140, 130, 130, 150, 150, 160, 150, 140, 130, 140, 150, 140, 150, 160, 150, 160, 190,
        200, 200, 210, 220, 230, 240, 250, 270, 260, 260, 260, 270, 260, 250, 240,
    ];

    private static readonly int[] MichelsoDigits =
    [
        850, 740, 900, 1070, 930, 850, 950, 980, 980, 880, 1000, 980, 930, 650, 760, 810, 1000, 1000, 960, 960, 960, 940, 960, 940, 880, 800, 850, 880, 900, 840, 830, 790, 810, 880, 880,
        830, 800, 790, 760, 800, 880, 880, 880, 860, 720, 720, 620, 860, 970, 950, 880, 910, 850, 870, 840, 840, 850, 840, 840, 840, 890, 810, 810, 820, 800, 770, 760, 740, 750, 760,
        910, 920, 890, 860, 880, 720, 840, 850, 850, 780, 890, 840, 780, 810, 760, 810, 790, 810, 820, 850, 870, 870, 810, 740, 810, 940, 950, 800, 810, 870,
    ];

    public static TheoryData<string, double[], double, double, double> Certified => new()
    {
        { "Lottery", Lottery, 518.958715596330, 291.699727470969, 1e-13 },
        { "Mavro", [.. MavroDigits.Select(d => double.Parse($"2.00{d}", System.Globalization.CultureInfo.InvariantCulture))], 2.001856, .000429123454003053, 1e-12 },
        { "Michelso", [.. MichelsoDigits.Select(d => (299_000 + d) / 1000.0)], 299.8524, .0790105478190518, 1e-12 },
        { "NumAcc1", [10000001, 10000003, 10000002], 10000002, 1, 1e-14 },
        { "NumAcc2", Around(1.2, 1.1, 1.3), 1.2, .1, 1e-13 },

        // The data of the last two have no exact double: their own spread in doubles differs from the certified .1 in the 10th and 9th digit.
        { "NumAcc3", Around(1000000.2, 1000000.1, 1000000.3), 1000000.2, .1, 1e-9 },
        { "NumAcc4", Around(10000000.2, 10000000.1, 10000000.3), 10000000.2, .1, 1e-8 },
    };

    [Theory]
    [MemberData(nameof(Certified))]
    public void Mean_and_deviation_hold_the_certified_digits_of_NIST(string dataset, double[] values, double mean, double deviation, double relativeError)
    {
        var numbers = ColumnSummary.Of(Column.Of(dataset, values)).Numbers!;
        Assert.InRange(Math.Abs(numbers.Mean - mean) / mean, 0, 1e-14);
        Assert.InRange(Math.Abs(numbers.StandardDeviation - deviation) / deviation, 0, relativeError);
    }

    [Fact]
    public void Quantiles_are_linear_between_order_statistics()
    {
        // Type 7 by hand: position (n - 1) p in 1..10: 25% at 2.25 is 3.25, 99% at 8.91 is 9.91.
        var numbers = ColumnSummary.Of(Column.Of("x", Enumerable.Range(1, 10).Reverse().Select(v => (double)v))).Numbers!;
        Assert.Equal([0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99], numbers.Quantiles.Select(q => q.Probability));
        double[] expected = [1.09, 1.45, 3.25, 5.5, 7.75, 9.55, 9.91];
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], numbers.Quantiles[i].Value, 12);
        Assert.Equal(5.5, numbers.Median);
        Assert.Equal(55, numbers.Sum);
    }

    [Fact]
    public void Numbers_are_counted_with_zeros_negatives_and_ties_by_size()
    {
        var summary = ColumnSummary.Of(Column.Of("x", [5, -0.0, 0, -2, double.NaN, 5, -7.5, 3]), top: 3);
        Assert.Equal((8, 1, 7, 5), (summary.Count, summary.NullCount, summary.ValueCount, summary.Distinct));
        Assert.Equal([new ValueCount("0", 2), new ValueCount("5", 2), new ValueCount("-7.5", 1)], summary.Top.ToArray());
        Assert.Equal((2, 2), (summary.Numbers!.Zeros, summary.Numbers.Negatives));
        Assert.Equal((-7.5, 5), (summary.Numbers.Minimum, summary.Numbers.Maximum));
        Assert.False(summary.IsConstant || summary.IsUnique);
    }

    [Fact]
    public void Infinite_values_do_not_make_quantiles_undefined()
    {
        var numbers = ColumnSummary.Of(Column.Of("x", [double.NegativeInfinity, 1, double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity])).Numbers!;
        Assert.Equal(double.PositiveInfinity, numbers.Median);
        Assert.Equal(double.NegativeInfinity, numbers.Minimum);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5000)]
    public void All_equal_is_constant_and_without_spread(int rows)
    {
        var summary = ColumnSummary.Of(Column.Of("x", Enumerable.Repeat(7.25, rows)));
        Assert.True(summary.IsConstant);
        Assert.Equal(rows == 1, summary.IsUnique);
        Assert.Equal(0, summary.Numbers!.StandardDeviation);
        Assert.All(summary.Numbers.Quantiles, q => Assert.Equal(7.25, q.Value));
    }

    [Fact]
    public void No_rows_and_only_nulls_give_counts_and_nothing_else()
    {
        Column[] columns =
        [
            Column.Of("n", Array.Empty<double>()), Column.Of("n", [double.NaN]), Column.Of("t", Array.Empty<string?>()), Column.Of("t", [null, (string?)null]),
            Column.Of("d", [(DateTime?)null]), Column.Of("b", [(bool?)null]), TextColumn.FromUtf8("t", [], NullMask.None),
        ];
        foreach (var column in columns)
        {
            var summary = ColumnSummary.Of(column);
            Assert.Equal((column.Length, column.Length, 0, 0), (summary.Count, summary.NullCount, summary.Distinct, summary.Top.Length));
            Assert.True(summary is { Numbers: null, Earliest: null, Latest: null, ShortestLength: null, LongestLength: null, IsConstant: false, IsUnique: false });
            Assert.NotEmpty(summary.ToString());
        }
    }

    [Fact]
    public void Text_is_counted_with_lengths_and_ties_by_first_appearance()
    {
        var summary = ColumnSummary.Of(Column.Of("x", ["bb", null, "a", "bb", "a", "😀", string.Empty]));
        Assert.Equal([new ValueCount("bb", 2), new ValueCount("a", 2), new ValueCount("😀", 1), new ValueCount(string.Empty, 1)], summary.Top.ToArray());
        Assert.Equal((0, 2), (summary.ShortestLength, summary.LongestLength));
        Assert.Equal(4, summary.Distinct);
    }

    [Fact]
    public void Values_that_no_row_holds_any_more_do_not_count()
    {
        var summary = ColumnSummary.Of(Column.Of("x", ["long value", "a", "b"]).Take([1, 1]));
        Assert.Equal((1, 1), (summary.Distinct, summary.LongestLength));
        Assert.True(summary.IsConstant);
    }

    [Fact]
    public void Dates_have_a_first_and_a_last_day()
    {
        var summary = ColumnSummary.Of(Column.Of("x", [new DateTime(2024, 2, 1), null, new DateTime(2023, 5, 6), new DateTime(2024, 2, 1)]));
        Assert.Equal((new DateTime(2023, 5, 6), new DateTime(2024, 2, 1)), (summary.Earliest, summary.Latest));
        Assert.Equal(new ValueCount("2024-02-01", 2), summary.Top[0]);
    }

    [Fact]
    public void Booleans_have_two_values_at_most()
    {
        var summary = ColumnSummary.Of(Column.Of("x", [(bool?)false, true, null, true]));
        Assert.Equal([new ValueCount("true", 2), new ValueCount("false", 1)], summary.Top.ToArray());
        Assert.Equal(2, summary.Distinct);
    }

    /// <summary>A dictionary over the strings is the authority for counts; values of 1 to 30 bytes, some equal in their first or last 8.</summary>
    [Theory]
    [InlineData(100)]
    [InlineData(40_000)]
    public void Distinct_and_top_are_exact_however_the_text_is_held(int rows)
    {
        var random = new Random(11);
        string[] values = [.. Enumerable.Range(0, rows).Select(_ => $"{new string('x', random.Next(20))}{random.Next(rows / 3)}{new string('y', random.Next(8))}")];
        var bytes = values.Select(System.Text.Encoding.UTF8.GetBytes).ToArray();
        var starts = new int[rows + 1];
        for (var i = 0; i < rows; i++) starts[i + 1] = starts[i] + bytes[i].Length;
        var asBytes = TextColumn.FromUtf8("x", [new Utf8Block([.. bytes.SelectMany(b => b)], starts)], NullMask.Where(rows, r => r % 10 == 3));
        var kept = values.Where((_, r) => r % 10 != 3).ToArray();
        var expected = kept.Select((v, r) => (v, r)).GroupBy(v => v.v).Select(g => (g.Key, Count: g.Count(), First: g.First().r)).OrderByDescending(g => g.Count).ThenBy(g => g.First).ToArray();
        foreach (var column in new[] { asBytes, Column.Of("x", values.Select((v, r) => r % 10 == 3 ? null : v)) })
        {
            var summary = ColumnSummary.Of(column, top: 25);
            Assert.Equal(expected.Length, summary.Distinct);
            Assert.Equal(expected.Take(25).Select(e => new ValueCount(e.Key, e.Count)), summary.Top);
            Assert.Equal((kept.Min(v => v.Length), kept.Max(v => v.Length)), (summary.ShortestLength, summary.LongestLength));
        }
    }

    /// <summary>The comparing sort of .NET is the authority.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5_000)]
    public void Sorting_by_digits_orders_like_comparing(int count)
    {
        var random = new Random(3);
        double[] values = [.. Enumerable.Range(0, count).Select(i => i % 7 == 0 ? Math.Round(random.NextDouble() * 10) : (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-300, 300)))];
        if (count > 10) (values[3], values[4], values[5], values[6]) = (double.NegativeInfinity, double.PositiveInfinity, double.Epsilon, -double.Epsilon);
        var keys = values.Select(Sorting.Key).ToArray();
        Sorting.Ascending(keys);
        Array.Sort(values);
        Assert.Equal(values, keys.Select(Sorting.FromKey));
    }

    [Fact]
    public void Personal_values_are_not_shown_in_a_summary()
    {
        var summary = ColumnSummary.Of(Column.Of("Email", ["kim@example.com"]).AsPersonal());
        Assert.True(summary.IsPersonal);
        Assert.DoesNotContain("kim@", summary.ToString(), StringComparison.Ordinal);
        Assert.Contains("kim@", ColumnSummary.Of(Column.Of("Email", ["kim@example.com"])).ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void All_columns_of_a_table_come_in_order()
    {
        var table = new Table("t", Column.Of("a", [1.0]), Column.Of("b", ["x"]), Column.Of("c", [(bool?)true]));
        Assert.Equal(["a", "b", "c"], ColumnSummary.OfColumns(table).Select(s => s.Column));
        Assert.Throws<ArgumentOutOfRangeException>(() => ColumnSummary.Of(table["a"], -1));
        Assert.Empty(ColumnSummary.Of(table["a"], 0).Top);
    }

    private static double[] Around(double first, double low, double high) => [first, .. Enumerable.Range(0, 1000).Select(i => i % 2 == 0 ? low : high)];
}
