using System.Collections.Immutable;

namespace Segmentation.Notebooks.Editing.Sql;

/// <summary>Divides SQL text into its pieces, whatever state it is in.</summary>
internal static class SqlTokens
{
    /// <summary>Returns the pieces in order, comments too.</summary>
    public static ImmutableArray<SqlToken> Read(string text)
    {
        var tokens = ImmutableArray.CreateBuilder<SqlToken>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var token = One(text, at);
            tokens.Add(token);
            at = token.End;
        }

        return tokens.ToImmutable();
    }

    /// <summary>Returns the pieces of the statement that an offset is in, without comments.</summary>
    public static ImmutableArray<SqlToken> Statement(ImmutableArray<SqlToken> tokens, int position)
    {
        var start = tokens.LastOrDefault(t => t.Is(";") && t.End <= position).End;
        var end = tokens.FirstOrDefault(t => t.Is(";") && t.Start >= position) is { End: > 0 } semicolon ? semicolon.Start : int.MaxValue;
        return [.. tokens.Where(t => t.Start >= start && t.End <= end && t.Kind != SqlTokenKind.Comment)];
    }

    private static SqlToken One(string text, int at)
    {
        var next = at + 1 < text.Length ? text[at + 1] : '\0';
        switch (text[at])
        {
            case '-' when next == '-':
                var line = text.IndexOf('\n', at);
                return new SqlToken(SqlTokenKind.Comment, at, line < 0 ? text.Length : line, string.Empty, line < 0);
            case '/' when next == '*':
                var close = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                return new SqlToken(SqlTokenKind.Comment, at, close < 0 ? text.Length : close + 2, string.Empty, close < 0);
            case '\'': return Quoted(text, at, '\'', SqlTokenKind.Text);
            case '"' or '`': return Quoted(text, at, text[at], SqlTokenKind.Quoted);
            case '[': return Quoted(text, at, ']', SqlTokenKind.Quoted);
        }

        var end = at + 1;
        if (text[at] is '@' || IsNameStart(text[at]))
        {
            while (end < text.Length && IsNamePart(text[end])) end++;
            return new SqlToken(text[at] == '@' ? SqlTokenKind.Parameter : SqlTokenKind.Word, at, end, text[at..end]);
        }

        if (!char.IsAsciiDigit(text[at])) return new SqlToken(SqlTokenKind.Sign, at, end, text[at..end]);
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '.')) end++;
        return new SqlToken(SqlTokenKind.Number, at, end, text[at..end]);
    }

    private static SqlToken Quoted(string text, int at, char close, SqlTokenKind kind)
    {
        for (var end = at + 1; end < text.Length; end++)
        {
            if (text[end] != close) continue;
            if (close != ']' && end + 1 < text.Length && text[end + 1] == close) end++;
            else return new SqlToken(kind, at, end + 1, text[(at + 1)..end].Replace($"{close}{close}", close.ToString(), StringComparison.Ordinal));
        }

        return new SqlToken(kind, at, text.Length, text[(at + 1)..], IsOpen: true);
    }

    private static bool IsNameStart(char c) => c == '_' || c > '\x7f' || char.IsAsciiLetter(c);

    private static bool IsNamePart(char c) => IsNameStart(c) || char.IsAsciiDigit(c) || c == '$';
}
