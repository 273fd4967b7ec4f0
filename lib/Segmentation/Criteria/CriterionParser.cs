using System.Collections.Immutable;

namespace Segmentation.Criteria;

/// <summary>Reads a criterion: or, and, not, then comparisons; recursive descent over tokens.</summary>
internal sealed partial class CriterionParser
{
    private readonly string text;
    private readonly Dictionary<string, FieldDefinition> fields = new(StringComparer.OrdinalIgnoreCase);
    private readonly CriterionOptions options;
    private readonly List<CriterionToken> tokens;
    private int next;
    private int conditions;

    public CriterionParser(string text, IReadOnlyCollection<FieldDefinition> fields, CriterionOptions options)
    {
        (this.text, this.options) = (text, options);
        foreach (var field in fields)
        {
            if (!this.fields.TryAdd(field.Name, field)) throw new ArgumentException($"Two fields are called '{field.Name}' (case does not count); rename one.", nameof(fields));
        }

        tokens = CriterionTokens.Of(text, options);
    }

    private CriterionToken Here => tokens[next];

    /// <summary>The end of what was read last.</summary>
    private int Reached => tokens[next - 1].End;

    public Criterion Parse()
    {
        if (Here.Kind == TokenKind.End)
            throw new CriterionException("the rule is empty", "nothing", "a condition such as employees >= 1000", "Write who belongs; 'otherwise' stands for every record.", 0);
        var start = Here;
        if (Take("otherwise") && Here.Kind == TokenKind.End) return new Criterion(text, new Always { Start = start.Start, Length = start.End - start.Start });
        next = 0;
        var root = Or(0);
        return Here.Kind == TokenKind.End ? new Criterion(text, root) : throw GoesOn();
    }

    private Condition Or(int depth)
    {
        var parts = new List<Condition> { And(depth) };
        while (Take("or")) parts.Add(And(depth));
        return parts is [var only] ? only : new AnyOf([.. parts.SelectMany(p => p is AnyOf inner ? inner.Parts : [p])]) { Start = parts[0].Start, Length = Reached - parts[0].Start };
    }

    private Condition And(int depth)
    {
        var parts = new List<Condition> { Not(depth) };
        while (Take("and")) parts.Add(Not(depth));
        return parts is [var only] ? only : new AllOf([.. parts.SelectMany(p => p is AllOf inner ? inner.Parts : [p])]) { Start = parts[0].Start, Length = Reached - parts[0].Start };
    }

    private Condition Not(int depth)
    {
        var start = Here;
        if (depth > options.DeepestNesting)
            throw new CriterionException("the rule is nested too deeply", CriterionErrors.Show(start), $"at most {options.DeepestNesting} parentheses and negations within one another", "Split the rule into several segments.", start.Start);
        if (Take("not")) return new NotOf(Not(depth + 1)) { Start = start.Start, Length = Reached - start.Start };
        if (!Take("(")) return Single();
        var inner = Or(depth + 1);
        if (Take(")")) return inner;
        throw Here.Kind == TokenKind.End
            ? new CriterionException("a parenthesis is not closed", "the end", "')'", $"Close the '(' of character {start.Start + 1}.", Here.Start)
            : GoesOn();
    }

    /// <summary>Reads one comparison.</summary>
    private Condition Single()
    {
        var start = Here;
        if (++conditions > options.MostConditions)
            throw new CriterionException("the rule has too many conditions", $"more than {options.MostConditions}", $"at most {options.MostConditions}, each value of a list counted", "Split the rule into several segments.", start.Start);
        if (IsLiteral()) return Chain();
        var field = Field();
        return Placed(Comparison(field), start.Start);
    }

    private Condition Comparison(FieldDefinition field)
    {
        var sign = Here;
        if (Take("is"))
        {
            var negated = Take("not");
            if (!Take("blank")) throw new CriterionException("only 'blank' stands after 'is'", CriterionErrors.Show(Here), "'blank' or 'not blank'", $"Write '{Written(field)} is blank', or '=' before a value.", Here.Start);
            return negated ? new NotOf(Placed(new IsBlank(field.Name), sign.Start)) : new IsBlank(field.Name);
        }

        if (Here.Is("not") && tokens[next + 1].IsAny("in", "between", "contains"))
        {
            next++;
            var inner = Here.Start;
            return new NotOf(Placed(Comparison(field), inner));
        }

        if (sign.IsAny("in", "between", "contains", "=", "!=", "<", "<=", ">", ">="))
        {
            RefuseWrongType(field, sign);
            next++;
            return sign.Is("in") ? new OneOf(field.Name, List(field))
                : sign.Is("between") ? Range(field)
                : sign.Is("contains") ? new Contains(field.Name, Part(field))
                : new Compared(field.Name, Operator(sign), Value(field, sign, inList: false));
        }

        if (field.Type == FieldType.Flag) return new Compared(field.Name, ComparisonOperator.Equal, new FlagOperand(true));
        throw new CriterionException(
            $"'{field.Name}' is not compared with anything", CriterionErrors.Show(sign), CriterionErrors.Comparisons(field), $"Write what {CriterionErrors.Holds(field)} is asked for.", sign.Start);
    }

    private static void RefuseWrongType(FieldDefinition field, CriterionToken sign)
    {
        var fits = field.Type switch
        {
            FieldType.Text => sign.IsAny("=", "!=", "in", "contains"),
            FieldType.Flag => sign.IsAny("=", "!="),
            _ => !sign.Is("contains"),
        };
        if (fits) return;
        throw new CriterionException(
            $"'{field.Name}' holds {CriterionErrors.Holds(field)} and cannot be compared so", CriterionErrors.Show(sign), CriterionErrors.Comparisons(field), "Choose one of them, or correct the type of the field.", sign.Start);
    }

    private Between Range(FieldDefinition field)
    {
        var start = Here.Start;
        var from = Value(field, Here, inList: false);
        if (!Take("and")) throw new CriterionException("'between' needs two values", CriterionErrors.Show(Here), "'and' and the highest value", $"Write '{Written(field)} between {ConditionText.Of(from)} and …'; both ends are included.", Here.Start);
        var to = Value(field, Here, inList: false);
        if (IsReversed(from, to))
        {
            throw new CriterionException(
                "the ends of 'between' are in the wrong order", $"{ConditionText.Of(from)} and {ConditionText.Of(to)}", "the lowest value first", $"Write '{Written(field)} between {ConditionText.Of(to)} and {ConditionText.Of(from)}'.", start);
        }

        return new(field.Name, from, to);
    }

    private ImmutableArray<Operand> List(FieldDefinition field)
    {
        if (!Take("[")) throw new CriterionException("a list stands in square brackets", CriterionErrors.Show(Here), "'['", $"Write '{Written(field)} in [first, second]'.", Here.Start);
        if (Here.Is("]")) throw new CriterionException("the list is empty", "']'", "one or more values", "Write the values with commas between, or 'is blank' for a field without a value.", Here.Start);
        var values = ImmutableArray.CreateBuilder<Operand>();
        do
        {
            var at = Here.Start;
            if (values.Count > 0) conditions++;
            if (conditions > options.MostConditions)
                throw new CriterionException("the rule has too many conditions", $"more than {options.MostConditions}", $"at most {options.MostConditions}, each value of a list counted", "Split the rule into several segments.", at);
            var value = Value(field, Here, inList: true);
            if (values.Any(v => ConditionEquality.SameValue(v, value)))
                throw new CriterionException("the list names a value twice", ConditionText.Of(value), "each value once", "Delete one of them; case does not count.", at);
            values.Add(value);
        }
        while (Take(","));
        return Take("]") ? values.ToImmutable() : throw new CriterionException("a list does not end", CriterionErrors.Show(Here), "',' or ']'", "Close the list; put text with special characters in double quotes.", Here.Start);
    }

    private string Part(FieldDefinition field)
    {
        // What a text contains need not be one of its values.
        return ((TextOperand)Value(field with { Picklist = [] }, tokens[next - 1], inList: false)).Value;
    }

    private Condition Placed(Condition condition, int start) => condition with { Start = start, Length = Reached - start };

    private bool Take(string word)
    {
        if (!Here.Is(word)) return false;
        next++;
        return true;
    }

    private static ComparisonOperator Operator(CriterionToken sign) => sign.Text switch
    {
        "=" => ComparisonOperator.Equal,
        "!=" => ComparisonOperator.NotEqual,
        "<" => ComparisonOperator.Less,
        "<=" => ComparisonOperator.LessOrEqual,
        ">" => ComparisonOperator.Greater,
        _ => ComparisonOperator.GreaterOrEqual,
    };

    private static bool IsReversed(Operand from, Operand to) => (from, to) switch
    {
        (NumberOperand low, NumberOperand high) => low.Value > high.Value,
        (DateOperand low, DateOperand high) => low.Value > high.Value,
        // Months and years differ in length: only what is reversed whatever the as-of date is an error.
        (RelativeDateOperand low, RelativeDateOperand high) => Math.Min(low.Days.Short, low.Days.Long) > Math.Max(high.Days.Short, high.Days.Long),
        _ => false,
    };
}
