using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Segmentation.Tables;

/// <summary>Draws a table as HTML. Nothing computes here.</summary>
internal static class TableHtml
{
    private const int LongestCell = 200;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Write(Table table, RenderOptions options)
    {
        var rows = Math.Min(table.RowCount, options.RowLimit);
        var html = new StringBuilder("<table class=\"seg-table\"><caption>").Append(Encoder.Encode(table.Name)).Append("</caption><thead><tr>");
        foreach (var column in table.Columns)
        {
            html.Append(column is NumberColumn ? "<th class=\"seg-n\">" : "<th>").Append(Encoder.Encode(column.Name)).Append("</th>");
        }

        html.Append("</tr></thead><tbody>");
        for (var row = 0; row < rows; row++)
        {
            html.Append("<tr>");
            foreach (var column in table.Columns)
            {
                html.Append(column is NumberColumn ? "<td class=\"seg-n\">" : "<td>").Append(Encoder.Encode(Cell.Show(column, row, options, LongestCell))).Append("</td>");
            }

            html.Append("</tr>");
        }

        html.Append("</tbody></table>");
        if (Cell.RowsLeftOut(table, rows) is { } note) html.Append("<p class=\"seg-note\">").Append(note).Append("</p>");
        return html.ToString();
    }
}
