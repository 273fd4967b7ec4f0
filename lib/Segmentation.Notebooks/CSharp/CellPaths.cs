using Microsoft.CodeAnalysis;

namespace Segmentation.Notebooks.CSharp;

/// <summary>Finds the files that <c>#load</c> names, and leaves the names of cells alone: they are no paths, and must not become some of this machine.</summary>
internal sealed class CellPaths(string folder) : SourceFileResolver([], folder)
{
    /// <inheritdoc/>
    public override string? NormalizePath(string path, string? baseFilePath) =>
        Path.IsPathRooted(path) ? base.NormalizePath(path, baseFilePath) : path;
}
