using Segmentation.Notebooks.Formatting;
using Segmentation.Tables;

namespace Segmentation.Notebooks.Tests.Formatting;

/// <summary>Values of every kind are shown, in the invariant culture, encoded, to a depth and a length, whatever their own code does.</summary>
public sealed class ValueFormatterTests
{
    private static readonly ValueFormatter Formatter = new(FormatOptions.Default);

    public static TheoryData<object?, string> Plain => new()
    {
        { null, "null" },
        { 1234.5, "1234.5" },
        { true, "true" },
        { "text", "text" },
        { new DateTime(2026, 6, 30), "2026-06-30" },
        { new DateOnly(2026, 6, 30), "2026-06-30" },
        { TimeSpan.FromMinutes(1.5), "00:01:30" },
        { DayOfWeek.Friday, "Friday" },
        { typeof(Dictionary<string, int[]>), "Dictionary<String, Int32[]>" },
        { new Own(), "as it says" },
    };

    [Theory]
    [MemberData(nameof(Plain))]
    public void A_single_value_is_text(object? value, string text) => Assert.Equal(text, Formatter.Format(value).Plain.Trim());

    [Fact]
    public void A_table_is_HTML_and_text()
    {
        var table = new Table("t", Column.Of("a", ["<b>"]));
        var bundle = Formatter.Format(table);
        Assert.Equal((table.ToHtml(RenderOptions.Default), table.ToString()), (bundle.Html, bundle.Plain));
    }

    [Fact]
    public void Objects_in_a_sequence_are_rows_and_their_properties_columns()
    {
        var plain = Formatter.Format(new[] { new { A = 1, B = "x" }, new { A = 2, B = "<y>" } });
        Assert.Equal("anonymous object × 2\nA  B\n-  ---\n1  x\n2  <y>\n", plain.Plain);
        Assert.Contains("&lt;y&gt;", plain.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sequence_of_results_is_shown_as_those_results()
    {
        var bundle = Formatter.Format(new[] { new Table("one", Column.Of("a", [1])), new Table("two", Column.Of("a", [1])) });
        Assert.Contains("<caption>one</caption>", bundle.Html, StringComparison.Ordinal);
        Assert.Contains("<caption>two</caption>", bundle.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_endless_sequence_is_looked_at_so_far()
    {
        static IEnumerable<int> Forever()
        {
            for (var i = 0; ; i++) yield return i;
        }

        var bundle = new ValueFormatter(FormatOptions.Default with { MostItems = 30 }).Format(Forever());
        Assert.StartsWith("Int32 × 30 or more", bundle.Plain, StringComparison.Ordinal);
        Assert.Contains("20 of 30 rows shown", bundle.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_holds_itself_ends()
    {
        var loop = new Loop();
        loop.Next = loop;
        Assert.Contains("Loop …", Formatter.Format(loop).Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void A_property_that_throws_is_shown_as_that() => Assert.Contains("(threw InvalidOperationException)", Formatter.Format(new Broken()).Plain, StringComparison.Ordinal);

    [Fact]
    public void A_ToHtml_that_throws_is_shown_as_that() =>
        Assert.Equal("BrokenHtml cannot be shown: its code threw FormatException: bad", Formatter.Format(new BrokenHtml()).Plain);

    [Fact]
    public void An_object_of_any_library_is_shown_by_the_shape_of_its_methods()
    {
        Assert.Equal("<i>by shape</i>", Formatter.Format(new Shaped()).Html);
        var bundle = Formatter.Format(new Bundled());
        Assert.Equal("""{"application/json":{"a":1},"text/html":["\u003Cb\u003E"],"text/plain":["plain"]}""", bundle.ToJson().ToJsonString());
    }

    [Fact]
    public void A_long_text_is_cut_and_says_how_much() =>
        Assert.Equal("aaa… (7 more characters)", new ValueFormatter(FormatOptions.Default with { LongestText = 3 }).Format(new string('a', 10)).Plain);

    [Fact]
    public void An_empty_sequence_keeps_its_type() => Assert.StartsWith("Int32 × 0", Formatter.Format(Array.Empty<int>()).Plain, StringComparison.Ordinal);

    private sealed class Own
    {
        public override string ToString() => "as it says";
    }

    private sealed class Loop
    {
        public Loop? Next { get; set; }
    }

    private sealed class Broken(string why = "no")
    {
        public int Value => throw new InvalidOperationException(why);
    }

    private sealed class BrokenHtml(string why = "bad")
    {
        public string ToHtml() => throw new FormatException(why);
    }

    private sealed class Shaped(string html = "<i>by shape</i>")
    {
        public string ToHtml() => html;
    }

    private sealed class Bundled(string plain = "plain")
    {
        public Dictionary<string, object> ToMimeBundle() => new() { ["text/plain"] = plain, ["text/html"] = "<b>", ["application/json"] = new { a = 1 } };
    }
}
