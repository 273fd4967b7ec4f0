using System.Collections.Frozen;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>Which columns of an export hold values from a list, as people pick or type them.</summary>
internal static class VariantFields
{
    /// <summary>Roles whose values come from a list, however many there are.</summary>
    private static readonly FrozenSet<Role> Listed = new[]
    {
        Role.Industry, Role.Country, Role.State, Role.Region, Role.Segment, Role.LifecycleStage, Role.AccountType, Role.Technology, Role.Level, Role.Department, Role.LeadSource,
    }.ToFrozenSet();

    /// <summary>Returns the text columns whose role is a list, and those without a role that repeat a few short values.</summary>
    public static IEnumerable<(TextColumn Column, Role? Role)> Of(Export export, AuditOptions options)
    {
        var roles = export.Roles.ToLookup(r => r.Column, r => (Role?)r.Role, StringComparer.OrdinalIgnoreCase);
        foreach (var column in export.Table.Columns)
        {
            if (column is not TextColumn text) continue;
            var role = roles[column.Name].FirstOrDefault();
            if (role is not null ? Listed.Contains(role.Value) : LooksListed(text, options)) yield return (text, role);
        }
    }

    private static bool LooksListed(TextColumn column, AuditOptions options)
    {
        if (column.IsPersonal) return false;
        var filled = column.Length - column.NullCount;
        var (distinct, letters) = (0, 0);
        // Stops at the first sign of free text: a column of nearly unique values is never encoded to find that out.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < column.Length && distinct <= options.PicklistMostValues; row++)
        {
            if (column[row] is not { } value || !seen.Add(value)) continue;
            distinct++;
            letters += value.Length;
        }

        return distinct > 1 && distinct <= options.PicklistMostValues && filled >= distinct * options.PicklistRecordsPerValue && letters <= distinct * options.PicklistLongestMean;
    }
}
