using Segmentation.Tables;

namespace Segmentation.Criteria;

/// <summary>Answers a condition for every record.</summary>
internal static class CriterionEvaluation
{
    public static Truth[] Of(Condition condition, Table records, DateTime asOf, IReadOnlySet<string>? blanked)
    {
        var answers = new Truth[records.RowCount];
        for (var row = 0; row < answers.Length; row++) answers[row] = Answer(condition, records, row, asOf, blanked);
        return answers;
    }

    private static Truth Answer(Condition condition, Table records, int row, DateTime asOf, IReadOnlySet<string>? blanked)
    {
        switch (condition)
        {
            case Always: return Truth.True;
            case AllOf all: return all.Parts.Min(p => Answer(p, records, row, asOf, blanked));
            case AnyOf any: return any.Parts.Max(p => Answer(p, records, row, asOf, blanked));
            case NotOf not: return (Truth)(Truth.True - Answer(not.Inner, records, row, asOf, blanked));
        }

        var field = Criterion.FieldsOf(condition).First();
        var value = blanked?.Contains(field) == true ? null : records[field].Value(row);
        if (condition is IsBlank) return value is null ? Truth.True : Truth.False;
        if (value is null) return Truth.Unknown;
        var holds = condition switch
        {
            Compared compared => Holds(Order(value, compared.Value, asOf), compared.Operator),
            Between between => Order(value, between.From, asOf) >= 0 && Order(value, between.To, asOf) <= 0,
            OneOf one => one.Values.Any(v => Order(value, v, asOf) == 0),
            Contains contains => ((string)value).Contains(contains.Part, StringComparison.OrdinalIgnoreCase),
            _ => throw new InvalidOperationException($"A condition of type {condition.GetType().Name} cannot be answered."),
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
        _ => throw new InvalidOperationException($"An operand of type {operand.GetType().Name} cannot be compared."),
    };
}
