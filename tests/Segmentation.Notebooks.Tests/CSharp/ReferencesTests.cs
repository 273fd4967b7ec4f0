using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Segmentation.Notebooks.Tests.Session;

namespace Segmentation.Notebooks.Tests.CSharp;

/// <summary>Assemblies and packages that cells bring in with <c>#r</c>.</summary>
public sealed class ReferencesTests : IDisposable
{
    private readonly Probe probe = new();

    public void Dispose() => probe.Dispose();

    [Fact]
    public async Task Packages_restore_together_and_stay_for_later_cells()
    {
        await probe.RunAsync("#r \"nuget: YamlDotNet, 16.3.0\"\n#r \"nuget: Humanizer.Core, 2.14.1\"\nusing Humanizer;\nvar words = \"some_title\".Humanize();");
        Assert.Equal("Some title", await probe.ShowsAsync("words.Humanize(LetterCasing.Sentence)"));
    }

    [Fact]
    public async Task A_package_that_is_not_there_is_an_error_that_names_it()
    {
        var ran = await probe.RunAsync("var a = 1;\n#r \"nuget: No.Such.Package.Anywhere.Segmentation, 1.2.3\"");
        Assert.Equal(("Package", (int?)2), (ran.Error!.Kind, ran.Error.Line));
        Assert.StartsWith("The packages do not restore: No.Such.Package.Anywhere.Segmentation 1.2.3.\n", ran.Error.Message, StringComparison.Ordinal);
        Assert.Contains("NU1101", ran.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#r \"nuget: CsvHelper\"")]
    [InlineData("#r \"nuget: CsvHelper, *-*\"")]
    [InlineData("#r \"nuget: Csv Helper, 1.0.0\"")]
    public async Task A_package_needs_an_exact_version(string source)
    {
        var ran = await probe.RunAsync(source);
        Assert.Contains("Expected a name and an exact version", ran.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_an_error_with_its_line()
    {
        var ran = await probe.RunAsync("\n#r \"missing.dll\"\n1");
        Assert.Equal(("Reference", (int?)2), (ran.Error!.Kind, ran.Error.Line));
        Assert.Contains("'#r \"missing.dll\"' names a file that is not there", ran.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_assembly_of_the_engine_itself_may_be_named_by_file() =>
        Assert.Equal("1", await probe.ShowsAsync("#r \"Segmentation.dll\"\n1"));

    [Fact]
    public async Task Package_sources_of_a_cell_are_refused_with_the_remedy()
    {
        var ran = await probe.RunAsync("#i \"nuget: somewhere\"");
        Assert.Contains("nuget.config", ran.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_assembly_built_by_somebody_is_loaded_from_its_file()
    {
        var folder = Directory.CreateTempSubdirectory("notebook-reference");
        try
        {
            var image = CSharpCompilation.Create(
                "Somebody",
                [CSharpSyntaxTree.ParseText("public static class Somebody { public static int Seven => 7; }")],
                [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
            Assert.True(image.Emit(Path.Combine(folder.FullName, "Somebody.dll")).Success);
            using var beside = new Probe(folder: folder.FullName);
            Assert.Equal("7", await beside.ShowsAsync("#r \"Somebody.dll\"\nSomebody.Seven"));
            Assert.Equal("14", await beside.ShowsAsync("#r \"Somebody.dll\"\nSomebody.Seven * 2"));
            File.SetLastWriteTimeUtc(Path.Combine(folder.FullName, "Somebody.dll"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            Assert.Contains("Restart the session", (await beside.RunAsync("#r \"Somebody.dll\"")).Error!.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
