using Segmentation.Notebooks.Formatting;

namespace Segmentation.Notebooks.Session;

/// <summary>
/// Where the running cell puts its output. It flows with the execution context, so that a task that a cell started writes to
/// its own cell, and text written outside any cell goes to the terminal.
/// </summary>
internal sealed class CellScope(Action<CellOutput> sink, ValueFormatter formatter)
{
    private static readonly AsyncLocal<CellScope?> Flowing = new();

    private readonly Lock order = new();

    public static CellScope? Current => Flowing.Value;

    /// <summary>Makes this the scope of the caller's execution context from here on.</summary>
    public void Enter() => Flowing.Value = this;

    public void Write(string stream, string text)
    {
        if (text.Length > 0) Put(new CellOutput.Console(stream, text));
    }

    public void Show(object? value, string? name = null, bool isResult = false)
    {
        if (value is not null) Put(new CellOutput.Shown(formatter.Format(value), value, name, isResult));
    }

    public void Show(MimeBundle markup) => Put(new CellOutput.Shown(markup, null, null, false));

    public void Fail(CellError error) => Put(new CellOutput.Failed(error));

    private void Put(CellOutput output)
    {
        // What the sink writes to the console is its own, not the cell's.
        var flowing = Flowing.Value;
        Flowing.Value = null;
        try
        {
            lock (order) sink(output);
        }
        finally
        {
            Flowing.Value = flowing;
        }
    }
}
