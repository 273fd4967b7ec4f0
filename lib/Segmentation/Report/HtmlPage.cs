using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Segmentation.Report;

/// <summary>One page that opens offline: style, plotly.js and mermaid.js inside where they are needed. It forbids itself any network access.</summary>
public static partial class HtmlPage
{
    private const string DrawDiagrams = "mermaid.initialize({startOnLoad:false,securityLevel:'strict',deterministicIds:true,theme:'neutral'});mermaid.run();";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly Lazy<string> Style = new(() =>
    {
        using var reader = new StreamReader(typeof(HtmlPage).Assembly.GetManifestResourceStream("page.css")!, Encoding.UTF8);
        return reader.ReadToEnd();
    });

    /// <summary>Returns the page as one HTML document, with a table of contents where it has two headings or more.</summary>
    /// <param name="title">The page's title; encoded.</param>
    /// <param name="blocks">
    /// HTML fragments in order (already safe: Markdown, tables, figures). A fragment with <c>class="seg-figure"</c> brings plotly.js into the page,
    /// one with <c>class="mermaid"</c> mermaid.js; a page with neither holds no script.
    /// </param>
    /// <remarks>Headings h1 to h3 are listed in the table of contents; one without an id is given one.</remarks>
    public static string Write(string title, IEnumerable<string> blocks)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(blocks);
        var contents = new StringBuilder();
        var headings = 0;
        var body = new StringBuilder();
        foreach (var block in blocks)
        {
            body.Append("<div class=\"seg-block\">").Append(Heading().Replace(block, Entry)).Append("</div>\n");
        }

        var text = body.ToString();
        var scripts = Scripts(text);
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"").Append(Policy(scripts)).Append("\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light\">\n<title>")
            .Append(Encoder.Encode(title)).Append("</title>\n<style>\n").Append(Style.Value).Append("</style>\n");
        foreach (var script in scripts) page.Append(script.Element()).Append('\n');
        page.Append("</head>\n<body>\n");
        if (headings > 1) page.Append("<nav class=\"seg-contents\" aria-label=\"Contents\"><p>Contents</p><ol>").Append(contents).Append("</ol></nav>\n");
        page.Append("<main>\n").Append(text).Append("</main>\n");
        if (scripts.Contains(PageScript.Mermaid)) page.Append("<script>").Append(DrawDiagrams).Append("</script>\n");
        return page.Append("</body>\n</html>\n").ToString();

        string Entry(System.Text.RegularExpressions.Match match)
        {
            headings++;
            var (level, attributes, inner) = (match.Groups["level"].Value, match.Groups["attributes"].Value, match.Groups["inner"].Value);
            var id = Id().Match(attributes) is { Success: true } found ? found.Groups["id"].Value : null;
            if (id is null)
            {
                id = string.Create(CultureInfo.InvariantCulture, $"section-{headings}");
                attributes += $" id=\"{id}\"";
            }

            contents.Append("<li class=\"seg-level-").Append(level).Append("\"><a href=\"#").Append(id).Append("\">").Append(Tag().Replace(inner, string.Empty)).Append("</a></li>");
            return $"<h{level}{attributes}>{inner}</h{level}>";
        }
    }

    private static List<PageScript> Scripts(string body)
    {
        var scripts = new List<PageScript>();
        if (body.Contains("class=\"seg-figure\"", StringComparison.Ordinal)) scripts.Add(PageScript.Plotly);
        if (body.Contains("class=\"mermaid\"", StringComparison.Ordinal)) scripts.Add(PageScript.Mermaid);
        return scripts;
    }

    // Figures are drawn by inline scripts and save themselves as data: and blob: images; nothing else is allowed, the network least of all.
    private static string Policy(List<PageScript> scripts)
    {
        var addresses = string.Concat(scripts.Where(s => s.Source is null).Select(s => " " + s.Address));
        return $"default-src 'none'; script-src 'unsafe-inline'{addresses}; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; base-uri 'none'; form-action 'none'";
    }

    [GeneratedRegex("<h(?<level>[1-3])(?<attributes>(?:\\s[^<>]*)?)>(?<inner>.*?)</h\\k<level>>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Heading();

    [GeneratedRegex("\\sid=\"(?<id>[^\"]*)\"", RegexOptions.IgnoreCase)]
    private static partial Regex Id();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
