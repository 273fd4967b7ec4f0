namespace Segmentation.Notebooks.Tests.Run;

/// <summary>With <c>--mask</c> no file of a run holds a personal value of the data, whatever way a cell took to it.</summary>
[Collection(OneRunAtATime.Name)]
public sealed class MaskedRunTests : IDisposable
{
    private const string People = """
        var people = new Table("people",
            Column.Of("name", ["Zoltan Qvist", "Ottoline O'Prey", "Zoltan Qvist"]).AsPersonal(),
            Column.Of("email", ["zoltan@qvist.example", "otto@prey.example", "zoltan@qvist.example"]).AsPersonal(),
            Column.Of("city", ["Bonn", "Bern", "Bonn"]));
        """;

    private readonly RunFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("people")]
    [InlineData("people.SortBy(\"name\").Head(1)")]
    [InlineData("people.GroupBy(\"name\")")]
    [InlineData("people.Text(\"name\")[0]")]
    [InlineData("Console.WriteLine(people); Console.Error.WriteLine(people.Text(\"email\")[1]);")]
    [InlineData("Enumerable.Range(0, 3).Select(r => people.Text(\"name\")[r])")]
    [InlineData("Enumerable.Range(0, 3).Select(r => new { Who = people.Text(\"name\")[r] })")]
    [InlineData("new { Who = people.Text(\"name\")[0], Deep = new { Mail = people.Text(\"email\")[0] } }")]
    [InlineData("new Dictionary<string, int> { [people.Text(\"name\")[0]!] = 1 }")]
    [InlineData("(people.Text(\"name\")[0], 1)")]
    [InlineData("new InvalidOperationException(people.Text(\"name\")[0])")]
    [InlineData("#!sql\nselect name, upper(email) from people")]
    [InlineData("record Say(string Text) { public string ToHtml() => $\"<p>{Text}</p>\"; }\nnew Say(people.Text(\"name\")[0]!)")]
    [InlineData("record Note : Result { public override string ResultName => \"note\"; public string Words { get; init; } = \"\"; public override Table ToTable() => new(Words, Column.Of(\"words\", [Words])); }\nnew Note { Words = $\"Most is with {people.Text(\"name\")[1]}.\" }")]
    public async Task No_file_holds_a_personal_value(string cell)
    {
        var (exit, said) = await folder.With("01-a", People, cell).RunAsync("run", "--mask");
        Assert.True(exit == 0, said);
        foreach (var file in new[] { "01-a.ipynb", "01-a.html", "01-a.json" })
        {
            foreach (var value in new[] { "Qvist", "Prey", "zoltan@", "ZOLTAN@" })
            {
                // The notebook's own source is the author's, and holds the values in this test only.
                var text = folder[file].Replace("Zoltan Qvist\\\"", string.Empty, StringComparison.Ordinal);
                var outputs = file.EndsWith("json", StringComparison.Ordinal) ? text : Outputs(file, text);
                Assert.DoesNotContain(value, outputs, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [Fact]
    public async Task A_failing_cell_leaves_no_personal_value_either()
    {
        await folder.With("01-a", People, "throw new Exception(people.Text(\"name\")[0]);").RunAsync("run", "--mask");
        Assert.DoesNotContain("Qvist", Outputs("01-a.failed.ipynb", folder["01-a.failed.ipynb"]), StringComparison.Ordinal);
    }

    private static string Outputs(string file, string text) => file.EndsWith(".ipynb", StringComparison.Ordinal)
        ? string.Concat(System.Text.Json.Nodes.JsonNode.Parse(text)!["cells"]!.AsArray().Select(c => c!["outputs"]?.ToJsonString()))
        : System.Text.RegularExpressions.Regex.Replace(text, "<details class=\"seg-code\">.*?</details>", string.Empty, System.Text.RegularExpressions.RegexOptions.Singleline);
}
