using System.Text;
using System.Xml.Linq;

namespace Segmentation.Notebooks.Editing.Documentation;

/// <summary>Writes XML documentation as plain text.</summary>
internal static class DocumentationText
{
    /// <summary>Returns the summary, parameters, what is returned and thrown, and the remarks, a paragraph each; null where nothing is said.</summary>
    /// <param name="member">The member's documentation.</param>
    /// <param name="longestRemarks">Where remarks are cut.</param>
    public static string? Of(XElement member, int longestRemarks)
    {
        var remarks = Text(member.Element("remarks"));
        if (remarks.Length > longestRemarks) remarks = string.Concat(remarks.AsSpan(0, remarks.LastIndexOf(' ', longestRemarks) is var space and > 0 ? space : longestRemarks), " …");
        string[] paragraphs =
        [
            Text(member.Element("summary")),
            string.Join('\n', Named(member, "typeparam", "name").Concat(Named(member, "param", "name"))),
            Text(member.Element("returns")) is { Length: > 0 } returned ? "Returns: " + returned : Text(member.Element("value")),
            string.Join('\n', Named(member, "exception", "cref").Select(e => "Throws " + e)),
            remarks,
        ];
        var text = string.Join("\n\n", paragraphs.Where(p => p.Length > 0));
        return text.Length == 0 ? null : text;
    }

    /// <summary>Returns an element's text, its references by their short names.</summary>
    public static string Text(XElement? element)
    {
        if (element is null) return string.Empty;
        var text = new StringBuilder();
        Write(element, text);
        // White space of the file means nothing; line breaks that were meant are marked.
        var lines = text.ToString().Split('\u0001').Select(l => string.Join(' ', l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return string.Join('\n', lines.Where(l => l.Length > 0));
    }

    /// <summary>Returns what a reference is called in text: a type by its name, a member with its type's.</summary>
    public static string ShortName(string cref)
    {
        var kind = cref.Length > 1 && cref[1] == ':' ? cref[0] : 'T';
        var name = cref.Length > 1 && cref[1] == ':' ? cref[2..] : cref;
        var parts = name.Split('(', 2)[0].Split('.').Select(p => p.Split(['`', '{'], 2)[0]).ToArray();
        return kind is 'T' or 'N' or '!' || parts.Length == 1 ? parts[^1]
            : parts[^1] == "#ctor" ? parts[^2]
            : $"{parts[^2]}.{parts[^1]}";
    }

    private static IEnumerable<string> Named(XElement member, string element, string attribute) => member.Elements(element)
        .Select(e => (Name: ShortName(e.Attribute(attribute)?.Value ?? string.Empty), Text: Text(e)))
        .Where(e => e.Text.Length > 0)
        .Select(e => $"{e.Name}: {e.Text}");

    private static void Write(XElement element, StringBuilder text)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText words) text.Append(words.Value);
            if (node is not XElement inner) continue;
            switch (inner.Name.LocalName)
            {
                case "see" or "seealso" or "paramref" or "typeparamref" when inner.IsEmpty || inner.Value.Length == 0:
                    text.Append(inner.Attribute("cref") is { } cref ? ShortName(cref.Value) : inner.Attributes().FirstOrDefault()?.Value);
                    break;
                case "para" or "list" or "code" or "br" or "description":
                    text.Append('\u0001');
                    Write(inner, text);
                    text.Append('\u0001');
                    break;
                case "item":
                    text.Append("\u0001- ");
                    Write(inner, text);
                    break;
                default:
                    Write(inner, text);
                    break;
            }
        }
    }
}
