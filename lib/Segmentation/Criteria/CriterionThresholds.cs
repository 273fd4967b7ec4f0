using System.Collections.Immutable;

namespace Segmentation.Criteria;

/// <summary>Finds where a condition cuts the axes of numbers and dates.</summary>
internal static class CriterionThresholds
{
    /// <summary>Returns the thresholds, fields in order of appearance, values ascending, each once.</summary>
    public static ImmutableArray<CriterionThreshold> Of(Condition condition, ImmutableArray<string> fields, DateTime asOf) =>
        [.. All(condition, asOf).Distinct().OrderBy(t => fields.IndexOf(t.Field)).ThenBy(t => t.Value).ThenBy(t => t.Side)];

    /// <summary>Returns the condition with other numbers at some of its thresholds.</summary>
    public static Condition Replace(Condition condition, IReadOnlyDictionary<CriterionThreshold, double> numbers)
    {
        return condition switch
        {
            AllOf all => all with { Parts = [.. all.Parts.Select(p => Replace(p, numbers))] },
            AnyOf any => any with { Parts = [.. any.Parts.Select(p => Replace(p, numbers))] },
            NotOf not => not with { Inner = Replace(not.Inner, numbers) },
            Compared compared => compared with { Value = To(compared.Field, compared.Value, Side(compared.Operator)) },
            Between between => between with { From = To(between.Field, between.From, BoundarySide.Above), To = To(between.Field, between.To, BoundarySide.Below) },
            _ => condition,
        };

        Operand To(string field, Operand operand, BoundarySide side) =>
            operand is NumberOperand number && numbers.TryGetValue(new(field, number.Value, side, IsDate: false), out var to) ? new NumberOperand(to) : operand;
    }

    private static IEnumerable<CriterionThreshold> All(Condition condition, DateTime asOf) => condition switch
    {
        AllOf all => all.Parts.SelectMany(p => All(p, asOf)),
        AnyOf any => any.Parts.SelectMany(p => All(p, asOf)),
        NotOf not => All(not.Inner, asOf),
        Compared compared => At(compared.Field, compared.Value, Side(compared.Operator), asOf),
        Between between => [.. At(between.Field, between.From, BoundarySide.Above, asOf), .. At(between.Field, between.To, BoundarySide.Below, asOf)],
        OneOf one => one.Values.SelectMany(v => At(one.Field, v, BoundarySide.Neither, asOf)),
        _ => [],
    };

    private static BoundarySide Side(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Less or ComparisonOperator.GreaterOrEqual => BoundarySide.Above,
        ComparisonOperator.LessOrEqual or ComparisonOperator.Greater => BoundarySide.Below,
        _ => BoundarySide.Neither,
    };

    private static CriterionThreshold[] At(string field, Operand operand, BoundarySide side, DateTime asOf) => operand switch
    {
        NumberOperand number => [new(field, number.Value, side, IsDate: false)],
        DateOperand date => [new(field, DateOnly.FromDateTime(date.Value).DayNumber, side, IsDate: true)],
        RelativeDateOperand relative => [new(field, DateOnly.FromDateTime(relative.On(asOf)).DayNumber, side, IsDate: true)],
        _ => [],
    };
}
