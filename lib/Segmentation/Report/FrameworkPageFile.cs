using Segmentation.Tables;

namespace Segmentation.Report;

/// <summary>A framework's page that was written.</summary>
/// <param name="File">The file's name, without its folder.</param>
/// <param name="Version">The version of the framework.</param>
/// <param name="Dimensions">Dimensions on the page.</param>
/// <param name="Segments">Segments on the page.</param>
public sealed record FrameworkPageFile(string File, string Version, int Dimensions, int Segments) : Result
{
    /// <inheritdoc/>
    public override string ResultName => "framework-page";

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "page for the meeting",
        Column.Of("file", [File]),
        Column.Of("framework", [Version]),
        Column.Of("dimensions", [Dimensions]),
        Column.Of("segments", [Segments]));
}
