using Segmentation.Tables;

namespace Segmentation.Tests.Tables;

public sealed class TableRenderingTests
{
    private static readonly Table Hostile = new(
        "<b>t</b>",
        Column.Of("<i>name</i>", ["<script>alert(1)</script>", "\"&'", null]).AsPersonal(false),
        Column.Of("email", ["a@b.co", "c@d.co", null]).AsPersonal(),
        Column.Of("accounts", [3, 5, 0]),
        Column.Of("share", [0.125, 1, double.NaN], NumberFormat.Share),
        Column.Of("arr", [1234567.89, -5, 0], NumberFormat.Money));

    [Fact]
    public void Every_value_name_and_caption_is_encoded_in_html()
    {
        var html = Hostile.ToHtml();
        Assert.Contains("<td>&lt;script&gt;alert(1)&lt;/script&gt;</td>", html, StringComparison.Ordinal);
        Assert.Contains("<td>&quot;&amp;&#x27;</td>", html, StringComparison.Ordinal);
        Assert.Contains("<th>&lt;i&gt;name&lt;/i&gt;</th>", html, StringComparison.Ordinal);
        Assert.Contains("<caption>&lt;b&gt;t&lt;/b&gt;</caption>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-0.0001, NumberFormat.Share, "0.0%")]
    [InlineData(-0.0006, NumberFormat.Share, "-0.1%")]
    [InlineData(-0.4, NumberFormat.Money, "0")]
    [InlineData(-0.6, NumberFormat.Count, "-1")]
    [InlineData(-0.0004, NumberFormat.Score, "0.000")]
    [InlineData(-0.25, NumberFormat.General, "-0.25")]
    [InlineData(0.0001, NumberFormat.Share, "0.0%")]
    public void What_rounds_to_nothing_has_no_sign(double value, NumberFormat format, string shown) => Assert.Equal(shown, NumberColumn.Show(value, format));

    [Fact]
    public void A_mask_hides_personal_values_and_counts_from_one_to_four()
    {
        var html = Hostile.ToHtml(new RenderOptions(Mask: true));
        Assert.DoesNotContain("a@b.co", html, StringComparison.Ordinal);
        Assert.Contains("<td>•••</td>", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"seg-n\">&lt; 5</td>", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"seg-n\">5</td>", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"seg-n\">0</td>", html, StringComparison.Ordinal);
        Assert.Contains("<td></td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_are_shown_in_their_format_and_nulls_as_nothing()
    {
        Assert.Equal("12.5%", Hostile["share"].Display(0));
        Assert.Equal("1,234,568", Hostile["arr"].Display(0));
        Assert.Equal(string.Empty, Hostile["share"].Display(2));
        Assert.Equal("0.1", Column.Of("x", [0.1]).Display(0));
        Assert.Equal("1E+300", Column.Of("x", [1e300]).Display(0));
        Assert.Equal("0.333", Column.Of("x", [1 / 3.0], NumberFormat.Score).Display(0));
    }

    [Fact]
    public void Text_is_aligned_and_line_breaks_stay_on_their_line()
    {
        var table = new Table("t", Column.Of("name", ["a\r\nb", "long name"]), Column.Of("n", [5, 1000]));
        Assert.Equal("t\nname           n\n---------  -----\na␊b            5\nlong name  1,000\n", table.ToString());
    }

    [Fact]
    public void Rows_beyond_the_limit_are_counted_below()
    {
        var table = new Table("t", Column.Of("n", Enumerable.Range(0, 1500)));
        Assert.EndsWith("20 of 1,500 rows shown\n", table.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("<p class=\"seg-note\">20 of 1,500 rows shown</p>", table.ToHtml(RenderOptions.Default), StringComparison.Ordinal);
        Assert.DoesNotContain("rows shown", table.ToHtml(new RenderOptions(RowLimit: 1500)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_cell_is_cut_without_breaking_a_character()
    {
        // The emoji is two UTF-16 units, of which the limit of 40 would keep the first alone.
        var text = new Table("t", Column.Of("x", [new string('a', 39) + "😀tail"])).ToString();
        Assert.Contains(new string('a', 39) + "…", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\uD83D', text);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@cmd", "'@cmd")]
    [InlineData("\tx", "'\tx")]
    [InlineData("'=1", "''=1")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData(" a ", "\" a \"")]
    [InlineData("plain", "plain")]
    public void Csv_neutralises_formulas_and_quotes_what_needs_it(string value, string expected)
    {
        // OWASP, "CSV injection": a cell that starts with = + - @ tab or carriage return runs as a formula; RFC 4180 for the quotes.
        var csv = new Table("t", Column.Of("x", [value])).ToCsv();
        Assert.Equal($"x\n{expected}\n", csv);
    }

    [Fact]
    public void Csv_writes_numbers_and_dates_so_that_they_read_back()
    {
        var table = new Table("t", Column.Of("n", [0.1, -5, double.NaN]), Column.Of("d", [new DateTime(2024, 1, 31, 10, 30, 0), new DateTime(2024, 2, 1), null]), Column.Of("b", [(bool?)true, false, null]));
        Assert.Equal("n,d,b\n0.1,2024-01-31T10:30:00,true\n-5,2024-02-01,false\n,,\n", table.ToCsv());
    }
}
