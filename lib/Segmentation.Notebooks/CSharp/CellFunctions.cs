using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.CSharp;

/// <summary>Functions that every C# cell can call by their bare name.</summary>
public static class CellFunctions
{
    /// <summary>Shows a value below the cell, at this point of its output; null shows nothing.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The output: <c>Update</c> shows another value in its place.</returns>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static DisplayHandle display(object? value) => new(Scope("display"), value);

    /// <summary>Takes away what the cell has put out so far.</summary>
    /// <param name="wait">Whether it stays until the next output comes, so that nothing flickers. Default false.</param>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static void clearOutput(bool wait = false) => Scope("clearOutput").Clear(wait);

    /// <summary>Asks who sits before the notebook for a line.</summary>
    /// <param name="prompt">The question.</param>
    /// <returns>The answer, without a line end; empty where the input was ended.</returns>
    /// <exception cref="InvalidOperationException">No cell is running, or nobody is there to answer.</exception>
    public static string input(string prompt = "") => Scope("input").Ask(prompt, secret: false) ?? string.Empty;

    /// <summary>Asks who sits before the notebook for a line that is hidden while it is typed, and never becomes an output by itself.</summary>
    /// <param name="prompt">The question.</param>
    /// <returns>The answer, without a line end; empty where the input was ended.</returns>
    /// <exception cref="InvalidOperationException">No cell is running, or nobody is there to answer.</exception>
    public static string password(string prompt = "Password:") => Scope("password").Ask(prompt, secret: true) ?? string.Empty;

    /// <summary>
    /// Shows a progress bar below the cell: <c>var bar = progress("Matching", 1200);</c>, then <c>bar.Report(n)</c> or <c>bar.Advance()</c>. The last state
    /// is drawn at the end of the cell, or of a <c>using (bar)</c> block. (Scripts know no <c>using var</c> outside of blocks and functions.)
    /// </summary>
    /// <param name="title">What goes on; may be empty.</param>
    /// <param name="total">Number of steps; null where it is not known.</param>
    /// <returns>The bar.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The total is below zero.</exception>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static ProgressBar progress(string title, long? total = null)
    {
        ArgumentNullException.ThrowIfNull(title);
        return new ProgressBar(Scope("progress"), title, total);
    }

    /// <summary>Returns the items one by one, with a progress bar below the cell: <c>foreach (var account in track(accounts, "Matching"))</c>.</summary>
    /// <typeparam name="T">Type of an item.</typeparam>
    /// <param name="items">The items. Where their number cannot be told without going through them, the bar counts only.</param>
    /// <param name="title">What goes on; may be empty.</param>
    /// <returns>The items; a step is done when the next item is asked for. Each pass has a bar of its own.</returns>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static IEnumerable<T> track<T>(IEnumerable<T> items, string title = "")
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(title);
        return Each();

        IEnumerable<T> Each()
        {
            using var bar = progress(title, items.TryGetNonEnumeratedCount(out var count) ? count : null);
            foreach (var item in items)
            {
                yield return item;
                bar.Advance();
            }
        }
    }

    private static CellScope Scope(string function) => CellScope.Current ?? throw new InvalidOperationException(
        $"Nothing can be shown or asked here: no notebook cell is running. '{function}' is for code in cells.");
}
