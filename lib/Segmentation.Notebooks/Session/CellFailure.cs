namespace Segmentation.Notebooks.Session;

/// <summary>Ends a cell with an error that is worded already.</summary>
internal sealed class CellFailure(CellError error) : Exception(error.Message)
{
    public CellFailure(string kind, string message, int? line)
        : this(new CellError(kind, message, line, []))
    {
    }

    public CellError Error { get; } = error;
}
