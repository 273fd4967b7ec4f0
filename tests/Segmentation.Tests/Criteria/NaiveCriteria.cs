using Segmentation.Criteria;
using Segmentation.Tables;

namespace Segmentation.Tests.Criteria;

/// <summary>Answers a condition row by row, value by value: slow, and plainly what the language says.</summary>
internal static class NaiveCriteria
{
    public static Truth Answer(Condition condition, Table records, int row, DateTime asOf, IReadOnlySet<string>? blanked)
    {
        switch (condition)
        {
            case Always: return Truth.True;
            case AllOf all:
                var parts = all.Parts.Select(p => Answer(p, records, row, asOf, blanked)).ToArray();
                return parts.Contains(Truth.False) ? Truth.False : parts.Contains(Truth.Unknown) ? Truth.Unknown : Truth.True;
            case AnyOf any:
                var others = any.Parts.Select(p => Answer(p, records, row, asOf, blanked)).ToArray();
                return others.Contains(Truth.True) ? Truth.True : others.Contains(Truth.Unknown) ? Truth.Unknown : Truth.False;
            case NotOf not:
                return Answer(not.Inner, records, row, asOf, blanked) switch { Truth.True => Truth.False, Truth.False => Truth.True, _ => Truth.Unknown };
        }

        var field = condition switch { Compared c => c.Field, Between b => b.Field, OneOf o => o.Field, IsBlank i => i.Field, Contains c => c.Field, _ => throw new InvalidOperationException() };
        var value = blanked?.Contains(field) == true ? null : records[field].Value(row);
        if (condition is IsBlank) return value is null ? Truth.True : Truth.False;
        if (value is null) return Truth.Unknown;
        var holds = condition switch
        {
            Compared compared => Holds(Order(value, compared.Value, asOf), compared.Operator),
            Between between => Order(value, between.From, asOf) >= 0 && Order(value, between.To, asOf) <= 0,
            OneOf one => one.Values.Any(v => Order(value, v, asOf) == 0),
            Contains contains => ((string)value).Contains(contains.Part, StringComparison.OrdinalIgnoreCase),
            _ => throw new InvalidOperationException(),
        };
        return holds ? Truth.True : Truth.False;
    }

    private static bool Holds(int order, ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => order == 0,
        ComparisonOperator.NotEqual => order != 0,
        ComparisonOperator.Less => order < 0,
        ComparisonOperator.LessOrEqual => order <= 0,
        ComparisonOperator.Greater => order > 0,
        _ => order >= 0,
    };

    private static int Order(object value, Operand operand, DateTime asOf) => operand switch
    {
        NumberOperand number => ((double)value).CompareTo(number.Value),
        TextOperand text => string.Compare((string)value, text.Value, StringComparison.OrdinalIgnoreCase),
        FlagOperand flag => ((bool)value).CompareTo(flag.Value),
        DateOperand date => ((DateTime)value).Date.CompareTo(date.Value),
        RelativeDateOperand relative => ((DateTime)value).Date.CompareTo(relative.On(asOf)),
        _ => throw new InvalidOperationException(),
    };
}
