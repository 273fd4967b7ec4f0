using System.Text;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>Columns as charts take them, with an error that says what to do where they are of the wrong type.</summary>
internal static class ChartInput
{
    // Beyond this, differences of two values overflow; no export means such a number.
    private const double Largest = 1e100;

    public static NumberColumn Number(Table table, string column, string chart) => NumberOrNothing(table[column]) as NumberColumn
        ?? throw Wrong(table, column, chart, "Number", "Chart.Bar counts the values of other columns");

    public static Column NumberOrDate(Table table, string column, string chart) => NumberOrNothing(table[column]) is { } found and (NumberColumn or DateColumn)
        ? found
        : throw Wrong(table, column, chart, "Number or Date", "Chart.Bar counts the values of other columns");

    /// <summary>Returns a column without any value as numbers: no value, no type. A query over a field that nobody filled draws an empty figure.</summary>
    private static Column NumberOrNothing(Column column) => column is TextColumn && column.NullCount == column.Length
        ? NumberColumn.Create(column.Name, Enumerable.Repeat(double.NaN, column.Length).ToArray())
        : column;

    /// <summary>Tells whether a number can be placed on an axis.</summary>
    public static bool IsDrawable(double value, bool log) => Math.Abs(value) <= Largest && (!log || value > 0);

    /// <summary>Returns a name for a figure from its kind and its columns, in lower-case words joined by hyphens.</summary>
    public static string FigureName(string kind, params ReadOnlySpan<string?> columns)
    {
        var name = new StringBuilder(kind);
        foreach (var column in columns)
        {
            if (column is null) continue;
            if (name[^1] != '-') name.Append('-');
            foreach (var c in column)
            {
                if (char.IsAsciiLetterOrDigit(c)) name.Append(char.ToLowerInvariant(c));
                else if (name[^1] != '-') name.Append('-');
            }
        }

        return name.ToString().TrimEnd('-');
    }

    /// <summary>Returns a figure that says honestly that there is nothing to draw.</summary>
    public static Figure Empty(string name, string what, string why, ChartOptions options) =>
        new(name, options.Title ?? $"{what}: no data", new FigureLayout(Axis.None, Axis.None) { Message = why, Height = 140 })
        {
            Note = ChartNote.From(options).Show(),
        };

    private static ArgumentException Wrong(Table table, string column, string chart, string expected, string instead) => new(
        $"Chart.{chart}: column '{table[column].Name}' of table '{table.Name}' holds {table[column].Type} values, expected {expected}. " +
        $"Choose another column ({instead}), or override its type in workspace.yaml under 'columns'.", nameof(column));
}
