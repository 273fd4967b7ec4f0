using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Segmentation.Notebooks.CSharp;
using Segmentation.Notebooks.Session;
using Segmentation.Tables;

namespace Segmentation.Notebooks.Editing.CSharp;

/// <summary>
/// C# text compiled as the next cell of a session would be, to be asked what it means and then thrown away. It costs what the text costs: the
/// cells before it are compiled already.
/// </summary>
internal sealed class CSharpDraft
{
    private const string Name = "Draft";

    // What the first cell is compiled on: bound once, as it holds all the references.
    private static readonly Lazy<CSharpCompilation> Beginning = new(() => CSharpCompilation.CreateScriptCompilation(
        "Beginning", null, PlatformReferences.All, Options("Beginning").WithUsings(PlatformReferences.Imports), returnType: typeof(object)));

    private CSharpDraft(CSharpCompilation compilation, SyntaxTree tree)
    {
        Compilation = compilation;
        Tree = tree;
        Model = compilation.GetSemanticModel(tree);
    }

    public CSharpCompilation Compilation { get; }

    public SyntaxTree Tree { get; }

    public SemanticModel Model { get; }

    public CompilationUnitSyntax Root => Tree.GetCompilationUnitRoot();

    /// <summary>Parses text as a cell.</summary>
    /// <param name="nesting">How deep it may be nested.</param>
    /// <param name="text">The text.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InsufficientExecutionStackException">It is nested too deeply.</exception>
    public static SyntaxTree Parse(Nesting nesting, string text, CancellationToken cancellation)
    {
        nesting.CheckText(text);
        return CSharpSyntaxTree.ParseText(text, CellCompiler.Script, Name, cancellationToken: cancellation);
    }

    /// <summary>Returns a draft of a stretch of a cell, after the stretches before it.</summary>
    /// <param name="cells">The cells so far.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="part">The stretch.</param>
    /// <param name="tree">What to compile in the place of its text.</param>
    /// <exception cref="InsufficientExecutionStackException">The text is nested too deeply.</exception>
    public static CSharpDraft Of(CSharpCells cells, EditedCell cell, EditedPart part, SyntaxTree tree)
    {
        cells.Nesting.CheckTree(tree);
        var chain = cells.Chain;
        if (CellCompiler.NeedsLibrary(tree.GetCompilationUnitRoot())) return Library(chain, tree);
        var (last, references) = (chain.Last ?? Beginning.Value, (IEnumerable<MetadataReference>)chain.Pending);
        var count = 0;
        foreach (var before in cell.Parts.TakeWhile(p => p != part).Where(p => !p.IsEmpty))
        {
            var text = before.Language switch
            {
                CellLanguage.CSharp => ReferenceLines.Blank(before.Text),
                CellLanguage.Sql => $"global::{typeof(Table).FullName} @{before.ResultName ?? NotebookSession.SqlResult} = null!;",
                _ => null,
            };
            if (text is null) continue;
            var earlier = Submission(cells, string.Create(CultureInfo.InvariantCulture, $"{Name}#{++count}"), Checked(cells.Nesting, text), references, last);
            // Nothing can be compiled on what does not compile; its problems are told where it stands.
            if (earlier.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error)) continue;
            (last, references) = (earlier, []);
        }

        return new CSharpDraft(Submission(cells, Name, tree, references, last), tree);
    }

    private static SyntaxTree Checked(Nesting nesting, string text)
    {
        var tree = Parse(nesting, text, default);
        nesting.CheckTree(tree);
        return tree;
    }

    private static CSharpCompilation Submission(CSharpCells cells, string name, SyntaxTree tree, IEnumerable<MetadataReference> references, CSharpCompilation last) =>
        CSharpCompilation.CreateScriptCompilation(name, tree, references, Options(name).WithSourceReferenceResolver(new CellPaths(cells.Folder)), last, typeof(object));

    private static CSharpDraft Library(CellChain chain, SyntaxTree script)
    {
        var tree = CSharpSyntaxTree.ParseText(script.GetText(), CellCompiler.Library, Name);
        var imports = CSharpSyntaxTree.ParseText(CellCompiler.LibraryImports, CellCompiler.Library);
        return new CSharpDraft(CSharpCompilation.Create(Name, [imports, tree], PlatformReferences.All.Concat(chain.Added), CellCompiler.Options(OutputKind.DynamicallyLinkedLibrary)), tree);
    }

    private static CSharpCompilationOptions Options(string name) => CellCompiler.Options(OutputKind.DynamicallyLinkedLibrary).WithScriptClassName(name);
}
