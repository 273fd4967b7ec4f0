using Segmentation.Tables;

namespace Segmentation.Report;

/// <summary>A page of outcomes that was written.</summary>
/// <param name="File">The file's name, without its folder.</param>
/// <param name="Dimension">The dimension that it shows.</param>
/// <param name="Windows">Windows to choose from.</param>
/// <param name="Segments">Segments to choose from.</param>
public sealed record OutcomePageFile(string File, string Dimension, int Windows, int Segments) : Result
{
    /// <inheritdoc/>
    public override string ResultName => "outcome-page";

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "page for the meeting",
        Column.Of("file", [File]),
        Column.Of("dimension", [Dimension]),
        Column.Of("windows", [Windows]),
        Column.Of("segments", [Segments]));
}
