using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.Run;

/// <summary>The cell that ended a run.</summary>
/// <param name="Cell">What the cell is called: <c>cell 3</c>, counted over the code cells as the executed notebook shows it.</param>
/// <param name="Source">The cell's text.</param>
/// <param name="Error">Why it failed.</param>
internal sealed record CellFailed(string Cell, string Source, CellError Error)
{
    /// <summary>Returns notebook, cell and line, what went wrong, and the line itself.</summary>
    public string Describe(string notebook)
    {
        var place = $"{notebook}, {Cell}{(Error.Line is { } line ? $", line {line}" : string.Empty)}";
        var lines = Source.Split('\n');
        var quoted = Error.Line is { } at && at <= lines.Length && lines[at - 1].Trim() is { Length: > 0 } text ? $"\n    {text}" : string.Empty;
        return $"{place}: {Error.Kind}: {Error.Message}{quoted}{string.Concat(Error.Trace.Select(t => "\n   at " + t))}";
    }
}
