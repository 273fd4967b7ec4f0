namespace Segmentation.Notebooks.Session;

/// <summary>A cell to run.</summary>
/// <param name="Name">What messages and stack traces call the cell, such as <c>cell 3</c>.</param>
/// <param name="Source">The cell's text, magics included.</param>
/// <param name="Language">Language of the text before its first magic, as cell metadata spells it; null for C#.</param>
public sealed record CellRequest(string Name, string Source, string? Language = null)
{
    /// <summary>Gets who answers when the cell reads from the console: from a prompt, and whether the answer is a secret, to a line, or to null where the input was ended. Null where nobody is there.</summary>
    public Func<string, bool, string?>? Input { get; init; }
}
