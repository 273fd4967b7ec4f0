using System.Globalization;
using System.Text;

namespace Segmentation.Charts;

/// <summary>
/// Text as Plotly draws it. Plotly reads a part of HTML in every label, and <c>%{…}</c> in hover templates: a value from the
/// data is encoded so that it is shown letter by letter.
/// </summary>
internal static class PlotlyText
{
    /// <summary>Longest label from the data, in characters; the rest is cut with an ellipsis.</summary>
    public const int LongestLabel = 40;

    /// <summary>Returns text that Plotly shows letter by letter.</summary>
    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => encoded.Append("&amp;"),
                '<' => encoded.Append("&lt;"),
                '>' => encoded.Append("&gt;"),
                // A hover template would read %{…}, and MathJax, where a page has it, $…$.
                '{' => encoded.Append("&#123;"),
                '$' => encoded.Append("&#36;"),
                _ => encoded.Append(char.IsControl(c) ? ' ' : c),
            };
        }

        return encoded.ToString();
    }

    /// <summary>Returns a label from the data cut to a length that an axis has room for; not yet encoded.</summary>
    public static string Shorten(string text) => new StringInfo(text) is { LengthInTextElements: > LongestLabel } info
        ? info.SubstringByTextElements(0, LongestLabel - 1) + "…"
        : text;

    /// <summary>Returns text broken into lines of at most <paramref name="width"/> characters where it has spaces, each encoded.</summary>
    public static string Wrap(string text, int width)
    {
        var lines = new StringBuilder();
        var length = 0;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (length > 0 && length + 1 + word.Length > width)
            {
                lines.Append("<br>");
                length = 0;
            }

            if (length > 0) lines.Append(' ');
            lines.Append(Encode(word));
            length += word.Length + 1;
        }

        return lines.ToString();
    }
}
