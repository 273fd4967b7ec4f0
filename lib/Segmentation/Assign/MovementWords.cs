using Segmentation.Criteria;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Assign;

/// <summary>Causes, values and literals as people read them.</summary>
internal static class MovementWords
{
    private const string Blank = "blank";

    public static string Of(MovementCause cause) => cause switch
    {
        MovementCause.DataAndRule => "data and rule together",
        MovementCause.DataOrRule => "data or rule, either alone",
        MovementCause.ValueBlanked => "value lost",
        _ => SnakeName.Words(cause),
    };

    /// <summary>Returns "employees 900 → 1,100".</summary>
    public static string Of(MovementValue value) => $"{value.Field} {value.From ?? Blank} → {value.To ?? Blank}";

    public static string Of(Operand operand) => operand switch
    {
        NumberOperand number => NumberColumn.Show(number.Value, NumberFormat.General),
        TextOperand text => text.Value,
        FlagOperand flag => flag.Value ? "true" : "false",
        DateOperand date => DateColumn.Show(date.Value),
        RelativeDateOperand { Amount: 0 } => "as_of",
        RelativeDateOperand relative => FormattableString.Invariant($"as_of {(relative.Amount < 0 ? '-' : '+')} {Math.Abs(relative.Amount)} {SnakeName.Of(relative.Unit)}"),
        _ => operand.ToString(),
    };

    public static string Of(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.NotEqual => "!=",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        _ => ">=",
    };
}
