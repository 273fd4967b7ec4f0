using System.Globalization;

namespace Segmentation.Criteria;

/// <summary>Cuts a rule's text into tokens; refuses what no rule contains.</summary>
internal static class CriterionTokens
{
    private static readonly (string Found, string Remedy)[] Foreign =
    [
        ("==", "Write '='."), ("<>", "Write '!='."), ("=!", "Write '!='."), ("=>", "Write '>='."), ("=<", "Write '<='."), ("!", "Write 'not', or '!=' between a field and a value."),
        ("&&", "Write 'and'."), ("||", "Write 'or'."), ("≥", "Write '>='."), ("≤", "Write '<='."), ("≠", "Write '!='."),
    ];

    private static readonly string[] Comparisons = ["=", "!=", "<", "<=", ">", ">="];

    /// <summary>Returns the tokens, the last of them the end.</summary>
    /// <exception cref="CriterionException">A character or operator that no rule contains, or a quote that does not end.</exception>
    public static List<CriterionToken> Of(string text, CriterionOptions options)
    {
        if (text.Length > options.LongestText)
            throw new CriterionException("the rule is too long", Count(text.Length), $"at most {Count(options.LongestText)}", "Split it into several segments.", options.LongestText);
        RefuseInvisible(text);
        var tokens = new List<CriterionToken>();
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            tokens.Add(Next(text, at));
            at = tokens[^1].End;
        }

        tokens.Add(new(TokenKind.End, string.Empty, text.Length, text.Length));
        return tokens;
    }

    private static CriterionToken Next(string text, int start)
    {
        var first = text[start];
        if (first == '"') return Enclosed(text, start, TokenKind.Quoted);
        if (first == '`') return Enclosed(text, start, TokenKind.Name);
        if ("()[],".Contains(first, StringComparison.Ordinal)) return new(TokenKind.Symbol, first.ToString(), start, start + 1);
        if ("'‘’“”„«»".Contains(first, StringComparison.Ordinal))
            throw new CriterionException("text is not put in quotes of this kind", CriterionErrors.Show(first.ToString()), "a straight double quote (\"), or no quotes", "Write \"Financial Services\" or Financial Services.", start);
        var end = start;
        if (IsOperator(first))
        {
            while (end < text.Length && IsOperator(text[end])) end++;
            var sign = text[start..end];
            return Comparisons.Contains(sign) ? new(TokenKind.Symbol, sign, start, end) : throw NoOperator(sign, start);
        }

        while (end < text.Length && !EndsWord(text, end)) end++;
        return end > start ? new(TokenKind.Word, text[start..end], start, end) : throw NoOperator(text.Substring(start, 2), start);
    }

    /// <summary>Reads what stands between two quotes; a quote inside is written twice.</summary>
    private static CriterionToken Enclosed(string text, int start, TokenKind kind)
    {
        var quote = text[start];
        var what = kind == TokenKind.Name ? "a field's name in backquotes" : "a text in double quotes";
        for (var end = start + 1; end < text.Length; end++)
        {
            if (text[end] is '\t' or '\r' or '\n') break;
            if (text[end] != quote) continue;
            if (end + 1 < text.Length && text[end + 1] == quote)
            {
                end++;
                continue;
            }

            var content = text[(start + 1)..end].Replace(new string(quote, 2), quote.ToString(), StringComparison.Ordinal);
            return content.Length > 0 ? new(kind, content, start, end + 1)
                : throw new CriterionException($"{what} is empty", $"'{quote}{quote}'", "at least one character", "A field without a value is found with 'is blank'.", start);
        }

        throw new CriterionException($"{what} does not end on its line", CriterionErrors.Show(text[start..]), $"a closing {quote}", $"Close the quote; a {quote} inside is written twice.", start);
    }

    private static bool IsOperator(char letter) => letter is '<' or '>' or '=' or '!' or '≥' or '≤' or '≠';

    private static bool EndsWord(string text, int at) => char.IsWhiteSpace(text[at]) || IsOperator(text[at]) || "()[],\"`".Contains(text[at], StringComparison.Ordinal)
        || (text[at] is '&' or '|' && at + 1 < text.Length && text[at + 1] == text[at]);

    private static CriterionException NoOperator(string found, int start) => new(
        "this is no comparison", $"'{found}'", "one of =, !=, <, <=, >, >=, in, between, contains, is blank",
        Foreign.FirstOrDefault(f => f.Found == found).Remedy ?? "Write one of them; put text with special characters in double quotes.", start);

    /// <summary>A rule is signed as it looks: what cannot be seen must not be in it.</summary>
    private static void RefuseInvisible(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '\t' or '\r' or '\n') continue;
            var category = CharUnicodeInfo.GetUnicodeCategory(text, at);
            if (category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                throw new CriterionException("the rule holds a character that cannot be seen", $"U+{(char.IsSurrogatePair(text, at) ? char.ConvertToUtf32(text, at) : text[at]):X4}", "letters, digits, signs and spaces", "Delete the character, or type the rule again.", at);
            if (char.IsHighSurrogate(text[at])) at++;
        }
    }

    private static string Count(int characters) => string.Create(CultureInfo.InvariantCulture, $"{characters:#,0} characters");
}
