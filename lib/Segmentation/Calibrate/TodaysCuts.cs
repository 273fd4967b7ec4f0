using System.Collections.Immutable;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Load;

namespace Segmentation.Calibrate;

/// <summary>Where the rules of a framework cut a field today.</summary>
internal static class TodaysCuts
{
    /// <summary>Returns the cuts of each dimension of accounts whose rules compare the field with numbers, ascending; dimensions in the framework's order.</summary>
    public static IEnumerable<(Dimension Dimension, ImmutableArray<double> Cuts)> Of(SegmentationFramework framework, string field) =>
        framework.DimensionsOf(EntityKind.Accounts).Select(d => (d, Of(framework, d, field))).Where(d => !d.Item2.IsEmpty);

    /// <summary>Returns the cuts of one dimension, ascending, each once.</summary>
    public static ImmutableArray<double> Of(SegmentationFramework framework, Dimension dimension, string field)
    {
        var isWhole = IsWhole(framework, field);
        return [.. Thresholds(dimension, field).Select(t => At(t, isWhole)).Distinct().Order()];
    }

    /// <summary>Returns the numbers with which a dimension's rules compare a field, each once.</summary>
    public static IEnumerable<CriterionThreshold> Thresholds(Dimension dimension, string field) =>
        dimension.Segments.SelectMany(s => s.Criteria.Thresholds(default)).Where(t => t.Field.Equals(field, StringComparison.OrdinalIgnoreCase) && !t.IsDate && t.Side != BoundarySide.Neither).Distinct();

    /// <summary>Tells whether a field is declared to hold whole numbers only.</summary>
    public static bool IsWhole(SegmentationFramework framework, string field) =>
        framework.Fields.Any(f => f.Of == EntityKind.Accounts && f.Definition.Name.Equals(field, StringComparison.OrdinalIgnoreCase) && f.Definition.Type == FieldType.Whole);

    /// <summary>Returns where a threshold cuts: a number that belongs to the band below it cuts at the next one, <c>employees &lt;= 99</c> at 100.</summary>
    public static double At(CriterionThreshold threshold, bool isWhole) => threshold.Side == BoundarySide.Above ? threshold.Value : isWhole ? threshold.Value + 1 : Math.BitIncrement(threshold.Value);
}
