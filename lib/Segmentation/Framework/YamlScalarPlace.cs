using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Segmentation.Framework;

/// <summary>Finds the line and column of a character of a value in the YAML text, whether the value stands plain, in quotes, or folded over lines.</summary>
internal static class YamlScalarPlace
{
    /// <summary>Returns the one-based line and column of a character.</summary>
    /// <param name="text">The YAML text, with line feeds only.</param>
    /// <param name="node">The value.</param>
    /// <param name="position">Zero-based character of its value; its length is the place behind it.</param>
    public static (int Line, int Column) Of(string text, YamlScalarNode node, int position)
    {
        var value = node.Value ?? string.Empty;
        var at = Begin(text, node);
        var place = at;
        for (var i = 0; i <= position && i < value.Length; i++)
        {
            if (char.IsWhiteSpace(value[i]))
            {
                place = at;
                if (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == '\\')) at += Width(text, at, node.Style);
                continue;
            }

            // Line breaks and indentation inside a folded value are one space of it, or none.
            while (at < text.Length && (char.IsWhiteSpace(text[at]) || (node.Style == ScalarStyle.DoubleQuoted && text.AsSpan(at).StartsWith("\\\n")))) at++;
            place = at;
            at += Width(text, at, node.Style);
        }

        if (position >= value.Length) place = at;
        place = Math.Min(place, text.Length);
        var before = text.AsSpan(0, place);
        return (before.Count('\n') + 1, place - before.LastIndexOf('\n'));
    }

    private static int Begin(string text, YamlScalarNode node)
    {
        var start = (int)node.Start.Index;
        switch (node.Style)
        {
            case ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted:
                return start + 1;
            case ScalarStyle.Folded or ScalarStyle.Literal:
                var end = text.IndexOf('\n', start);
                return end < 0 ? text.Length : end + 1;
            default:
                return start;
        }
    }

    /// <summary>Returns the number of characters in the text that stand for one of the value.</summary>
    private static int Width(string text, int at, ScalarStyle style) => at + 1 >= text.Length ? 1 : (style, text[at]) switch
    {
        (ScalarStyle.SingleQuoted, '\'') => 2,
        (ScalarStyle.DoubleQuoted, '\\') => text[at + 1] switch { 'x' => 4, 'u' => 6, 'U' => 10, _ => 2 },
        _ => 1,
    };
}
