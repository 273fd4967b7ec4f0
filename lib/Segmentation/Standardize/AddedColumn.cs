using Segmentation.Tables;

namespace Segmentation.Standardize;

/// <summary>Puts a computed column into a table without overwriting what the export says.</summary>
internal static class AddedColumn
{
    /// <summary>Returns the table with the column added; where the export has a text column of that name, with its blanks filled. What it holds otherwise stays.</summary>
    /// <param name="table">The table.</param>
    /// <param name="computed">The column, aligned with the rows.</param>
    /// <returns>The table, and the rows in which the export says something else than was computed.</returns>
    public static (Table Table, int Kept) Fill(Table table, TextColumn computed)
    {
        if (table.Find(computed.Name) is not { } own) return (table.With(computed), 0);
        if (own is not TextColumn text) return (table, own.Length - own.NullCount);
        var kept = 0;
        var isFilled = false;
        var values = new string?[text.Length];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = text[row] ?? computed[row];
            isFilled |= text.IsNull(row) && !computed.IsNull(row);
            if (!text.IsNull(row) && !computed.IsNull(row) && text[row] != computed[row]) kept++;
        }

        return (isFilled ? table.With(TextColumn.Create(text.Name, values).AsPersonal(text.IsPersonal)) : table, kept);
    }
}
