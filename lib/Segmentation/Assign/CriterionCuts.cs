using System.Collections.Immutable;
using Segmentation.Criteria;
using Segmentation.Framework;

namespace Segmentation.Assign;

/// <summary>Finds where the rules of a dimension cut the axes of numbers and dates.</summary>
internal static class CriterionCuts
{
    /// <summary>Returns the cuts of a dimension's segments, then those of the exclusions, each once, by field in order of appearance, then by value.</summary>
    /// <param name="framework">The framework.</param>
    /// <param name="dimension">One of its dimensions.</param>
    /// <param name="asOf">The date from which relative dates count.</param>
    public static ImmutableArray<CriterionCut> Of(SegmentationFramework framework, Dimension dimension, DateTime asOf)
    {
        var types = framework.Fields.Where(f => f.Of == dimension.Of).ToDictionary(f => f.Definition.Name, f => f.Definition.Type, StringComparer.Ordinal);
        return [.. Cuts(dimension.Segments.Select(s => s.Criteria)).Concat(Cuts(framework.Exclusions.Where(e => e.Of == dimension.Of).Select(e => e.Criteria))).Distinct()];

        IEnumerable<CriterionCut> Cuts(IEnumerable<Criterion> criteria) => criteria.SelectMany(c => c.Thresholds(asOf)).SelectMany(t => At(t, types[t.Field]))
            .GroupBy(c => c.Field, StringComparer.Ordinal).SelectMany(g => g.OrderBy(c => c.Value).ThenBy(c => !c.IsClosed));
    }

    private static CriterionCut[] At(CriterionThreshold threshold, FieldType type) => threshold.Side switch
    {
        BoundarySide.Above => [At(threshold, type, isClosed: true)],
        BoundarySide.Below => [At(threshold, type, isClosed: false)],
        _ => [At(threshold, type, isClosed: true), At(threshold, type, isClosed: false)],
    };

    /// <summary>Between 200 and 201 people, and between two days, lies nothing: "above 200" and "from 201" are one cut.</summary>
    private static CriterionCut At(CriterionThreshold threshold, FieldType type, bool isClosed) => type == FieldType.Number
        ? new(threshold.Field, type, threshold.Value, isClosed)
        : new(threshold.Field, type, isClosed ? Math.Ceiling(threshold.Value) : Math.Floor(threshold.Value) + 1, true);
}
