using Segmentation.Notebooks.Documents;

namespace Segmentation.Notebooks.Tests.Documents;

/// <summary>The notebook format is Jupyter's (nbformat 4.5).</summary>
public sealed class NotebookTests
{
    [Fact]
    public void What_nobody_knows_is_kept_in_its_order()
    {
        const string Text = "{\n \"cells\": [\n  {\n   \"zebra\": 1,\n   \"cell_type\": \"markdown\",\n   \"id\": \"own\",\n   \"metadata\": {\n    \"my\": [\n     1\n    ]\n   },\n   \"source\": [\n    \"# Größe <b>\\n\",\n    \"x\"\n   ]\n  }\n ],\n \"metadata\": {\n  \"b\": 1,\n  \"a\": {}\n },\n \"nbformat\": 4,\n \"nbformat_minor\": 5\n}\n";
        var notebook = Notebook.Parse(Text, "n");
        Assert.Equal(Text, notebook.ToJson());
        Assert.Equal("Größe <b>", notebook.Title);
    }

    [Fact]
    public void An_older_notebook_is_written_as_4_5_with_ids_of_its_places()
    {
        var notebook = Notebook.Parse("""{"cells":[{"cell_type":"code","source":"1"},{"cell_type":"code","source":["2"],"id":"cell-1"}],"nbformat":4,"nbformat_minor":2}""", "n");
        Assert.Equal(["cell-1", "cell-2"], notebook.Cells.Select(c => c.Id));
        Assert.Contains("\"nbformat_minor\": 5", notebook.ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "is not JSON")]
    [InlineData("{}", "has no 'nbformat' number")]
    [InlineData("""{"nbformat":3}""", "has format 3, expected 4")]
    [InlineData("""{"nbformat":4}""", "has no list of cells")]
    [InlineData("""{"nbformat":4,"cells":[1]}""", "has no list of cells")]
    public void What_is_no_notebook_says_why(string json, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => Notebook.Parse(json, "n")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"polyglot_notebook":{"kernelName":"sql"},"vscode":{"languageId":"html"}}""", "sql")]
    [InlineData("""{"dotnet_interactive":{"language":"markdown"},"vscode":{"languageId":"html"}}""", "markdown")]
    [InlineData("""{"vscode":{"languageId":"html"}}""", "html")]
    [InlineData("{}", null)]
    public void The_language_is_read_as_each_editor_writes_it(string metadata, string? language) =>
        Assert.Equal(language, Notebook.Parse($$"""{"cells":[{"cell_type":"code","source":"","metadata":{{metadata}}}],"nbformat":4}""", "n").Cells[0].MetadataLanguage);
}
