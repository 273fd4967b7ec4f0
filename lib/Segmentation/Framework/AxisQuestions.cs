using Segmentation.Criteria;

namespace Segmentation.Framework;

/// <summary>What conditions ask of single fields.</summary>
internal static class AxisQuestions
{
    /// <summary>Returns the largest parts of a condition that name one field each: its answer follows from theirs, so values that answer them alike need not be told apart.</summary>
    public static IEnumerable<(string Field, Condition Question)> Of(Condition condition)
    {
        var fields = Criterion.FieldsOf(condition).Distinct(StringComparer.Ordinal).ToArray();
        if (fields.Length <= 1) return fields.Select(f => (f, condition));
        return condition switch
        {
            NotOf not => Of(not.Inner),
            AllOf all => Group(all.Parts, parts => new AllOf([.. parts])),
            AnyOf any => Group(any.Parts, parts => new AnyOf([.. parts])),
            _ => throw new InvalidOperationException($"A condition of type {condition.GetType().Name} names several fields and has no parts."),
        };
    }

    /// <summary>Returns every comparison of a condition: the nodes without parts.</summary>
    public static IEnumerable<Condition> Leaves(Condition condition) => condition switch
    {
        NotOf not => Leaves(not.Inner),
        AllOf all => all.Parts.SelectMany(Leaves),
        AnyOf any => any.Parts.SelectMany(Leaves),
        _ => [condition],
    };

    private static IEnumerable<(string Field, Condition Question)> Group(IEnumerable<Condition> parts, Func<IEnumerable<Condition>, Condition> join) => parts
        .Select(p => (Part: p, Fields: Criterion.FieldsOf(p).Distinct(StringComparer.Ordinal).ToArray()))
        .GroupBy(p => p.Fields.Length == 1 ? p.Fields[0] : null)
        .SelectMany(g => g.Key is { } field ? [(field, join(g.Select(p => p.Part)))] : g.SelectMany(p => Of(p.Part)));
}
