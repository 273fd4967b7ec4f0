using System.Collections.Immutable;
using Segmentation.Criteria;
using Segmentation.Framework;

namespace Segmentation.Assign;

/// <summary>Finds where rules cut the axes of numbers and dates.</summary>
internal static class CriterionCuts
{
    /// <summary>Returns the cuts of a dimension's segments, then those of the exclusions, each once, by field in order of appearance, then by value.</summary>
    /// <param name="framework">The framework.</param>
    /// <param name="dimension">One of its dimensions.</param>
    /// <param name="asOf">The date from which relative dates count.</param>
    public static ImmutableArray<CriterionCut> Of(SegmentationFramework framework, Dimension dimension, DateTime asOf)
    {
        var types = framework.Fields.Where(f => f.Of == dimension.Of).ToDictionary(f => f.Definition.Name, f => f.Definition.Type, StringComparer.Ordinal);
        return [.. Cuts(dimension.Segments.Select(s => s.Criteria)).Concat(Cuts(framework.Exclusions.Where(e => e.Of == dimension.Of).Select(e => e.Criteria))).DistinctBy(c => (c.Field, c.Value, c.IsClosed))];

        IEnumerable<CriterionCut> Cuts(IEnumerable<Criterion> criteria) => criteria.SelectMany(c => Of(c.Root, types, asOf)).GroupBy(c => c.Field, StringComparer.Ordinal).SelectMany(g => g.OrderBy(c => c.Value).ThenBy(c => !c.IsClosed));
    }

    private static IEnumerable<CriterionCut> Of(Condition condition, IReadOnlyDictionary<string, FieldType> types, DateTime asOf)
    {
        return condition switch
        {
            AllOf all => all.Parts.SelectMany(p => Of(p, types, asOf)),
            AnyOf any => any.Parts.SelectMany(p => Of(p, types, asOf)),
            NotOf not => Of(not.Inner, types, asOf),
            Compared { Operator: ComparisonOperator.GreaterOrEqual or ComparisonOperator.Less } compared => At(compared.Field, compared.Value, true),
            Compared { Operator: ComparisonOperator.Greater or ComparisonOperator.LessOrEqual } compared => At(compared.Field, compared.Value, false),
            Compared compared => Around(compared.Field, compared.Value, compared.Value),
            Between between => Around(between.Field, between.From, between.To),
            OneOf one => one.Values.SelectMany(v => Around(one.Field, v, v)),
            _ => [],
        };

        IEnumerable<CriterionCut> Around(string field, Operand from, Operand to) => At(field, from, true).Concat(At(field, to, false));

        IEnumerable<CriterionCut> At(string field, Operand operand, bool closed)
        {
            double? value = operand switch
            {
                NumberOperand number => number.Value,
                DateOperand date => CriterionCut.NumberOf(date.Value),
                RelativeDateOperand relative => CriterionCut.NumberOf(relative.On(asOf)),
                _ => null,
            };
            if (value is not { } at || !types.TryGetValue(field, out var type)) yield break;
            var origin = operand is RelativeDateOperand ? MovementWords.Of(operand) : null;
            // Between 200 and 201 lies nothing: "above 200" and "from 201" are one cut.
            yield return type == FieldType.Number ? new(field, type, at, closed, origin) : new(field, type, closed ? Math.Ceiling(at) : Math.Floor(at) + 1, true, origin);
        }
    }
}
