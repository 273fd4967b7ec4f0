using System.Text.Json.Nodes;
using Segmentation.Charts;
using Segmentation.Tables;

namespace Segmentation.Tests.Charts;

public sealed class ExploringTests
{
    [Fact]
    public void Every_value_of_a_histogram_is_in_exactly_one_bin()
    {
        var counts = FigureTests.Data(Chart.Histogram(Column.Of("v", Enumerable.Range(0, 1000).Select(v => Math.Sqrt(v)))))["y"]!.AsArray();
        Assert.Equal(1000, counts.Sum(c => (double)c!));
    }

    [Fact]
    public void Bins_are_as_wide_as_Freedman_and_Diaconis_say_rounded_up()
    {
        // 0..999: quartiles 249.75 and 749.25 (type 7), IQR 499.5; 2 x 499.5 / cbrt(1000) = 99.9, rounded up to 100: ten bins of 100 values.
        var counts = FigureTests.Data(Chart.Histogram(Column.Of("v", Enumerable.Range(0, 1000))))["y"]!.AsArray();
        Assert.Equal(Enumerable.Repeat(100.0, 10), counts.Select(c => (double)c!));
    }

    [Fact]
    public void A_value_on_an_edge_belongs_to_the_bin_that_it_opens()
    {
        var bins = Bins.Of([0, 10, 20, 30, 40, 50, 60, 70], 60, 1);
        Assert.Equal(0, bins.Of(0));
        Assert.Equal(1, bins.Of(bins.Low(1)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Never_more_bins_than_asked_for(int most)
    {
        var bins = Bins.Of([-3, -1, 0, 0.5, 2, 9, 40, 1000], most, 0);
        Assert.InRange(bins.Count, 1, most);
        Assert.InRange(bins.Of(1000), 0, most - 1);
    }

    [Fact]
    public void One_repeated_value_is_one_bin() => Assert.Equal([8.0], FigureTests.Data(Chart.Histogram(Column.Of("v", Enumerable.Repeat(5.0, 8))))["y"]!.AsArray().Select(c => (double)c!));

    [Fact]
    public void A_log_axis_counts_what_it_has_no_place_for() =>
        Assert.Contains("2 rows that a log axis has no place for", FigureTests.TitleText(Chart.Histogram(Column.Of("v", [0.0, -1, 10, 100, 1000]), new ChartOptions { Log = true })), StringComparison.Ordinal);

    [Fact]
    public void The_smaller_categories_are_one_bar_that_says_how_many_they_are()
    {
        // Values 0..19 occur 20, 19 … 1 times; the first five sum to 90 of 210.
        var column = Column.Of("v", Enumerable.Range(0, 20).SelectMany(v => Enumerable.Repeat($"value {v}", 20 - v)));
        var data = FigureTests.Data(Chart.Bar(column, new ChartOptions { TopCategories = 5 }));
        Assert.Equal("other (15 values)", (string?)data["y"]![5]);
        Assert.Equal(210 - 90, (double?)data["x"]![5]);
    }

    [Fact]
    public void Rows_without_a_value_are_counted_in_the_subtitle() =>
        Assert.Contains("2 rows without industry left out", FigureTests.TitleText(Chart.Bar(Column.Of("industry", ["a", null, "b", null]))), StringComparison.Ordinal);

    [Fact]
    public void Shares_are_averaged_not_summed()
    {
        var table = new Table("t", Column.Of("k", ["a", "a"]), Column.Of("valid", [0.2, 0.6], NumberFormat.Share));
        Assert.Equal(0.4, (double)FigureTests.Data(Chart.Bar(table, "k", "valid"))["x"]![0]!, 12);
    }

    [Fact]
    public void A_box_holds_quartiles_and_counts_what_lies_beyond_the_whiskers()
    {
        // 1..9 and 100: type 7 quartiles of ten values 3.25, 5.5, 7.75; fences 3.25 - 6.75 and 7.75 + 6.75 = 14.5, so 100 is beyond and 9 is the end.
        var figure = Chart.Box(Column.Of("v", [1.0, 2, 3, 4, 5, 6, 7, 8, 9, 100]));
        var data = FigureTests.Data(figure);
        Assert.Equal((3.25, 5.5, 7.75, 1.0, 9.0), ((double)data["q1"]![0]!, (double)data["median"]![0]!, (double)data["q3"]![0]!, (double)data["lowerfence"]![0]!, (double)data["upperfence"]![0]!));
        Assert.Contains("1 value beyond the whiskers", FigureTests.TitleText(figure), StringComparison.Ordinal);
    }

    [Fact]
    public void A_scatter_of_many_rows_draws_some_and_says_so()
    {
        var table = new Table("t", Column.Of("x", Enumerable.Range(0, 12000)), Column.Of("y", Enumerable.Range(0, 12000)));
        var figure = Chart.Scatter(table, "x", "y");
        Assert.Equal(5000, FigureTests.Data(figure)["x"]!.AsArray().Count);
        Assert.Contains("5,000 of 12,000 rows drawn", FigureTests.TitleText(figure), StringComparison.Ordinal);
    }

    [Fact]
    public void Dates_beyond_the_most_are_summed_by_month_and_a_month_without_rows_is_a_gap()
    {
        DateTime?[] dates = [.. Enumerable.Range(0, 31).Select(d => (DateTime?)new DateTime(2026, 1, 1).AddDays(d)), new DateTime(2026, 3, 5)];
        var table = new Table("t", Column.Of("day", dates), Column.Of("arr", Enumerable.Repeat(1.0, 32)));
        var data = FigureTests.Data(Chart.Line(table, "day", "arr", options: new ChartOptions { MostDates = 10 }));
        Assert.Equal([31.0, 1.0], data["y"]!.AsArray().Select(y => (double?)y));
        Assert.Equal(["2026-01-01", "2026-03-01"], data["x"]!.AsArray().Select(x => (string?)x));
    }

    [Fact]
    public void A_cell_without_rows_is_a_gap_in_a_heat_map_not_a_zero()
    {
        var table = new Table("t", Column.Of("x", ["a", "b"]), Column.Of("y", ["p", "q"]));
        var cells = FigureTests.Data(Chart.HeatMap(table, "x", "y"))["z"]!.AsArray().SelectMany(row => row!.AsArray()).Select(c => (double?)c).ToArray();
        Assert.Equal([1.0, null, null, 1.0], cells);
    }

    [Fact]
    public void A_table_without_data_gives_a_figure_that_says_so()
    {
        var empty = new Table("accounts", Column.Of("arr", Array.Empty<double>()), Column.Of("k", Array.Empty<string?>()));
        foreach (var figure in (Figure[])[Chart.Histogram(empty, "arr"), Chart.Bar(empty, "k"), Chart.Box(empty, "arr", "k"), Chart.Scatter(empty, "arr", "arr"), Chart.Line(empty, "arr"), Chart.HeatMap(empty, "k", "k")])
        {
            Assert.Contains("no data", figure.Title, StringComparison.Ordinal);
            Assert.Empty(JsonNode.Parse(figure.ToJson(RenderOptions.Default))!["data"]!.AsArray());
        }
    }

    [Fact]
    public void A_column_that_nobody_filled_has_no_type_and_gives_a_figure_that_says_so()
    {
        var table = new Table("accounts", Column.Of("industry", ["Software"]), Column.Of("arr", new string?[1]));
        foreach (var figure in (Figure[])[Chart.Histogram(table, "arr"), Chart.Bar(table, "industry", "arr")])
        {
            Assert.Empty(JsonNode.Parse(figure.ToJson(RenderOptions.Default))!["data"]!.AsArray());
        }
    }

    [Fact]
    public void A_column_of_the_wrong_type_is_refused_with_the_remedy()
    {
        var table = new Table("accounts", Column.Of("industry", ["Software"]));
        var error = Assert.Throws<ArgumentException>(() => Chart.Histogram(table, "industry"));
        Assert.StartsWith(
            "Chart.Histogram: column 'industry' of table 'accounts' holds Text values, expected Number or Date. Choose another column (Chart.Bar counts the values of other columns), "
            + "or override its type in workspace.yaml under 'columns'.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_is_missing_is_refused_with_those_there_are()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => Chart.Bar(new Table("accounts", Column.Of("industry", ["Software"])), "sector"));
        Assert.Equal("Table 'accounts' has no column 'sector'. It has: industry.", error.Message);
    }

    [Fact]
    public void Labels_alike_after_cutting_stay_two_categories()
    {
        var (one, two) = (new string('x', 60) + "1", new string('x', 60) + "2");
        Assert.Equal(2, FigureTests.Data(Chart.Bar(Column.Of("name", [one, two])))["y"]!.AsArray().Select(y => (string?)y).Distinct().Count());
    }

    [Fact]
    public void A_figure_is_named_after_its_columns_whatever_they_are_called() =>
        Assert.Equal("bar-annual-revenue-c", Chart.Bar(Column.Of("Annual Revenue (__c)", ["x"])).Name);

    [Theory]
    [InlineData(0, "0")]
    [InlineData(5, "5")]
    [InlineData(9999, "9,999")]
    [InlineData(12345, "12.3k")]
    [InlineData(999_600, "1M")]
    [InlineData(1_234_567, "1.23M")]
    [InlineData(-2_500_000_000, "-2.5B")]
    [InlineData(0.25, "0.25")]
    public void Numbers_are_short(double value, string shown) => Assert.Equal(shown, ShortNumber.Show(value, NumberFormat.Money));

    [Fact]
    public void A_limit_of_none_is_refused()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new ChartOptions { MostBins = 0 });
        Assert.Contains("ChartOptions.MostBins is 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_million_rows_reach_the_page_as_a_few_numbers()
    {
        var column = Column.Of("v", Enumerable.Range(0, 1_000_000).Select(v => (double)(v % 9973)));
        Assert.InRange(Chart.Histogram(column).ToJson(RenderOptions.Default).Length, 1, 20_000);
    }
}
