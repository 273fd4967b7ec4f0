using System.Globalization;
using System.Text;

namespace Segmentation.Notebooks.Session;

/// <summary>Gathers the console text of one cell until it is passed on. One thread at a time.</summary>
/// <param name="options">The limits.</param>
internal sealed class ConsoleText(ConsoleOptions options)
{
    private readonly StringBuilder waiting = new();
    private string line = string.Empty;
    private int written;
    private long leftOut;
    private long noted;

    /// <summary>Gets the stream that the waiting text was written to.</summary>
    public string Stream { get; private set; } = "stdout";

    /// <summary>Gets whether no text waits.</summary>
    public bool IsEmpty => waiting.Length == 0;

    /// <summary>Gets whether so much text waits that it is to wait no longer.</summary>
    public bool IsFull => waiting.Length >= options.FlushAt;

    /// <summary>Takes in text for a stream; text that waits for another stream must have been taken before.</summary>
    public void Append(string stream, string text)
    {
        Stream = stream;
        var room = leftOut > 0 ? 0 : Math.Min(text.Length, options.MostText - written);
        if (room > 0 && room < text.Length && char.IsHighSurrogate(text[room - 1])) room--;
        waiting.Append(text, 0, room);
        written += room;
        if (room < text.Length)
        {
            if (leftOut == 0) waiting.Append(string.Create(CultureInfo.InvariantCulture, $"\n[The cell has written {written:N0} characters to the console: what follows is left out.]\n"));
            leftOut += text.Length - room;
        }

        var end = text.LastIndexOf('\n');
        line = end >= 0 ? text[(end + 1)..] : line + text;
        if (line.Length > options.LongestPrompt) line = line[^options.LongestPrompt..];
    }

    /// <summary>Returns the waiting text, which waits no longer. Half a character is kept back until its other half comes, unless this is the end.</summary>
    public string Take(bool isEnd)
    {
        var keep = !isEnd && waiting.Length > 0 && char.IsHighSurrogate(waiting[^1]) ? 1 : 0;
        var text = waiting.ToString(0, waiting.Length - keep);
        waiting.Remove(0, text.Length);
        return text;
    }

    /// <summary>Returns the unfinished line as a prompt; where all of it still waits, it is not written as well.</summary>
    public string TakePrompt()
    {
        var prompt = line;
        line = string.Empty;
        if (prompt.Length <= waiting.Length && waiting.ToString(waiting.Length - prompt.Length, prompt.Length) == prompt) waiting.Length -= prompt.Length;
        return prompt;
    }

    /// <summary>Returns a line on how much was left out since the last such line; null where nothing was.</summary>
    public string? TakeNote()
    {
        if (leftOut == noted) return null;
        var count = leftOut - noted;
        noted = leftOut;
        return string.Create(CultureInfo.InvariantCulture, $"[{count:N0} characters of console output were left out. Write them to a file to keep them all.]\n");
    }

    /// <summary>Starts to count anew: what was written before is no longer there.</summary>
    public void Restart()
    {
        written = 0;
        leftOut = 0;
        noted = 0;
    }
}
