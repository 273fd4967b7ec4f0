using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.CSharp;

/// <summary>
/// Compiles cells to a chain of script submissions. References and imports are given to the first submission only: each later
/// one inherits them, and giving them again makes memory grow with the square of the number of cells.
/// </summary>
internal sealed class CellCompiler(string folder, CSharpOptions limits)
{
    internal static readonly CSharpParseOptions Script = new(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Script);
    internal static readonly CSharpParseOptions Library = new(LanguageVersion.CSharp14, DocumentationMode.None);
    private static readonly EmitOptions WithLineNumbers = new(debugInformationFormat: DebugInformationFormat.Embedded);

    /// <summary>The imports of every cell, as a cell that becomes a library needs them: in a file of their own.</summary>
    internal static readonly string LibraryImports = string.Concat(PlatformReferences.Imports.Select(i =>
        i == typeof(CellFunctions).FullName ? $"global using static {i};\n" : $"global using {i};\n"));

    private readonly List<MetadataReference> added = [];
    private readonly List<MetadataReference> pending = [];
    private CSharpCompilation? last;
    private int compiled;
    private int count;
    private volatile CellChain chain = new(null, [], []);

    /// <summary>Gets what the next cell would be compiled on; may be read from any thread, also while a cell compiles.</summary>
    public CellChain Chain => chain;

    /// <summary>Gets how deep text may be nested.</summary>
    public Nesting Nesting { get; } = new(limits);

    /// <summary>Gives the cells from here on a reference.</summary>
    public void Reference(MetadataReference reference)
    {
        added.Add(reference);
        pending.Add(reference);
        Publish();
    }

    /// <summary>Compiles a cell; its variables are in the chain from here on, even where the cell then throws. Null where it has nothing to run.</summary>
    /// <exception cref="CellFailure">The cell does not compile; the chain is as before.</exception>
    public CompiledCell? Compile(string code, string cell, CancellationToken cancellation)
    {
        var text = SourceText.From(code, Encoding.UTF8);
        if (Nesting.TooDeep(code) is { } bracket) throw TooDeep(text, bracket);
        var tree = CSharpSyntaxTree.ParseText(text, Script, cell, cancellation);
        if (Nesting.TooDeep(tree) is { } node) throw TooDeep(text, node);
        var unit = tree.GetCompilationUnitRoot(cancellation);
        if (NeedsLibrary(unit)) return CompileLibrary(text, cell, cancellation);
        var name = string.Create(CultureInfo.InvariantCulture, $"Submission#{compiled}");
        IEnumerable<MetadataReference> references = last is null ? PlatformReferences.All.Concat(pending) : pending;
        var options = Options(OutputKind.DynamicallyLinkedLibrary)
            .WithScriptClassName(name)
            .WithUsings(last is null ? PlatformReferences.Imports : []);
        var previous = last;
        var (compilation, image) = Emit(tree, WithChecks(text, tree, Submission, cancellation), cell, Submission, cancellation);
        last = compilation;
        compiled++;
        pending.Clear();
        Publish();
        // A cell of usings or comments has nothing to run, and takes no place among the states; its usings stay.
        if (image is null) return null;
        count++;
        var entry = compilation.GetEntryPoint(cancellation)!;
        var shows = unit.Members.LastOrDefault() is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } };
        return new CompiledCell(name, image, count, entry.ContainingType.MetadataName, entry.MetadataName, shows, Declared(compilation));

        CSharpCompilation Submission(SyntaxTree source, bool checks) => CSharpCompilation.CreateScriptCompilation(
            name, source, references, options.WithSourceReferenceResolver(new CellPaths(folder, checks)), previous, typeof(object));
    }

    private static ImmutableArray<ISymbol> Declared(CSharpCompilation compilation) =>
        [.. ((INamespaceOrTypeSymbol)compilation.ScriptClass!).GetMembers().Where(m => m is { IsStatic: false, IsImplicitlyDeclared: false, CanBeReferencedByName: true } and not INamedTypeSymbol)];

    private void Publish() => chain = new CellChain(last, [.. pending], [.. added]);

    // A submission puts everything inside a class, where these may not stand: such a cell becomes an ordinary library.
    internal static bool NeedsLibrary(CompilationUnitSyntax unit) => unit.Members.Any(member =>
        member is BaseNamespaceDeclarationSyntax
        || member is BaseTypeDeclarationSyntax type && type.Modifiers.Any(SyntaxKind.FileKeyword)
        || member is TypeDeclarationSyntax { Members: var members } && members.Any(m => m.IsKind(SyntaxKind.ExtensionBlockDeclaration)));

    internal static CSharpCompilationOptions Options(OutputKind kind) => new(
        kind,
        // Optimised code forgets the line of an index out of range, a null or a cast that fails. What has to be fast is in the library.
        optimizationLevel: OptimizationLevel.Debug,
        allowUnsafe: true,
        concurrentBuild: false,
        nullableContextOptions: NullableContextOptions.Enable);

    private static SyntaxTree WithChecks(SourceText text, SyntaxTree tree, Func<SyntaxTree, bool, CSharpCompilation> compile, CancellationToken cancellation)
    {
        var with = CheckPoints.Insert(text, tree, () => compile(tree, false).GetSemanticModel(tree), cancellation);
        return ReferenceEquals(with, text) ? tree : CSharpSyntaxTree.ParseText(with, (CSharpParseOptions)tree.Options, tree.FilePath, cancellation);
    }

    /// <summary>Compiles the text with checks; where that fails, the text as it was written: its errors are the ones to tell.</summary>
    private (CSharpCompilation Compilation, MemoryStream? Image) Emit(
        SyntaxTree written, SyntaxTree withChecks, string cell, Func<SyntaxTree, bool, CSharpCompilation> compile, CancellationToken cancellation)
    {
        var compilation = compile(withChecks, true);
        var image = new MemoryStream();
        var emitted = compilation.Emit(image, options: WithLineNumbers, cancellationToken: cancellation);
        if (Failed(emitted))
        {
            compilation = compile(written, false);
            image = new MemoryStream();
            emitted = compilation.Emit(image, options: WithLineNumbers, cancellationToken: cancellation);
            if (Failed(emitted)) throw CompilerMessages.Failure(emitted.Diagnostics, cell, limits.MostErrors);
        }

        // Emit also fails, without an error, where there is nothing to emit.
        return (compilation, emitted.Success ? image : null);
    }

    // The compiler would run out of its stack, which ends the process.
    private static CellFailure TooDeep(SourceText text, int at)
    {
        var place = text.Lines.GetLinePosition(at);
        return new CellFailure(
            "CSharp",
            string.Create(CultureInfo.InvariantCulture, $"The cell is nested too deeply to compile at line {place.Line + 1}, column {place.Character + 1}: brackets inside brackets, or one expression of very many parts. Take it apart: give inner parts names of their own, and read long data from a file or from a text in quotes."),
            place.Line + 1);
    }

    private static bool Failed(EmitResult emitted) => !emitted.Success && emitted.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);

    private CompiledCell CompileLibrary(SourceText text, string cell, CancellationToken cancellation)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"Library#{added.Count}");
        var tree = CSharpSyntaxTree.ParseText(text, Library, cell, cancellation);
        if (tree.GetCompilationUnitRoot(cancellation).Members.FirstOrDefault(m => m is GlobalStatementSyntax) is { } statement)
        {
            throw new CellFailure(
                "CSharp", "This cell declares a namespace, a 'file' type or an extension block, which C# scripts cannot hold beside statements. Put the declarations into a cell of their own; they see no variables of other cells.",
                statement.GetLocation().GetLineSpan().StartLinePosition.Line + 1);
        }

        var usings = CSharpSyntaxTree.ParseText(LibraryImports, Library, cancellationToken: cancellation);
        var image = Emit(tree, WithChecks(text, tree, Assembly, cancellation), cell, Assembly, cancellation).Image!;
        Reference(MetadataReference.CreateFromImage(image.ToArray()));
        return new CompiledCell(name, image, 0, null, null, false, []);

        CSharpCompilation Assembly(SyntaxTree source, bool checks) => CSharpCompilation.Create(
            name, [usings, source], PlatformReferences.All.Concat(added), Options(OutputKind.DynamicallyLinkedLibrary));
    }
}
