namespace Segmentation.Notebooks.Tests.Editing;

/// <summary>Paths and names between the quotes of a C# string.</summary>
public sealed class PathCompletionTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("editing-").FullName;
    private readonly Editor editor;

    public PathCompletionTests()
    {
        Directory.CreateDirectory(Path.Combine(folder, "exports", "decisions"));
        File.WriteAllText(Path.Combine(folder, "exports", "accounts.csv"), "a\n");
        File.WriteAllText(Path.Combine(folder, "tools.dll"), string.Empty);
        File.WriteAllText(Path.Combine(folder, "tools.csx"), "var x = 1;");
        File.WriteAllText(Path.Combine(folder, ".hidden"), string.Empty);
        editor = new Editor(folder: folder);
    }

    public void Dispose()
    {
        editor.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Where_a_parameter_is_a_folder_or_file_paths_are_offered()
    {
        Assert.Equal(["exports/", "tools.csx", "tools.dll"], editor.Names($"Workspace.Open(\"{folder}/$$\")"));
        Assert.Equal(["exports/"], editor.Names($"var w = Workspace.Open(\"{folder}/ex$$"));
        Assert.Equal(["decisions/", "accounts.csv"], editor.Names($"File.ReadAllText(@\"{folder}/exports/$$\")"));
        Assert.Equal([".hidden"], editor.Names($"Workspace.Open(\"{folder}/.$$\")"));
    }

    [Fact]
    public void Only_the_last_step_is_replaced()
    {
        var marked = $"Workspace.Open(\"{folder}/ex$$\")";
        Assert.Equal($"Workspace.Open(\"{folder}/exports/\")", editor.With(marked, "exports/"));
        Assert.Equal($"File.Open(\"{folder}/exports/accounts.csv\", FileMode.Open)", editor.With($"File.Open(\"{folder}/exports/acc$$\", FileMode.Open)", "accounts.csv"));
    }

    [Fact]
    public async Task Path_Combine_goes_on_from_its_first_arguments()
    {
        await editor.AfterAsync($"var data = \"{folder}/exports\";");
        Assert.Equal(["decisions/", "accounts.csv"], editor.Names("Path.Combine(data, \"$$\")"));
        Assert.Empty(editor.Names("Path.Combine(nobody, \"$$\")"));
    }

    [Fact]
    public void References_and_loads_offer_their_kind_of_file_beside_the_notebook()
    {
        Assert.Equal(["exports/", "tools.dll"], editor.Names("#r \"$$\""));
        Assert.Equal(["tools.dll"], editor.Names("var x = 1;\n#r \"to$$"));
        Assert.Equal(["exports/", "tools.csx"], editor.Names("#load \"$$\""));
        Assert.Empty(editor.Names("#r \"nuget: $$\""));
    }

    [Fact]
    public void A_folder_that_is_not_there_offers_nothing() => Assert.Empty(editor.Names("Workspace.Open(\"/nowhere/at/all/$$\")"));

    [Fact]
    public async Task Beside_a_table_its_columns_are_offered()
    {
        await editor.AfterAsync("var t = new Table(\"t\", Column.Of(\"industry\", [\"a\"]), Column.Of(\"arr\", [1.0]));");
        Assert.Equal(["arr", "industry"], editor.Names("Chart.Bar(t, \"$$\")"));
        Assert.Equal(["industry"], editor.Names("t[\"in$$\"]"));
        Assert.Equal("t.Number(\"arr\")", editor.With("t.Number(\"a$$\")", "arr"));
        Assert.Empty(editor.Names("Console.WriteLine(\"$$\")"));
    }

    [Fact]
    public async Task Tables_of_a_workspace_are_offered_by_name_and_their_columns_beside_them()
    {
        await editor.AfterAsync($"var exports = Workspace.Open(@\"{Editor.Samples}\");");
        Assert.Contains("accounts", editor.Names("exports.Tables[\"$$\"]"));
        Assert.Contains("industry", editor.Names("Chart.Histogram(exports.Tables[\"accounts\"], \"$$\")"), StringComparer.OrdinalIgnoreCase);
    }
}
