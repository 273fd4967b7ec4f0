using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Segmentation.Charts;
using Segmentation.Tables;

namespace Segmentation.Notebooks.Tests.Portability;

/// <summary>The library's results show themselves in .NET notebook engines that neither side refers to.</summary>
public sealed class ForeignEngineTests
{
    private static readonly Lazy<Assembly> Engine = new(Compile);

    private static readonly Table Accounts = new("accounts", [Column.Of("industry", ["<b>Tech</b>", "Retail"]), Column.Of("arr", new double[] { 10, 20 })]);

    public static TheoryData<string> Shown => [.. Values().Select(v => v.GetType().Name)];

    [Fact]
    public void The_foreign_engine_is_compiled_against_the_framework_alone() =>
        Assert.All(Engine.Value.GetReferencedAssemblies(), a => Assert.StartsWith("System.", a.Name, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Shown))]
    public void An_engine_that_goes_by_the_attribute_shows_html(string type)
    {
        var shown = ((string Mime, string Text)?)Call("ByAttribute", Value(type));
        Assert.NotNull(shown);
        Assert.Equal("text/html", shown.Value.Mime);
        AssertStandsAlone(shown.Value.Text);
    }

    [Theory]
    [MemberData(nameof(Shown))]
    public void An_engine_that_goes_by_the_method_shows_the_same_html(string type) =>
        Assert.Equal((((string Mime, string Text)?)Call("ByAttribute", Value(type)))!.Value.Text, Call("ByMethod", Value(type)));

    [Fact]
    public void Every_public_type_that_shows_itself_has_the_attribute() => Assert.Empty(
        typeof(Table).Assembly.GetExportedTypes()
            .Where(t => t is { IsAbstract: false } && t.GetMethod("ToHtml", BindingFlags.Public | BindingFlags.Instance, [])?.ReturnType == typeof(string))
            .Where(t => t.GetCustomAttributes(inherit: true).All(a => a.GetType().Name != "TypeFormatterSourceAttribute"))
            .Select(t => t.FullName));

    [Fact]
    public void The_scripts_of_a_notebook_bring_plotly_with_them()
    {
        var scripts = (string)Call("ByMethod", new Report.NotebookScripts())!;
        Assert.StartsWith("<script>", scripts, StringComparison.Ordinal);
        Assert.Contains("window.Plotly = Plotly", scripts, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_from_the_data_stay_text() =>
        Assert.DoesNotContain("<b>Tech", (string)Call("ByMethod", Accounts)!, StringComparison.Ordinal);

    private static void AssertStandsAlone(string html)
    {
        Assert.StartsWith("<", html, StringComparison.Ordinal);
        Assert.DoesNotContain("require(", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", html, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", html, StringComparison.Ordinal);
        if (html.Contains("class=\"seg-", StringComparison.Ordinal)) Assert.Contains("<style>", html, StringComparison.Ordinal);
    }

    private static object[] Values() =>
    [
        Accounts,
        Accounts.GroupBy("industry"),
        Load.Workspace.Open(Path.Combine(Repository.Folder, "data-samples")),
        Figure(),
        Diagram.Precedence(Framework.SegmentationFramework.Load(Path.Combine(Repository.Folder, "data-samples", "framework.yaml")), "Customer Tier"),
    ];

    private static object Value(string type) => Values().Single(v => v.GetType().Name == type);

    private static Figure Figure() => Chart.Completeness(Audit.DatabaseAudit.Run(Load.Workspace.Open(Path.Combine(Repository.Folder, "data-samples"))).Scorecard);

    private static object? Call(string method, object value) => Engine.Value.GetType("ForeignEngine", throwOnError: true)!.GetMethod(method)!.Invoke(null, [value]);

    private static Assembly Compile()
    {
        var framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal) && Path.GetDirectoryName(p) == Path.GetDirectoryName(typeof(object).Assembly.Location));
        var source = File.ReadAllText(Path.Combine(Repository.Folder, "tests", "Segmentation.Notebooks.Tests", "Portability", "ForeignEngine.cs"));
        var compilation = CSharpCompilation.Create(
            "foreign", [CSharpSyntaxTree.ParseText(source)], framework.Select(p => MetadataReference.CreateFromFile(p)), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return Assembly.Load(image.ToArray());
    }
}
