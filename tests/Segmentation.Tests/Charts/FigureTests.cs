using System.Text.Json.Nodes;
using Segmentation.Calibrate;
using Segmentation.Charts;
using Segmentation.Tables;

namespace Segmentation.Tests.Charts;

public sealed class FigureTests
{
    private const string Script = "<script>alert(1)</script>";

    private static readonly RenderOptions Masked = new(Mask: true);

    [Fact]
    public void The_same_table_gives_the_same_bytes() => Assert.Equal(
        Chart.Bar(Accounts(), "industry", "arr").ToHtml(), Chart.Bar(Accounts(), "industry", "arr").ToHtml());

    [Fact]
    public void Json_holds_data_and_layout_and_stands_safely_in_a_script_element()
    {
        var json = Chart.Bar(new Table("t", Column.Of("name", [Script, "a\u2028b", "</script>", "&"])), "name").ToJson(RenderOptions.Default);
        Assert.Equal(["data", "layout"], JsonNode.Parse(json)!.AsObject().Select(p => p.Key));
        Assert.DoesNotContain('<', json);
        Assert.DoesNotContain('>', json);
        Assert.DoesNotContain('&', json);
        Assert.DoesNotContain('\u2028', json);
    }

    [Fact]
    public void Markup_in_a_label_is_encoded_for_Plotly_too()
    {
        var labels = Data(Chart.Bar(new Table("t", Column.Of("name", ["<b>x</b>"])), "name"))["y"]!;
        // Plotly draws &lt; as <; without it, it would read the tag.
        Assert.Equal("&lt;b&gt;x&lt;/b&gt;", (string?)labels[0]);
    }

    [Theory]
    [InlineData(0.63, 0.2, "a and b share most: 63.0% of what the coarser says")]
    [InlineData(-0.01, -0.02, "a and b share most: 0.0% of what the coarser says")]
    [InlineData(1.0, 0.2, "One of a and b says all that the other does; next, a and c share 20.0% of what the coarser says")]
    [InlineData(1.0, 0.995, "In 2 pairs one says all that the other does; next, b and c share 0.0% of what the coarser says")]
    public void The_title_of_redundancy_says_what_is_news(double ab, double ac, string title)
    {
        var redundancy = new DimensionCandidateRedundancy
        {
            Names = ["a", "b", "c"],
            Shared = [[1, ab, ac], [ab, 1, ac < 0 ? null : 0], [ac, ac < 0 ? null : 0, 1]],
            Accounts = [[9, 9, 9], [9, 9, 9], [9, 9, 9]],
            PValues = [[null, 1, 1], [1, null, 1], [1, 1, null]],
        };
        Assert.Equal(title, RedundancyFigure.Draw(redundancy).Title);
    }

    [Fact]
    public void The_mime_bundle_holds_the_figure_as_an_object_and_its_title_as_text()
    {
        var figure = Chart.Bar(Accounts(), "industry");
        var bundle = figure.ToMimeBundle(RenderOptions.Default);
        Assert.Equal([Figure.PlotlyMediaType, "text/html", "text/plain"], bundle.Keys);
        Assert.IsType<JsonObject>(bundle[Figure.PlotlyMediaType]);
        Assert.Equal(figure.Title, bundle["text/plain"]);
    }

    [Fact]
    public void A_title_holds_the_finding() =>
        // 6 of 9 rows, by the table below.
        Assert.Equal("industry is most often Software: 66.7% of rows", Chart.Bar(Accounts(), "industry").Title);

    [Fact]
    public void Mask_leaves_out_a_bar_of_fewer_than_five_records_and_says_so()
    {
        var figure = Chart.Bar(Accounts(), "industry");
        var data = Data(figure, Masked);
        Assert.Equal(6, (double?)data["x"]![0]);
        Assert.Null(data["x"]![1]);
        Assert.Contains("fewer than 5 records are left out", figure.ToJson(Masked), StringComparison.Ordinal);
    }

    [Fact]
    public void Mask_leaves_out_a_sum_over_fewer_than_five_rows()
    {
        var data = Data(Chart.Bar(Accounts(), "industry", "arr"), Masked);
        Assert.Equal(["&lt; 5 records"], data["text"]!.AsArray().Select(t => (string?)t).Where(t => t!.Contains("lt;", StringComparison.Ordinal)));
        Assert.Single(data["x"]!.AsArray(), x => x is null);
    }

    [Fact]
    public void A_table_that_was_counted_before_is_masked_by_its_counts_alone()
    {
        var counted = new Table("q", Column.Of("tier", ["A", "B"]), Column.Of("accounts", [40, 3]), Column.Of("arr", [100.0, 50.0], NumberFormat.Money));
        Assert.Equal([40.0, null], Data(Chart.Bar(counted, "tier", "accounts"), Masked)["x"]!.AsArray().Select(x => (double?)x));
        Assert.Equal([100.0, 50.0], Data(Chart.Bar(counted, "tier", "arr"), Masked)["x"]!.AsArray().Select(x => (double?)x));
    }

    [Fact]
    public void Mask_hides_personal_labels_one_by_one_also_in_the_title()
    {
        var figure = Chart.Bar(new Table("t", Column.Of("name", Enumerable.Repeat("Acme", 7).Concat(Enumerable.Repeat("Zeta", 6))).AsPersonal()), "name");
        Assert.Contains("Acme", figure.Title, StringComparison.Ordinal);
        Assert.DoesNotContain("Acme", figure.ToHtml(Masked), StringComparison.Ordinal);
        Assert.Equal(["••• 1", "••• 2"], Data(figure, Masked)["y"]!.AsArray().Select(y => (string?)y));
        Assert.Equal([7.0, 6.0], Data(figure, Masked)["x"]!.AsArray().Select(x => (double?)x));
    }

    [Fact]
    public void Mask_shows_no_drawing_of_personal_values()
    {
        var figure = Chart.Histogram(Column.Of("phone", Enumerable.Range(5550000, 20).Select(v => (double)v)).AsPersonal());
        var json = JsonNode.Parse(figure.ToJson(Masked))!;
        Assert.Empty(json["data"]!.AsArray());
        Assert.DoesNotContain("555", json.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Mask_hides_a_small_count_in_the_subtitle()
    {
        var figure = Chart.Histogram(Column.Of("arr", Enumerable.Range(0, 30).Select(v => v < 3 ? null : (double?)v)));
        Assert.Contains("3 rows without a value left out", figure.ToJson(RenderOptions.Default), StringComparison.Ordinal);
        Assert.DoesNotContain("3 rows without", figure.ToJson(Masked), StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_twice_in_a_page_needs_no_id() => Assert.DoesNotContain(" id=", Chart.Bar(Accounts(), "industry").ToHtml(), StringComparison.Ordinal);

    internal static JsonObject Data(Figure figure, RenderOptions? options = null) => JsonNode.Parse(figure.ToJson(options ?? RenderOptions.Default))!["data"]![0]!.AsObject();

    internal static string TitleText(Figure figure) => (string)JsonNode.Parse(figure.ToJson(RenderOptions.Default))!["layout"]!["title"]!["text"]!;

    /// <summary>Nine rows: six in Software, three in Retail; ARR 10 each.</summary>
    private static Table Accounts() => new(
        "accounts",
        Column.Of("industry", Enumerable.Repeat("Software", 6).Concat(Enumerable.Repeat("Retail", 3))),
        Column.Of("arr", Enumerable.Repeat(10.0, 9), NumberFormat.Money));
}
