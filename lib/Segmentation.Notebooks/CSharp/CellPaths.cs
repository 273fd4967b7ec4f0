using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Segmentation.Notebooks.CSharp;

/// <summary>Finds the files that <c>#load</c> names, and leaves the names of cells alone: they are no paths, and must not become some of this machine.</summary>
/// <param name="folder">Where paths start.</param>
/// <param name="checks">Whether what is loaded gets the checks of a cell.</param>
internal sealed class CellPaths(string folder, bool checks = false) : SourceFileResolver([], folder)
{
    /// <inheritdoc/>
    public override string? NormalizePath(string path, string? baseFilePath) =>
        Path.IsPathRooted(path) ? base.NormalizePath(path, baseFilePath) : path;

    /// <inheritdoc/>
    public override SourceText ReadText(string resolvedPath)
    {
        var text = base.ReadText(resolvedPath);
        return checks ? CheckPoints.Insert(text, CSharpSyntaxTree.ParseText(text, CellCompiler.Script), null, CancellationToken.None) : text;
    }
}
