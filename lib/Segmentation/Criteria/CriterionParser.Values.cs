namespace Segmentation.Criteria;

/// <summary>Names, values and what is wrong with them.</summary>
internal sealed partial class CriterionParser
{
    private static readonly string[] Joints = ["and", "or"];

    private static string Written(FieldDefinition field) => ConditionText.Name(field.Name);

    /// <summary>Reads a field's name.</summary>
    private FieldDefinition Field()
    {
        var token = Here;
        if (token.Kind is TokenKind.Word or TokenKind.Name && fields.TryGetValue(token.Text, out var field) && !(token.Kind == TokenKind.Word && ConditionText.IsKeyword(token.Text)))
        {
            next++;
            return field;
        }

        const string Expected = "a field";
        if (token.Kind == TokenKind.End) throw new CriterionException("the rule ends too early", "the end", Expected, "Complete the condition, or delete what joins it.", token.Start);
        if (token.Is("otherwise")) throw new CriterionException("'otherwise' stands alone", CriterionErrors.Show(token), Expected, "Write 'otherwise' as the whole rule of a last segment, or leave it out.", token.Start);
        if (token.Is(")")) throw new CriterionException("a parenthesis closes too early", "')'", Expected, "Complete the condition, or delete the parenthesis.", token.Start);
        if (token.Kind == TokenKind.Symbol || ConditionText.IsKeyword(token.Text)) throw new CriterionException("a condition begins with a field", CriterionErrors.Show(token), Expected, "Write the field first: employees >= 1000.", token.Start);
        var spaced = Spaced();
        throw new CriterionException(
            $"{CriterionErrors.Show(token)} is no field that the rule may name", CriterionErrors.Show(token), fields.Count == 0 ? "a declared field, and none is declared" : $"one of {CriterionErrors.List([.. fields.Values.Select(f => f.Name)], options)}",
            token.Kind == TokenKind.Quoted ? "Write a field's name without quotes, or in backquotes where it has spaces."
                : spaced is not null ? $"Write a name with spaces in backquotes: `{spaced}`."
                : AfterText(token) ?? (CriterionErrors.Nearest(token.Text, fields.Values.Select(f => f.Name)) is { } nearest ? $"Write '{ConditionText.Name(nearest)}', or declare the field." : "Declare the field."),
            token.Start);
    }

    /// <summary>The field whose name the next words are, where it has spaces; null where there is none.</summary>
    private string? Spaced()
    {
        var words = string.Empty;
        for (var at = next; tokens[at].Kind == TokenKind.Word; at++)
        {
            words = words.Length == 0 ? tokens[at].Text : $"{words} {tokens[at].Text}";
            if (at > next && fields.TryGetValue(words, out var field)) return field.Name;
        }

        return null;
    }

    /// <summary>The remedy where a word after 'and' may belong to the text before it: <c>industry = Oil and Gas</c>.</summary>
    private string? AfterText(CriterionToken token) => next > 1 && tokens[next - 1].IsAny(Joints) && tokens[next - 2].Kind == TokenKind.Word && tokens[next + 1].Kind is TokenKind.End or TokenKind.Symbol && !IsComparison(tokens[next + 1])
        ? $"Put a text that holds '{tokens[next - 1].Text}' in double quotes: \"{tokens[next - 2].Text} {tokens[next - 1].Text} {token.Text}\"."
        : null;

    /// <summary>Reads the value that a field is compared with.</summary>
    private Operand Value(FieldDefinition field, CriterionToken sign, bool inList)
    {
        var token = Here;
        if (token.Kind == TokenKind.End) throw new CriterionException("the rule ends too early", "the end", Wanted(field), "Complete the comparison.", token.Start);
        if (token.Kind == TokenKind.Symbol || token.IsAny(Joints))
        {
            throw new CriterionException(
                "a value is missing", CriterionErrors.Show(token), Wanted(field),
                token.Is("[") ? $"Write '{Written(field)} in [first, second]' for one of several values." : "Write the value; put text with special characters in double quotes.", token.Start);
        }

        if (token.IsAny("blank", "null", "empty", "not") && !(inList && token.Is("not")))
        {
            throw new CriterionException(
                token.Is("not") ? "'not' stands before a condition, not before a value" : $"{CriterionErrors.Show(token)} is no value", CriterionErrors.Show(token), Wanted(field),
                token.Is("not") ? $"Write '{Written(field)} != …' or '{Written(field)} is not blank'; put text that begins with 'not' in double quotes."
                    : $"Write '{Written(field)} is {(sign.Is("!=") ? "not " : string.Empty)}blank'; put text that says so in double quotes.", token.Start);
        }

        var literal = Literal(field, inList);
        if (field.Type != FieldType.Text && literal.Kind != TokenKind.Quoted && fields.ContainsKey(literal.Text))
            throw new CriterionException("a field is compared with a value, not with another field", CriterionErrors.Show(literal), Wanted(field), "Write a value, or declare a field that holds the difference.", literal.Start);
        var value = LiteralReader.Read(field, literal, options);
        if (field.Type == FieldType.Text && literal.Kind == TokenKind.Word) RefuseBrokenText(field, literal, inList);
        return value;
    }

    private static string Wanted(FieldDefinition field) => field.Type == FieldType.Text ? "a text" : CriterionErrors.Holds(field);

    /// <summary>Takes the tokens of one value: text and dates may have several words.</summary>
    private CriterionToken Literal(FieldDefinition field, bool inList)
    {
        var first = tokens[next++];
        if (first.Kind != TokenKind.Word || field.Type is not (FieldType.Text or FieldType.Date)) return first;
        var words = first.Text;
        while (Here.Kind == TokenKind.Word && (inList || !Here.IsAny(Joints))) words = $"{words} {tokens[next++].Text}";
        return new(TokenKind.Word, words, first.Start, Reached);
    }

    /// <summary>Unquoted text ends before a sign that looks like part of it.</summary>
    private void RefuseBrokenText(FieldDefinition field, CriterionToken literal, bool inList)
    {
        if (Here.Kind == TokenKind.End || Here.IsAny(Joints) || Here.Is(")") || (inList && Here.IsAny(",", "]"))) return;
        throw new CriterionException(
            $"the text {CriterionErrors.Show(literal)} is followed by a sign", CriterionErrors.Show(Here), inList ? "',' or ']'" : "'and', 'or' or the end",
            Here.Is(",") ? $"Write '{Written(field)} in [first, second]' for one of several values; put text that holds a comma in double quotes." : "Put text with special characters in double quotes; join conditions with 'and' or 'or'.", Here.Start);
    }

    private CriterionException GoesOn()
    {
        var before = tokens[next - 1];
        return new(
            "the rule goes on after a complete condition", CriterionErrors.Show(Here), "'and', 'or' or the end",
            Here.Is(")") ? "Delete the parenthesis, or open it before."
                : Here.Is(",") && before.Text.Length > 0 && char.IsAsciiDigit(before.Text[^1]) ? "Write thousands with '_' or not at all: 500_000."
                : Here.Kind == TokenKind.Word && before.Text.Length > 0 && char.IsAsciiDigit(before.Text[^1]) ? "Write the number alone, its unit is the field's; join conditions with 'and' or 'or'."
                : IsComparison(Here) ? "Write a range as '100 <= employees < 1000', or join two conditions with 'and'."
                : "Join conditions with 'and' or 'or'; put text with special characters in double quotes.",
            Here.Start);
    }

    private static bool IsComparison(CriterionToken token) => token.IsAny("=", "!=", "<", "<=", ">", ">=");

    /// <summary>Tells whether a value stands where a field could: <c>100 &lt;= employees</c>.</summary>
    private bool IsLiteral()
    {
        if (Here.Kind != TokenKind.Word || fields.ContainsKey(Here.Text) || !(char.IsAsciiDigit(Here.Text[0]) || Here.Text[0] is '-' || Here.Text.StartsWith("as_of", StringComparison.OrdinalIgnoreCase))) return false;
        var at = next;
        while (tokens[at].Kind == TokenKind.Word) at++;
        return IsComparison(tokens[at]);
    }

    /// <summary>Reads a field between two values, as playbooks write it: <c>100 &lt;= employees &lt; 1000</c>.</summary>
    private AllOf Chain()
    {
        var start = Here.Start;
        var at = next;
        while (!IsComparison(Here)) next++;
        var left = new CriterionToken(TokenKind.Word, string.Join(' ', tokens[at..next].Select(t => t.Text)), start, Reached);
        var first = tokens[next++];
        var name = Here.Start;
        var field = Field();
        if (field.Type is FieldType.Text or FieldType.Flag) RefuseWrongType(field, new(TokenKind.Symbol, "<", first.Start, first.End));
        var reached = Reached;
        var second = Here;
        if (!IsComparison(second))
        {
            throw new CriterionException(
                "a condition begins with its field", CriterionErrors.Show(left), Written(field), $"Write '{Written(field)} {Mirrored(first.Text)} {left.Text}'.", start);
        }

        next++;
        var right = Value(field, second, inList: false);
        var low = LiteralReader.Read(field, left, options);
        var ascending = first.IsAny("<", "<=") && second.IsAny("<", "<=");
        if (!ascending && !(first.IsAny(">", ">=") && second.IsAny(">", ">=")))
            throw new CriterionException("the two comparisons of a range point in different directions", $"{first.Text} and {second.Text}", "< or <= twice, or > or >= twice", $"Write '100 <= {Written(field)} < 1000', or join two conditions with 'and'.", second.Start);
        var (bottom, top) = ascending ? (low, right) : (right, low);
        if (IsReversed(bottom, top) || (ConditionEquality.SameValue(bottom, top) && !(first.Text.Length == 2 && second.Text.Length == 2)))
            throw new CriterionException("no value lies in the range", CriterionErrors.Show(text[start..Reached]), "a lowest value below the highest", "Correct the values or the comparisons.", start);
        conditions++;
        return new AllOf(
        [
            new Compared(field.Name, Operator(first with { Text = Mirrored(first.Text) }), low) { Start = start, Length = reached - start },
            new Compared(field.Name, Operator(second), right) { Start = name, Length = Reached - name },
        ])
        { Start = start, Length = Reached - start };
    }

    private static string Mirrored(string sign) => sign.Replace('<', '\0').Replace('>', '<').Replace('\0', '>');
}
