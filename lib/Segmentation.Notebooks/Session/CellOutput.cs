using Segmentation.Notebooks.Formatting;

namespace Segmentation.Notebooks.Session;

/// <summary>One thing that a running cell puts out, in the order in which it does.</summary>
public abstract record CellOutput
{
    private protected CellOutput()
    {
    }

    /// <summary>Text written to the console.</summary>
    /// <param name="Stream"><c>stdout</c> or <c>stderr</c>.</param>
    /// <param name="Text">The text, as written; may be part of a line.</param>
    public sealed record Console(string Stream, string Text) : CellOutput;

    /// <summary>A value that was shown: by <c>display</c>, by a trailing expression, or by a cell in another language.</summary>
    /// <param name="Data">The value in the forms that front ends draw.</param>
    /// <param name="Value">The value itself; null for markup, which is not a result.</param>
    /// <param name="Name">The name under which a run reports the value where it has none of its own; null for the caller's choice.</param>
    /// <param name="IsResult">Whether it is the value of the cell's trailing expression.</param>
    public sealed record Shown(MimeBundle Data, object? Value, string? Name, bool IsResult) : CellOutput
    {
        /// <summary>Gets the id under which the output can be replaced later; null where it cannot.</summary>
        public string? DisplayId { get; init; }

        /// <summary>Gets whether it takes the place of every earlier output of its <see cref="DisplayId"/>.</summary>
        public bool IsUpdate { get; init; }
    }

    /// <summary>The outputs of the cell so far are to go.</summary>
    /// <param name="Wait">Whether they stay until the next output comes, so that nothing flickers.</param>
    public sealed record Cleared(bool Wait) : CellOutput;

    /// <summary>Why the cell failed; the last output of its cell.</summary>
    /// <param name="Error">The failure.</param>
    public sealed record Failed(CellError Error) : CellOutput;
}
