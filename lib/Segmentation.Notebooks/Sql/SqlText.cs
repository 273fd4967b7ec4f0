namespace Segmentation.Notebooks.Sql;

/// <summary>Reads SQL as far as it takes to know which names it mentions.</summary>
internal static class SqlText
{
    public static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    /// <summary>Returns the distinct names in the text: bare, or quoted as <c>"x"</c>, <c>[x]</c> or <c>`x`</c>; not in strings and comments.</summary>
    public static IReadOnlyCollection<string> Names(string sql)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < sql.Length;)
        {
            var c = sql[i];
            if (c == '-' && Next(sql, i) == '-') i = End(sql, "\n", i + 2);
            else if (c == '/' && Next(sql, i) == '*') i = End(sql, "*/", i + 2);
            else if (c is '\'' or '"' or '`' or '[')
            {
                var close = c == '[' ? ']' : c;
                var (text, after) = Quoted(sql, i + 1, close);
                if (c != '\'') names.Add(text);
                i = after;
            }
            else if (IsNameStart(c))
            {
                var start = i;
                while (i < sql.Length && (IsNameStart(sql[i]) || char.IsAsciiDigit(sql[i]) || sql[i] == '$')) i++;
                names.Add(sql[start..i]);
            }
            else i++;
        }

        return names;
    }

    private static char Next(string sql, int i) => i + 1 < sql.Length ? sql[i + 1] : '\0';

    private static int End(string sql, string mark, int from) => sql.IndexOf(mark, Math.Min(from, sql.Length), StringComparison.Ordinal) is var at and >= 0 ? at + mark.Length : sql.Length;

    private static bool IsNameStart(char c) => c == '_' || c > '\x7f' || char.IsAsciiLetter(c);

    private static (string Text, int After) Quoted(string sql, int from, char close)
    {
        var text = new System.Text.StringBuilder();
        for (var i = from; i < sql.Length; i++)
        {
            if (sql[i] != close) text.Append(sql[i]);
            else if (close != ']' && Next(sql, i) == close) text.Append(sql[i++]);
            else return (text.ToString(), i + 1);
        }

        return (text.ToString(), sql.Length);
    }
}
