using System.Collections.Immutable;

namespace Segmentation.Notebooks.Editing.Sql;

/// <summary>The tables of a statement, by the names that it calls them.</summary>
internal static class SqlScope
{
    /// <summary>Returns the tables that a statement reads, by alias or by their own name.</summary>
    public static ImmutableDictionary<string, string> Of(ImmutableArray<SqlToken> statement)
    {
        var found = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        // A list of tables ends where the next clause begins.
        var inTables = false;
        for (var i = 0; i < statement.Length; i++)
        {
            var token = statement[i];
            if (token.Is("from") || token.Is("join") || token.Is("update") || token.Is("into"))
            {
                inTables = true;
                continue;
            }

            if (!token.IsName || !inTables || i == 0 || !(StartsTable(statement[i - 1]) || statement[i - 1].Is(","))) continue;
            var table = token.Text;
            // A table of an attached database is called by both names.
            if (i + 2 < statement.Length && statement[i + 1].Is(".") && statement[i + 2].IsName) table = statement[i += 2].Text;
            if (i + 1 < statement.Length && statement[i + 1].Is("as")) i++;
            var alias = i + 1 < statement.Length && statement[i + 1].IsName ? statement[++i].Text : table;
            found[alias] = table;
            if (i + 1 >= statement.Length || !statement[i + 1].Is(",")) inTables = false;
        }

        return found.ToImmutable();
    }

    /// <summary>Returns the names that a statement gives to queries of its own: <c>with x as (…)</c>.</summary>
    public static IEnumerable<string> Queries(ImmutableArray<SqlToken> statement) => statement.Length == 0 || !statement[0].Is("with") ? []
        : statement.Where((t, i) => t.IsName && i + 2 < statement.Length && statement[i + 1].Is("as") && statement[i + 2].Is("(")).Select(t => t.Text);

    private static bool StartsTable(SqlToken token) => token.Is("from") || token.Is("join") || token.Is("update") || token.Is("into");
}
