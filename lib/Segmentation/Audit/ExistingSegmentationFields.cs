using Segmentation.Load;
using Segmentation.Tables;
using Segmentation.Text;

namespace Segmentation.Audit;

/// <summary>Which columns sort records into groups today.</summary>
internal static class ExistingSegmentationFields
{
    private static readonly Role[] SegmentRoles = [Role.Segment, Role.LifecycleStage, Role.Region];

    /// <summary>Values that only a segmentation has.</summary>
    private static readonly HashSet<string> SegmentValues = new(StringComparer.Ordinal)
    {
        "smb", "mid market", "midmarket", "enterprise", "commercial", "strategic", "small business", "growth", "scale", "platinum", "gold", "silver", "bronze",
        "tier 1", "tier 2", "tier 3", "high touch", "low touch", "tech touch", "a", "b", "c", "d",
    };

    public static IEnumerable<(TextColumn Column, Role? Role, string Reason)> Of(Export export, AuditOptions options)
    {
        foreach (var role in SegmentRoles)
        {
            if (export.Find(role) is TextColumn column) yield return (column, role, $"it plays the role {role}");
        }

        foreach (var (column, role) in VariantFields.Of(export, options))
        {
            if (role is not null) continue;
            var words = Folding.Fold(column.Name).Split([' ', '_', '-', '.', '/'], StringSplitOptions.RemoveEmptyEntries);
            if (words.FirstOrDefault(options.SegmentWords.Contains) is { } word) yield return (column, null, $"its name holds \"{word}\"");
            else if (HoldsSegments(column)) yield return (column, null, "most of its values are names of segments");
        }
    }

    private static bool HoldsSegments(TextColumn column)
    {
        var isSegment = column.Dictionary.ToArray().Select(v => SegmentValues.Contains(Folding.Fold(v).Replace('-', ' ').Trim())).ToArray();
        var records = 0;
        foreach (var code in column.Codes)
        {
            if (code >= 0 && isSegment[code]) records++;
        }

        return records * 2 > column.Length - column.NullCount;
    }
}
