using System.Collections.Immutable;
using Segmentation.Audit;
using Segmentation.Charts;
using Segmentation.Framework;
using Segmentation.Report;
using Segmentation.Tables;

namespace Segmentation.Tests.Report;

/// <summary>The shape of the JSON is the contract with software that reads it: docs of <see cref="ResultJson.Describe"/>.</summary>
public sealed class ResultJsonTests
{
    private enum Kind
    {
        TwoWords,
    }

    [Fact]
    public void A_diagram_is_its_text_under_its_own_name()
    {
        var diagram = Diagram.Precedence(new SegmentationFramework { Version = "v0" });
        var json = ResultJson.Describe(diagram, "cell-1", RenderOptions.Default);
        Assert.Equal(("precedence", "diagram", diagram.Text), ((string)json["name"]!, (string)json["kind"]!, (string)json["text"]!));
    }

    [Fact]
    public void A_table_is_its_columns_and_rows()
    {
        var table = new Table(
            "t",
            Column.Of("name", ["a", null]).AsPersonal(),
            Column.Of("n", [3, 9]),
            Column.Of("share", [0.25, double.NaN], NumberFormat.Share),
            Column.Of("day", new DateTime?[] { new(2026, 6, 30), null }),
            Column.Of("yes", new bool?[] { true, null }));
        Assert.Equal(
            """{"name":"t","kind":"table","columns":[{"name":"name","type":"text","personal":true},{"name":"n","type":"number","format":"count"},{"name":"share","type":"number","format":"share"},{"name":"day","type":"date"},{"name":"yes","type":"boolean"}],"rowCount":2,"rows":[{"name":"a","n":3,"share":0.25,"day":"2026-06-30","yes":true},{"name":null,"n":9,"share":null,"day":null,"yes":null}]}""",
            ResultJson.Describe(table, "x", RenderOptions.Default).ToJsonString());
    }

    [Theory]
    [InlineData(4, "accounts: fewer than 5 records under negative-arr.", false)]
    [InlineData(5, "5 accounts have a negative ARR.", true)]
    public void The_mask_takes_the_figures_out_of_a_finding_about_few_records(int count, string message, bool hasArr)
    {
        var finding = new Finding("negative-arr", "accounts", Severity.Warn, $"{count} accounts have a negative ARR.", count, 0.1, 900, null, new Table("rows"));
        var json = ResultJson.Describe(new AuditFindings { Items = [finding] }, "x", new RenderOptions(Mask: true))["items"]![0]!;
        Assert.Equal(message, (string)json["message"]!);
        Assert.Equal(hasArr, json["arrAtStake"] is not null);
    }

    [Fact]
    public void The_mask_hides_personal_columns_and_small_counts()
    {
        var json = ResultJson.Describe(
            new Table("t", Column.Of("name", ["Ann", "Bob", "Cid"]).AsPersonal(), Column.Of("n", [4, 5, 0])), "x", new RenderOptions(Mask: true));
        Assert.Equal("""[{"name":null,"n":null},{"name":null,"n":5},{"name":null,"n":0}]""", json["rows"]!.ToJsonString());
        Assert.Equal(1, (int)json["smallCountsHidden"]!);
        Assert.True((bool)json["columns"]![0]!["hidden"]!);
    }

    [Fact]
    public void Rows_over_the_limit_are_counted()
    {
        var json = ResultJson.Describe(new Table("t", Column.Of("n", [1, 2, 3])), "x", RenderOptions.Default, ResultJsonOptions.Default with { MostRows = 2 });
        Assert.Equal((3, 2, 1), ((int)json["rowCount"]!, json["rows"]!.AsArray().Count, (int)json["rowsLeftOut"]!));
    }

    [Fact]
    public void A_result_is_its_own_fields_under_its_name()
    {
        var json = ResultJson.Describe(new Sample { Kind = Kind.TwoWords, Ratios = [0.5, double.PositiveInfinity], Inner = new Inner(1.5, null) }, "x", RenderOptions.Default);
        Assert.Equal(
            """{"name":"sample","kind":"Sample","sampleKind":"two-words","ratios":[0.5,null],"inner":{"value":1.5,"until":null},"half":0.25}""",
            json.ToJsonString());
    }

    [Theory]
    [InlineData(1.5, """{"name":"x","kind":"value","value":1.5}""")]
    [InlineData(double.NaN, """{"name":"x","kind":"value","value":null}""")]
    [InlineData("text", """{"name":"x","kind":"value","value":"text"}""")]
    [InlineData(new[] { 1, 2 }, """{"name":"x","kind":"list","items":[1,2]}""")]
    [InlineData(new int[0], """{"name":"x","kind":"list","items":[]}""")]
    public void An_ordinary_value_is_reported_under_the_name_given(object value, string json) =>
        Assert.Equal(json, ResultJson.Describe(value, "x", RenderOptions.Default).ToJsonString());

    [Fact]
    public void Values_that_hold_themselves_end()
    {
        var loop = new Loop();
        loop.Next = loop;
        Assert.Equal("(left out: refers back to itself)", (string?)ResultJson.Describe(loop, "x", RenderOptions.Default)["next"]);
    }

    [Fact]
    public void A_property_that_throws_is_null_and_an_endless_list_is_cut()
    {
        var json = ResultJson.Describe(new Awkward(), "x", RenderOptions.Default, ResultJsonOptions.Default with { MostItems = 3 });
        Assert.Equal("""{"name":"x","kind":"Awkward","endless":[1,1,1],"endlessLeftOut":true,"broken":null}""", json.ToJsonString());
    }

    [Fact]
    public void The_same_value_gives_the_same_text()
    {
        var value = new { B = 1, A = new Dictionary<string, object?> { ["z"] = 1, ["a"] = (1, "t") } };
        var first = ResultJson.Describe(value, "x", RenderOptions.Default).ToJsonString();
        Assert.Equal("""{"name":"x","kind":"object","b":1,"a":{"z":1,"a":[1,"t"]}}""", first);
        Assert.Equal(first, ResultJson.Describe(value, "x", RenderOptions.Default).ToJsonString());
    }

    private sealed record Inner(double Value, DateTime? Until);

    private sealed record Sample : Result
    {
        public override string ResultName => "sample";

        public required Kind Kind { get; init; }

        public required ImmutableArray<double> Ratios { get; init; }

        public required Inner Inner { get; init; }

        // A single computed value is a figure of its own; a computed object repeats what is there.
        public double Half => Ratios[0] / 2;

        public Inner Again => Inner;

        public override Table ToTable() => new("sample");
    }

    private sealed class Loop
    {
        public Loop? Next { get; set; }
    }

    private sealed class Awkward(string why = "no")
    {
        public IEnumerable<int> Endless { get; } = Forever();

        public int Broken => throw new InvalidOperationException(why);

        private static IEnumerable<int> Forever()
        {
            while (true) yield return 1;
        }
    }
}
