using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>Reads the column that plays a role as text, whatever type it was read as.</summary>
internal static class RoleText
{
    /// <summary>Returns the text of a row under a role, trimmed; null where the export has no such column, the row no value, or only space.</summary>
    public static Func<int, string?> Of(Export export, Role role)
    {
        var column = export.Find(role);
        if (column is null) return static _ => null;
        return row =>
        {
            if (column.IsNull(row)) return null;
            var text = (column is TextColumn values ? values[row]! : column.Raw(row)).Trim();
            return text.Length == 0 ? null : text;
        };
    }
}
