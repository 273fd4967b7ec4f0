using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Criteria;

/// <summary>Says a condition in words, for people who sign rules and do not write them.</summary>
internal sealed class ConditionWords
{
    /// <summary>Words that are written in capitals.</summary>
    private static readonly HashSet<string> Capitals = new(StringComparer.OrdinalIgnoreCase) { "arr", "mrr", "grr", "nrr", "icp", "crm", "csm", "csp", "nps", "id", "url", "usd", "eur" };

    private readonly Dictionary<string, FieldDefinition> fields = new(StringComparer.OrdinalIgnoreCase);

    public ConditionWords(IEnumerable<FieldDefinition> fields)
    {
        foreach (var field in fields) this.fields[field.Name] = field;
    }

    /// <summary>Returns a value in words, without a unit.</summary>
    public static string Of(Operand operand) => operand switch
    {
        NumberOperand number => NumberColumn.Show(number.Value, NumberFormat.General),
        TextOperand text => text.Value,
        FlagOperand flag => flag.Value ? "yes" : "no",
        DateOperand date => DateColumn.Show(date.Value),
        RelativeDateOperand { Amount: 0 } => "the as-of date",
        RelativeDateOperand relative => $"{ConditionText.Distance(relative)} {(relative.Amount < 0 ? "before" : "after")} the as-of date",
        _ => throw new InvalidOperationException($"A value of type {operand.GetType().Name} cannot be said."),
    };

    /// <summary>Returns values with commas and a last joint: <c>Technology, Energy or Retail</c>.</summary>
    public static string List(ImmutableArray<Operand> values, string joint) => List([.. values.Select(Of)], joint);

    /// <summary>Returns a condition in words.</summary>
    public string Of(Condition condition) => condition switch
    {
        Always => "every other record",
        AnyOf any => string.Join(", or ", any.Parts.Select(Of)),
        AllOf all => string.Concat(all.Parts.Select((p, i) => After(i == 0 ? null : all.Parts[i - 1], p))),
        NotOf { Inner: IsBlank blank } => $"{Name(blank.Field)} is filled",
        NotOf { Inner: OneOf one } => $"{Name(one.Field)} is none of {List(one.Field, one.Values, "and")}",
        NotOf { Inner: Between between } => $"{Name(between.Field)} outside {Ends(between)}",
        NotOf { Inner: Contains contains } => $"{Name(contains.Field)} does not contain \"{contains.Part}\"",
        NotOf { Inner: Compared compared } => Of(compared with { Operator = Opposite(compared.Operator) }),
        NotOf { Inner: NotOf twice } => Of(twice.Inner),
        NotOf not => $"not ({Of(not.Inner)})",
        Compared compared => $"{Name(compared.Field)}{Comparison(compared)}",
        Between between => $"{Name(between.Field)} from {Ends(between)}",
        OneOf one => $"{Name(one.Field)} is {List(one.Field, one.Values, "or")}",
        Contains contains => $"{Name(contains.Field)} contains \"{contains.Part}\"",
        IsBlank blank => $"{Name(blank.Field)} is blank",
        _ => throw new InvalidOperationException($"A condition of type {condition.GetType().Name} cannot be said."),
    };

    /// <summary>Two bounds of one field share its name: <c>employees at least 100 and below 1,000</c>.</summary>
    private string After(Condition? before, Condition part)
    {
        if (before is Compared { Value: not (TextOperand or FlagOperand) } first && part is Compared { Value: not (TextOperand or FlagOperand) } second && first.Field == second.Field) return $" and{Comparison(second)}";
        return (before is null ? string.Empty : " and ") + (part is AnyOf ? $"({Of(part)})" : Of(part));
    }

    private string Comparison(Compared compared) => compared.Value switch
    {
        FlagOperand flag => flag.Value == (compared.Operator == ComparisonOperator.Equal) ? ": yes" : ": no",
        TextOperand text => $" is {(compared.Operator == ComparisonOperator.Equal ? string.Empty : "not ")}{text.Value}",
        NumberOperand => compared.Operator switch
        {
            ComparisonOperator.Equal => " exactly ",
            ComparisonOperator.NotEqual => " other than ",
            ComparisonOperator.Less => " below ",
            ComparisonOperator.LessOrEqual => " at most ",
            ComparisonOperator.Greater => " above ",
            _ => " at least ",
        } + Value(compared.Field, compared.Value),
        _ => compared.Operator switch
        {
            ComparisonOperator.Equal => " on ",
            ComparisonOperator.NotEqual => " not on ",
            ComparisonOperator.Less => " before ",
            ComparisonOperator.LessOrEqual => " on or before ",
            ComparisonOperator.Greater => " after ",
            _ => " on or after ",
        } + Of(compared.Value),
    };

    private string Ends(Between between) => between.From is NumberOperand
        ? $"{Value(between.Field, between.From, unit: false)} to {Value(between.Field, between.To)}"
        : $"{Of(between.From)} to {Of(between.To)}";

    private string List(string field, ImmutableArray<Operand> values, string joint) => List([.. values.Select((v, i) => Value(field, v, i == values.Length - 1))], joint);

    private static string List(string[] values, string joint) => values is [var only] ? only : $"{string.Join(", ", values[..^1])} {joint} {values[^1]}";

    private string Value(string field, Operand value, bool unit = true)
    {
        if (value is not NumberOperand number) return Of(value);
        var found = fields.GetValueOrDefault(field)?.Unit;
        return found is "%" or "share" ? $"{NumberColumn.Show(number.Value * 100, NumberFormat.General)}%"
            : found is null || !unit ? Of(value)
            : $"{Of(value)} {found}";
    }

    /// <summary>A blank leaves both a comparison and its opposite open, so that "not below" says the same as "at least".</summary>
    private static ComparisonOperator Opposite(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => ComparisonOperator.NotEqual,
        ComparisonOperator.NotEqual => ComparisonOperator.Equal,
        ComparisonOperator.Less => ComparisonOperator.GreaterOrEqual,
        ComparisonOperator.LessOrEqual => ComparisonOperator.Greater,
        ComparisonOperator.Greater => ComparisonOperator.LessOrEqual,
        _ => ComparisonOperator.Less,
    };

    /// <summary>Returns a field's name as words: <c>account.arr</c> → <c>the account's ARR</c>.</summary>
    internal static string Name(string field)
    {
        var point = field.IndexOf('.', StringComparison.Ordinal);
        if (point > 0 && point + 1 < field.Length) return $"the {Name(field[..point])}'s {Name(field[(point + 1)..])}";
        return string.Join(' ', field.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(w => Capitals.Contains(w) ? w.ToUpperInvariant() : w));
    }
}
