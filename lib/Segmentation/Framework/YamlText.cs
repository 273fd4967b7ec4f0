using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Segmentation.Framework;

/// <summary>Writes a text as a YAML value that reads back unchanged: as it stands where YAML allows that, else in double quotes.</summary>
internal static partial class YamlText
{
    /// <summary>Returns the value.</summary>
    /// <param name="text">The text.</param>
    /// <param name="inLine">Whether it stands between braces or brackets, where commas and brackets divide.</param>
    public static string Of(string text, bool inLine) => IsPlain(text, inLine) ? text : Quoted(text);

    /// <summary>Returns the lines of a long text folded at spaces; none where folding would change it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">Most characters of a line, where its words allow.</param>
    public static List<string> Folded(string text, int width)
    {
        var lines = new List<string>();
        if (text.Length <= width || text.Contains("  ", StringComparison.Ordinal) || text.Trim() != text || text.Any(c => c != ' ' && (char.IsWhiteSpace(c) || !IsPrintable(c)))) return lines;
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            if (line.Length > 0) line.Append(' ');
            line.Append(word);
        }

        lines.Add(line.ToString());
        return lines;
    }

    private static bool IsPlain(string text, bool inLine) =>
        text.Length > 0 && text.Trim() == text && text.All(IsPrintable)
        && !"-?:,[]{}#&*!|>'\"%@`=<~".Contains(text[0], StringComparison.Ordinal)
        && !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" #", StringComparison.Ordinal) && !text.EndsWith(':')
        && !(inLine && (text.AsSpan().ContainsAny(",[]{}") || text.Contains(':', StringComparison.Ordinal)))
        && !Reserved().IsMatch(text);

    private static bool IsPrintable(char letter) => !char.IsControl(letter) && !char.IsSurrogate(letter) && letter is not ('\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF');

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (char.IsHighSurrogate(letter) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) quoted.Append(letter).Append(text[++i]);
            else if (letter is '"' or '\\') quoted.Append('\\').Append(letter);
            else if (letter == '\n') quoted.Append("\\n");
            else if (letter == '\t') quoted.Append("\\t");
            else if (!IsPrintable(letter)) quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}");
            else quoted.Append(letter);
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>What other readers of YAML take for a flag, a number or a date.</summary>
    [GeneratedRegex(@"^(?:true|false|null|yes|no|on|off|y|n|\.nan|[-+]?\.inf|[-+.]?[0-9][0-9_,.:eExXoOa-fA-F+-]*)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Reserved();
}
