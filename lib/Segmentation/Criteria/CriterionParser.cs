using System.Collections.Immutable;
using System.Globalization;

namespace Segmentation.Criteria;

/// <summary>Reads a criterion: or, and, not, then comparisons; recursive descent over tokens.</summary>
internal sealed class CriterionParser
{
    private readonly string text;
    private readonly Dictionary<string, FieldDefinition> fields;
    private readonly List<(string Text, int Start, bool Quoted)> tokens = [];
    private int next;

    public CriterionParser(string text, IReadOnlyCollection<FieldDefinition> fields)
    {
        this.text = text;
        this.fields = fields.ToDictionary(f => f.Name, StringComparer.OrdinalIgnoreCase);
        Split();
    }

    public Criterion Parse()
    {
        var root = Or();
        if (next < tokens.Count) throw Unexpected("'and', 'or' or the end");
        return new Criterion(text, root);
    }

    private void Split()
    {
        var at = 0;
        while (at < text.Length)
        {
            var start = at;
            if (char.IsWhiteSpace(text[at])) { at++; continue; }
            if (text[at] == '"')
            {
                var end = text.IndexOf('"', at + 1);
                if (end < 0) throw new CriterionException("a quoted value does not end", text[at..], "a closing quote", "Close the quote.", at);
                tokens.Add((text[(at + 1)..end], start, true));
                at = end + 1;
            }
            else if ("()[],".Contains(text[at], StringComparison.Ordinal)) tokens.Add((text[at++].ToString(), start, false));
            else if ("<>=!".Contains(text[at], StringComparison.Ordinal))
            {
                while (at < text.Length && "<>=!".Contains(text[at], StringComparison.Ordinal)) at++;
                tokens.Add((text[start..at], start, false));
            }
            else
            {
                while (at < text.Length && !char.IsWhiteSpace(text[at]) && !"()[],<>=!\"".Contains(text[at], StringComparison.Ordinal)) at++;
                tokens.Add((text[start..at], start, false));
            }
        }
    }

    private bool Take(string word)
    {
        if (next >= tokens.Count || tokens[next].Quoted || !tokens[next].Text.Equals(word, StringComparison.OrdinalIgnoreCase)) return false;
        next++;
        return true;
    }

    private void Need(string word)
    {
        if (!Take(word)) throw Unexpected($"'{word}'");
    }

    private string Word(string expected) => next < tokens.Count ? tokens[next++].Text : throw Unexpected(expected);

    private CriterionException Unexpected(string expected) => next < tokens.Count
        ? new("the rule cannot be read here", $"'{tokens[next].Text}'", expected, "Correct the rule.", tokens[next].Start)
        : new("the rule ends too early", "the end", expected, "Complete the rule.", text.Length);

    private Condition Or()
    {
        var parts = new List<Condition> { And() };
        while (Take("or")) parts.Add(And());
        return parts is [var only] ? only : new AnyOf([.. parts]);
    }

    private Condition And()
    {
        var parts = new List<Condition> { Not() };
        while (Take("and")) parts.Add(Not());
        return parts is [var only] ? only : new AllOf([.. parts]);
    }

    private Condition Not()
    {
        if (Take("not")) return new NotOf(Not());
        if (Take("otherwise")) return new Always();
        if (!Take("(")) return Atom();
        var inner = Or();
        Need(")");
        return inner;
    }

    private Condition Atom()
    {
        var place = next;
        var name = Word("a field");
        if (!fields.TryGetValue(name, out var field))
        {
            next = place;
            throw Unexpected($"a field: one of {string.Join(", ", fields.Keys)}");
        }

        if (Take("is"))
        {
            var negated = Take("not");
            Need("blank");
            return negated ? new NotOf(new IsBlank(field.Name)) : new IsBlank(field.Name);
        }

        if (Take("not"))
        {
            if (Take("contains")) return new NotOf(new Contains(field.Name, Word("a text")));
            if (Take("between")) return new NotOf(Range(field));
            Need("in");
            return new NotOf(new OneOf(field.Name, List(field)));
        }

        if (Take("between")) return Range(field);
        if (Take("in")) return new OneOf(field.Name, List(field));
        if (Take("contains")) return new Contains(field.Name, Word("a text"));
        ComparisonOperator? comparison = Take("=") ? ComparisonOperator.Equal : Take("!=") ? ComparisonOperator.NotEqual : Take("<=") ? ComparisonOperator.LessOrEqual : Take("<") ? ComparisonOperator.Less
            : Take(">=") ? ComparisonOperator.GreaterOrEqual : Take(">") ? ComparisonOperator.Greater : null;
        return new Compared(field.Name, comparison ?? throw Unexpected("a comparison"), Value(field));
    }

    private Between Range(FieldDefinition field)
    {
        var from = Value(field);
        Need("and");
        return new Between(field.Name, from, Value(field));
    }

    private ImmutableArray<Operand> List(FieldDefinition field)
    {
        Need("[");
        var values = ImmutableArray.CreateBuilder<Operand>();
        do values.Add(Value(field));
        while (Take(","));
        Need("]");
        return values.ToImmutable();
    }

    private Operand Value(FieldDefinition field)
    {
        var place = next;
        if (field.Type == FieldType.Date && Take("as_of"))
        {
            if (!Take("-") && !Take("+")) return new RelativeDateOperand(0, DateUnit.Days);
            var sign = tokens[next - 1].Text == "-" ? -1 : 1;
            var amount = int.Parse(Word("a number"), CultureInfo.InvariantCulture);
            return new RelativeDateOperand(sign * amount, Enum.Parse<DateUnit>(Word("days, weeks, months or years"), ignoreCase: true));
        }

        var word = Word("a value");
        while (field.Type == FieldType.Text && !tokens[place].Quoted && next < tokens.Count && !tokens[next].Quoted && tokens[next].Text is not ("and" or "or" or ")" or "]" or ",")) word += " " + tokens[next++].Text;
        switch (field.Type)
        {
            case FieldType.Text: return new TextOperand(word);
            case FieldType.Flag when bool.TryParse(word, out var flag): return new FlagOperand(flag);
            case FieldType.Number or FieldType.Whole when double.TryParse(word.Replace("_", string.Empty, StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number): return new NumberOperand(number);
            case FieldType.Date when DateTime.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date): return new DateOperand(date);
        }

        next = place;
        throw Unexpected($"a value for {field.Name}");
    }
}
