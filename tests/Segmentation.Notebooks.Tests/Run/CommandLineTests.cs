using System.Text.Json.Nodes;

namespace Segmentation.Notebooks.Tests.Run;

/// <summary>The command <c>run</c>, as a person uses it; what it promises is in the design's section on the command line.</summary>
[Collection(OneRunAtATime.Name)]
public sealed class CommandLineTests : IDisposable
{
    private readonly RunFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_notebook_runs_in_order_and_leaves_three_files()
    {
        folder.With("02-second", "2").With("01-first", "# First", "1 + 1", "#!sql\nselect 3 three");
        var (exit, said) = await folder.RunAsync("run");
        Assert.Equal(0, exit);
        Assert.True(said.IndexOf("01-first: cell 1 of 2", StringComparison.Ordinal) < said.IndexOf("02-second: cell 1 of 1", StringComparison.Ordinal), said);
        foreach (var file in new[] { "01-first", "02-second" })
            Assert.True(folder.Left(file + ".ipynb") && folder.Left(file + ".html") && folder.Left(file + ".json"));
        Assert.Equal(6, Directory.GetFiles(Path.Combine(folder.Root, "out")).Length);
        Assert.Contains("Written to out", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("02")]
    [InlineData("02-second")]
    [InlineData("02-second.ipynb")]
    [InlineData("notebooks/02-second.ipynb")]
    public async Task A_notebook_is_named_by_number_name_or_path(string name)
    {
        folder.With("01-first", "1").With("02-second", "2");
        Assert.Equal(0, (await folder.RunAsync("run", name)).Exit);
        Assert.False(folder.Left("01-first.json"));
        Assert.True(folder.Left("02-second.json"));
    }

    [Fact]
    public async Task A_notebook_that_is_not_there_is_an_error_that_lists_those_that_are()
    {
        var (exit, said) = await folder.With("01-first", "1").RunAsync("run", "07");
        Assert.Equal(1, exit);
        Assert.Equal("No notebook '07'. Expected a path, or one of: 01-first.\n", said);
    }

    [Fact]
    public async Task The_same_notebook_gives_the_same_bytes()
    {
        folder.With("01-a", "# Title", "#!time\nnew Dictionary<string, int> { [\"a\"] = 1 }", "Console.WriteLine(1);\nEnumerable.Range(1, 3).Select(n => new { n, Square = n * n })", "#!mermaid\ngraph TD; A-->B");
        await folder.RunAsync("run");
        var first = new[] { folder["01-a.ipynb"], folder["01-a.html"], folder["01-a.json"] };
        await folder.RunAsync("run");
        Assert.Equal(first, new[] { folder["01-a.ipynb"], folder["01-a.html"], folder["01-a.json"] });
    }

    [Fact]
    public async Task A_failing_cell_stops_the_run_and_says_notebook_cell_and_line()
    {
        folder.With("01-a", "# A", "var x = 1;", "x.Display();\nvar y = 2;\nthrow new InvalidOperationException(\"no more\");", "3").With("02-b", "1");
        var (exit, said) = await folder.RunAsync("run");
        Assert.Equal(1, exit);
        Assert.Contains("01-a.ipynb, cell 2, line 3: InvalidOperationException: no more\n    throw new InvalidOperationException(\"no more\");\n", said, StringComparison.Ordinal);
        Assert.False(folder.Left("02-b.json"));
    }

    [Fact]
    public async Task A_notebook_that_fails_leaves_the_files_of_an_earlier_run_and_its_outputs_so_far()
    {
        await folder.With("01-a", "1").RunAsync("run");
        var before = folder["01-a.json"];
        await folder.With("01-a", "Console.Write(\"so far\");", "nope", "3").RunAsync("run");
        Assert.Equal(before, folder["01-a.json"]);
        var failed = JsonNode.Parse(folder["01-a.failed.ipynb"])!["cells"]!.AsArray();
        Assert.Equal("so far", (string?)failed[0]!["outputs"]![0]!["text"]![0]);
        Assert.Equal("CS0103", (string?)failed[1]!["outputs"]![0]!["ename"]);
        Assert.Empty(failed[2]!["outputs"]!.AsArray());
        await folder.With("01-a", "1").RunAsync("run");
        Assert.False(folder.Left("01-a.failed.ipynb"));
    }

    [Fact]
    public async Task Nothing_is_written_half()
    {
        folder.With("01-a", "1");
        Directory.CreateDirectory(Path.Combine(folder.Root, "out", "01-a.json.part"));
        var (exit, _) = await folder.RunAsync("run");
        Assert.Equal(1, exit);
        Assert.False(folder.Left("01-a.ipynb"));
        Assert.False(folder.Left("01-a.html"));
    }

    [Fact]
    public async Task Parameters_take_the_values_given_each_by_its_type()
    {
        folder.With("01-a", "[parameters]var limit = 0.8;\nvar most = 5;\nstring? who = null;\nbool deep = false;\nDateTime asOf = new(2020, 1, 1);\nvar day = new DateOnly(2020, 1, 1);", "new { limit, most, who, deep, asOf, day }");
        var (exit, said) = await folder.RunAsync("run", "-p", "limit=1", "-p", "most=7", "-p", "who=a \"b\" \\ {c}", "-p", "deep=true", "-p", "asOf=2026-06-30", "-p", "day=2026-07-01");
        Assert.True(exit == 0, said);
        var json = folder.Json("01-a");
        const string Given = """{"limit":1,"most":7,"who":"a \u0022b\u0022 \\ {c}","deep":true,"asOf":"2026-06-30","day":"2026-07-01"}""";
        Assert.Equal(Given, json["parameters"]!.ToJsonString());
        var shown = (JsonObject)json["results"]![0]!;
        Assert.Equal((7, "a \"b\" \\ {c}", "2026-06-30"), ((int)shown["most"]!, (string?)shown["who"], (string?)shown["asOf"]));
        var cells = JsonNode.Parse(folder["01-a.ipynb"])!["cells"]!.AsArray();
        Assert.Equal("injected-parameters", (string?)cells[1]!["metadata"]!["tags"]![0]);
        Assert.Equal(2, (int)cells[2]!["execution_count"]!);
    }

    [Theory]
    [InlineData("limt=1", "No notebook of this run has a parameter 'limt'. Parameters: limit, made.\n")]
    [InlineData("limit=high", "Notebook '01-a': the parameter 'limit' is a double, and 'high' does not read as one.\n")]
    [InlineData("limit", "'-p limit' is not understood. Expected name=value, such as '-p limit=0.8'.\n")]
    [InlineData("made=1", "Notebook '01-a': the parameter 'made' shows no type that the command line can give. Declare it in the cell tagged 'parameters' as one of string, int, long, double, decimal, bool, DateTime, DateOnly, such as 'string made = …'.\n")]
    public async Task A_parameter_that_cannot_be_given_is_an_error_before_anything_runs(string given, string message)
    {
        folder.With("01-a", "[parameters]var limit = 0.8; var made = int.Parse(\"1\");");
        Assert.Equal((1, message), await folder.RunAsync("run", "-p", given));
        Assert.False(Directory.Exists(Path.Combine(folder.Root, "out")));
    }

    [Fact]
    public async Task The_folder_of_exports_is_found_and_shown_without_a_path_of_this_machine()
    {
        Directory.CreateDirectory(Path.Combine(folder.Root, "exports"));
        folder.With("01-a", "[parameters]var data = \"../data-samples\";", "display(data);\nDirectory.Exists(data)");
        var (exit, said) = await folder.RunAsync("run", "--data", Path.Combine(folder.Root, "exports"));
        Assert.True(exit == 0, said);
        await folder.RunAsync("run", "--data", "exports");
        var json = folder.Json("01-a");
        Assert.Equal("exports", (string?)json["parameters"]!["data"]);
        Assert.Equal(["../exports", "true"], json["results"]!.AsArray().Select(r => r!["value"]!.ToString()));
        foreach (var file in Directory.GetFiles(Path.Combine(folder.Root, "out")))
            Assert.DoesNotContain(folder.Root, await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notebook_is_told_where_the_run_writes_where_it_asks()
    {
        folder.With("01-a", "[parameters]var output = \"../out\";", "output");
        folder.With("02-b", "1 + 1");
        var (exit, said) = await folder.RunAsync("run", "--out", "review");
        Assert.True(exit == 0, said);
        var json = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder.Root, "review", "01-a.json")))!;
        Assert.Equal(("review", "../review"), ((string?)json["parameters"]!["output"], (string?)json["results"]![0]!["value"]));
        Assert.Equal((1, "The parameter 'output' is given twice: by --out and by -p.\n"), await folder.RunAsync("run", "--out", "review", "-p", "output=x"));
    }

    [Fact]
    public async Task A_folder_of_exports_that_is_not_there_is_an_error()
    {
        folder.With("01-a", "[parameters]var data = \"x\";");
        Assert.Equal((1, "--data 'nowhere' is not a folder. Expected a folder of CSV exports.\n"), await folder.RunAsync("run", "--data", "nowhere"));
    }

    [Fact]
    public async Task Results_have_stable_names_in_order()
    {
        folder.With("01-a", "new Table(\"seen\", Column.Of(\"a\", [1]))", "#!sql --name q\nselect 1 x", "display(1); display(2);", "#!html\n<p>");
        await folder.RunAsync("run");
        Assert.Equal(["seen", "q", "cell-3", "cell-3-2"], folder.Json("01-a")["results"]!.AsArray().Select(r => (string?)r!["name"]));
    }

    [Fact]
    public async Task Findings_are_counted_by_severity_each_once()
    {
        folder.With("01-a", """
            var rows = new Table("rows");
            Finding One(string check, Severity severity) => new(check, "s", severity, "m", 1, null, null, null, rows);
            var found = new { Findings = new[] { One("a", Severity.Critical), One("b", Severity.Warn), One("c", Severity.Warn) } };
            display(found);
            found
            """);
        var (exit, said) = await folder.RunAsync("run");
        Assert.Equal(0, exit);
        Assert.Matches(@"01-a +1 +[0-9.]+ +1 +0 +2 +0", said);
    }

    [Fact]
    public async Task A_page_folds_code_away_and_encodes_what_is_no_markup()
    {
        folder.With("01-a", "# A <em>title</em>", "\"<script>alert(1)</script>\"", "Console.Write(\"<b>\"); new[] { new { Name = \"<i>x</i>\" } }");
        await folder.RunAsync("run");
        var page = folder["01-a.html"];
        Assert.Contains("<em>title</em>", page, StringComparison.Ordinal);
        Assert.Contains("<details class=\"seg-code\"><summary>Code</summary>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>x</i>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_ends_with_130_and_writes_nothing()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        folder.With("01-a", "await Task.Delay(-1);");
        Assert.Equal(130, (await folder.RunAsync(stop.Token, "run")).Exit);
        Assert.False(Directory.Exists(Path.Combine(folder.Root, "out")));
    }

    [Fact]
    public async Task Help_shows_examples_and_the_version_is_told()
    {
        var (exit, said) = await folder.RunAsync("run", "--help");
        Assert.Equal(0, exit);
        Assert.Contains("run --data ~/exports --out review", said, StringComparison.Ordinal);
        Assert.Equal(0, (await folder.RunAsync("--version")).Exit);
        Assert.NotEqual(0, (await folder.RunAsync("run", "--nonsense")).Exit);
    }
}
