using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Segmentation.Tables;

/// <summary>Draws a table as HTML. Nothing computes here.</summary>
internal static class TableHtml
{
    private const int LongestCell = 200;

    /// <summary>Cells longer than this read as sentences: their column is given room.</summary>
    private const int Sentence = 60;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Write(Table table, RenderOptions options)
    {
        var rows = Math.Min(table.RowCount, options.RowLimit);
        var shown = table.Columns.Select(c => Enumerable.Range(0, rows).Select(r => Cell.Show(c, r, options, LongestCell)).ToArray()).ToArray();
        var classes = table.Columns.Select((c, i) => c is NumberColumn ? " class=\"seg-n\"" : shown[i].Any(t => t.Length > Sentence) ? " class=\"seg-w\"" : string.Empty).ToArray();
        var html = new StringBuilder("<table class=\"seg-table\"><caption>").Append(Encoder.Encode(table.Name)).Append("</caption><thead><tr>");
        for (var i = 0; i < shown.Length; i++) Append("th", i, table.Columns[i].Name);
        html.Append("</tr></thead><tbody>");
        for (var row = 0; row < rows; row++)
        {
            html.Append("<tr>");
            for (var i = 0; i < shown.Length; i++) Append("td", i, shown[i][row]);
            html.Append("</tr>");
        }

        html.Append("</tbody></table>");
        if (Cell.RowsLeftOut(table, rows) is { } note) html.Append("<p class=\"seg-note\">").Append(note).Append("</p>");
        return html.ToString();

        void Append(string element, int column, string text) => html.Append('<').Append(element).Append(classes[column]).Append('>')
            .Append(Encoder.Encode(text)).Append("</").Append(element).Append('>');
    }
}
