using System.Globalization;

namespace Segmentation.Notebooks.Session;

/// <summary>Words how an interrupted cell ended, and what that means for the session.</summary>
internal static class Interruption
{
    /// <summary>The kind of the errors.</summary>
    public const string Kind = "Interrupted";

    private const string Kept = "variables that it had set keep their values";

    /// <summary>The cell had not begun.</summary>
    public static CellError NotBegun() => Error("The cell was stopped before it began; nothing of it ran.", null);

    /// <summary>The cell's code ended.</summary>
    /// <param name="line">Where in the cell; null where that is not known.</param>
    public static CellError Stopped(int? line) => Error(
        string.Create(CultureInfo.InvariantCulture, $"The cell was stopped{(line is null ? string.Empty : $" at line {line}")}; {Kept}."), line);

    /// <summary>No code of the cell ran: it waited for something.</summary>
    public static CellError StoppedWaiting() => Error($"The cell was stopped while it waited; {Kept}. What it waited for may go on by itself.", null);

    /// <summary>The cell went on to its end.</summary>
    public static CellError TooLate() => Error($"The cell caught its own interruption and went on to its end; {Kept}.", null);

    /// <summary>A statement of SQL ended, or what goes before the code of a cell runs.</summary>
    /// <param name="sql">Whether the cell holds SQL.</param>
    public static CellError StoppedBetween(bool sql) => Error($"The cell was stopped; {(sql ? "a statement of SQL that ran is undone, and " : string.Empty)}{Kept}.", null);

    /// <summary>The cell does not come to a point at which it could be stopped.</summary>
    /// <param name="limit">How long that is waited for.</param>
    public static CellError Abandoned(TimeSpan limit) => Error(
        string.Create(CultureInfo.InvariantCulture, $"The cell could not be stopped within {limit.TotalSeconds:0.#} s: it is inside a library, or waits in code outside .NET. It goes on in the background until it comes back to code of the cell. Restart the kernel before you rely on its variables."), null);

    private static CellError Error(string message, int? line) => new(Kind, message, line, []);
}
