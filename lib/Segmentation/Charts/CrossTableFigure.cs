using System.Text.Json.Nodes;
using Segmentation.Distribute;

namespace Segmentation.Charts;

/// <summary>The segments of two dimensions against each other: the share of each row, with the number of records in the cell.</summary>
internal static class CrossTableFigure
{
    public static Figure Draw(CrossTable table)
    {
        var name = ChartInput.FigureName("cross-table", table.RowDimension, table.ColumnDimension);
        var (totals, shares) = (table.RowTotals, table.RowShares);
        var rows = Enumerable.Range(0, table.RowSegments.Length).Where(r => totals[r] > 0).ToArray();
        var columns = Enumerable.Range(0, table.ColumnSegments.Length).Where(c => table.Records.Any(row => row[c] > 0)).ToArray();
        if (rows.Length == 0) return ChartInput.Empty(name, $"{table.RowDimension} by {table.ColumnDimension}", "No record is in a segment of both.", ChartOptions.Default);
        var all = totals.Sum();
        var (row, column) = rows.SelectMany(r => columns.Select(c => (r, c))).MaxBy(p => table.Records[p.r][p.c]);
        var top = rows.SelectMany(r => columns.Select(c => shares[r][c] ?? 0)).Max();
        var cells = rows.SelectMany(r => columns.Select(c => (Row: r, Column: c))).ToArray();
        return new Figure(name,
            Phrase.Of("The fullest cell is ", Piece.Label(table.RowSegments[row], false), " and ", Piece.Label(table.ColumnSegments[column], false), ": ", Piece.Count(table.Records[row][column]), " of ", Piece.Count(all), $" {AuditText.Many(table.Of)}"),
            new FigureLayout(new Axis(table.ColumnDimension, AxisKind.Category) { Grid = false }, new Axis(table.RowDimension, AxisKind.Category) { Reversed = true, Grid = false })
            {
                Height = FigureLayout.HeightOf(rows.Length, 44),
            },
            new Trace("heatmap",
            [
                new("x", new LabelSeries([.. columns.Select(c => table.ColumnSegments[c])])),
                new("y", new LabelSeries([.. rows.Select(r => table.RowSegments[r])])),
                new("z", new NumberSeries([.. cells.Select(c => shares[c.Row][c.Column] ?? 0)]), columns.Length),
                new("text", new TextSeries([.. cells.Select(c => Phrase.Of($"{AuditText.Share(shares[c.Row][c.Column] ?? 0)} · ", Piece.Count(table.Records[c.Row][c.Column])))]), columns.Length),
            ])
            {
                Records = [.. cells.Select(c => (double)table.Records[c.Row][c.Column])],
                Style = () => new JsonObject
                {
                    ["colorscale"] = FigureStyle.Scale(),
                    ["zmin"] = 0,
                    ["zmax"] = top,
                    ["xgap"] = 2,
                    ["ygap"] = 2,
                    ["texttemplate"] = "%{text}",
                    ["hovertemplate"] = "%{y}, %{x}: %{text}<extra></extra>",
                    ["colorbar"] = new JsonObject { ["title"] = new JsonObject { ["text"] = "share of the row" }, ["tickformat"] = ".0%", ["outlinewidth"] = 0 },
                },
            })
        {
            Note = $"{table.RowDimension} by {table.ColumnDimension}: shares of each row, with the number of {AuditText.Many(table.Of)}",
        };
    }
}
