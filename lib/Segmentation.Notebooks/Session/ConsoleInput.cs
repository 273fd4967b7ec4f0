namespace Segmentation.Notebooks.Session;

/// <summary>What a cell reads from the console: lines that somebody is asked for, one by one.</summary>
/// <param name="ask">Asks for a line; null where the input ended.</param>
internal sealed class ConsoleInput(Func<string?> ask)
{
    private string rest = string.Empty;

    /// <summary>Returns the rest of the line, or asks for one; null where the input ended.</summary>
    public string? ReadLine()
    {
        if (rest.Length == 0) return ask();
        var line = rest[..^1];
        rest = string.Empty;
        return line;
    }

    /// <summary>Returns the next character and goes on behind it; -1 where the input ended.</summary>
    public int Read()
    {
        var next = Peek();
        if (next >= 0) rest = rest[1..];
        return next;
    }

    /// <summary>Returns the next character and stays before it; -1 where the input ended.</summary>
    public int Peek()
    {
        if (rest.Length == 0 && ask() is { } line) rest = line + "\n";
        return rest.Length == 0 ? -1 : rest[0];
    }
}
