using System.Globalization;
using Segmentation.Notebooks.CSharp;
using Segmentation.Notebooks.Formatting;

namespace Segmentation.Notebooks.Session;

/// <summary>
/// Where the running cell puts its output. It flows with the execution context, so that a task that a cell started writes to
/// its own cell, and text written outside any cell goes to the terminal. Console text is gathered for a moment; order is kept.
/// </summary>
/// <remarks>
/// What changes state here does so undisturbed: an interrupt wakes the cell's threads, and half a message would end the conversation with the
/// front end.
/// </remarks>
internal sealed class CellScope
{
    private static readonly AsyncLocal<CellScope?> Flowing = new();
    private static long displays;

    private readonly CellRequest request;
    private readonly Action<CellOutput> sink;
    private readonly ValueFormatter formatter;
    private readonly ConsoleText console;
    private readonly HashSet<ProgressBar> late = [];
    private readonly Lock order = new();
    private ITimer? flush;
    private volatile bool stopped;
    private volatile bool closed;

    public CellScope(CellRequest request, Action<CellOutput> sink, ValueFormatter formatter, SessionOptions options)
    {
        (this.request, this.sink, this.formatter, Options) = (request, sink, formatter, options);
        console = new ConsoleText(options.Console);
        Input = new ConsoleInput(() => Ask(null, secret: false));
    }

    public static CellScope? Current => Flowing.Value;

    public SessionOptions Options { get; }

    public ConsoleInput Input { get; }

    /// <summary>Returns an id for an output that will be replaced; no other output of the process has it.</summary>
    public static string NewDisplay() => Interlocked.Increment(ref displays).ToString(CultureInfo.InvariantCulture);

    /// <summary>Makes this the scope of the caller's execution context from here on.</summary>
    public void Enter() => Flowing.Value = this;

    /// <summary>Ends the cell's code at its next check.</summary>
    public void Stop()
    {
        stopped = true;
        CellCheck.Arm();
    }

    /// <summary>Ends the calling code where the cell is to stop.</summary>
    public void ThrowIfStopped()
    {
        if (stopped) throw new OperationCanceledException("The cell is interrupted.");
    }

    /// <summary>Lets no more output through: the cell has said its last.</summary>
    public void Close() => closed = true;

    public void Write(string stream, string text)
    {
        if (text.Length == 0) return;
        InOrder(() =>
        {
            if (console.Stream != stream) Flush(isEnd: true);
            console.Append(stream, text);
            if (console.IsFull) Flush(isEnd: false);
            else flush ??= Options.Clock.CreateTimer(_ => OnTime(), null, Options.Console.FlushAfter, Timeout.InfiniteTimeSpan);
        });
    }

    /// <summary>Shows a value; null, and what shows itself, shows nothing.</summary>
    public void Show(object? value, string? name = null, bool isResult = false)
    {
        if (value is not (null or DisplayHandle or ProgressBar)) Put(new CellOutput.Shown(formatter.Format(value), value, name, isResult));
    }

    public void Show(MimeBundle markup) => Put(new CellOutput.Shown(markup, null, null, false));

    /// <summary>Shows a value that can be replaced, or replaces it; null is shown as nothing, in its place.</summary>
    public void ShowAt(string display, object? value, bool isUpdate) => Put(
        new CellOutput.Shown(value is null ? new MimeBundle(string.Empty) : formatter.Format(value), value is ProgressState ? null : value, null, false) { DisplayId = display, IsUpdate = isUpdate });

    public void Clear(bool wait) => Put(new CellOutput.Cleared(wait));

    public void Fail(CellError error)
    {
        Finish();
        Put(new CellOutput.Failed(error));
    }

    /// <summary>Asks who sits before the notebook for a line; null where the input ended.</summary>
    /// <param name="prompt">The question; null for the unfinished line that the cell has written.</param>
    /// <param name="secret">Whether the answer is hidden while it is typed.</param>
    public string? Ask(string? prompt, bool secret)
    {
        if (request.Input is not { } ask)
        {
            throw new InvalidOperationException(
                "A cell cannot read from the console: nobody may be there to answer. Make it a parameter: a variable in the cell tagged 'parameters'.");
        }

        InOrder(() =>
        {
            prompt ??= console.TakePrompt();
            Flush(isEnd: true);
        });

        return ask(prompt!, secret);
    }

    /// <summary>Remembers a bar whose last state is not drawn yet.</summary>
    public void Remember(ProgressBar bar) => InOrder(() => late.Add(bar));

    /// <summary>Passes on all that waits. What tasks of the cell put out later goes on as before.</summary>
    public void Finish()
    {
        ProgressBar[] bars = [];
        InOrder(() =>
        {
            bars = [.. late];
            late.Clear();
        });

        foreach (var bar in bars) bar.DrawLatest();
        InOrder(() =>
        {
            Flush(isEnd: true);
            if (console.TakeNote() is { } note) Emit(new CellOutput.Console("stderr", note));
        });
    }

    private void Put(CellOutput output) => InOrder(() =>
    {
        Flush(isEnd: true);
        if (output is CellOutput.Cleared) console.Restart();
        Emit(output);
    });

    private void InOrder(Action change) => CellThread.Undisturbed(() =>
    {
        lock (order) change();
    });

    private void OnTime()
    {
        lock (order) Flush(isEnd: false);
    }

    private void Flush(bool isEnd)
    {
        flush?.Dispose();
        flush = null;
        if (console.IsEmpty) return;
        var text = console.Take(isEnd);
        if (text.Length > 0) Emit(new CellOutput.Console(console.Stream, text));
    }

    private void Emit(CellOutput output)
    {
        // What the sink writes to the console is its own, not the cell's.
        var flowing = Flowing.Value;
        Flowing.Value = null;
        try
        {
            if (!closed) sink(output);
        }
        finally
        {
            Flowing.Value = flowing;
        }
    }
}
