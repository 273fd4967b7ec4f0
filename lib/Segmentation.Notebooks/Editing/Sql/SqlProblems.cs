using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Segmentation.Notebooks.CSharp;
using SQLitePCL;

namespace Segmentation.Notebooks.Editing.Sql;

/// <summary>What SQLite has to say of statements that were not run: it prepares them over empty tables.</summary>
internal sealed partial class SqlProblems(SessionVariables variables, Func<SqlSchema> session, EditingOptions options)
{
    public IEnumerable<CellProblem> Find(EditedCell cell, EditedPart part)
    {
        var text = part.Text;
        var tokens = SqlTokens.Read(text);
        // What the stretches before this one may bring is not known before they run.
        var earlier = cell.Parts.TakeWhile(p => p != part).SelectMany(p => Words().Matches(p.Text).Select(m => m.Value)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var schema = session();
        using var database = new SchemaDatabase(schema, tokens.Where(t => t.Kind is SqlTokenKind.Word or SqlTokenKind.Quoted).Select(t => t.Text), options.SqlWork);
        var found = new List<CellProblem>();
        foreach (var statement in Statements(tokens))
        {
            if (Prepare(database, schema, text, statement) is not { } problem) continue;
            if (problem.Message is { } message && !earlier.Contains(problem.Token.Text)) found.Add(new CellProblem(problem.Token.Start, problem.Token.End, "SQL", message, IsError: true));
            // The statements after one that fails do not run, and may need what it makes.
            break;
        }

        foreach (var parameter in tokens.Where(t => t.Kind == SqlTokenKind.Parameter && !variables.TryGet(t.Text[1..], out _) && !earlier.Contains(t.Text[1..])))
        {
            found.Add(new CellProblem(parameter.Start, parameter.End, "SQL", $"There is no C# variable '{parameter.Text[1..]}' for '{parameter.Text}': run the cell that declares it first", IsError: true));
        }

        return found;
    }

    // Null where the statement is good; no message where nobody can tell without running it.
    private static (SqlToken Token, string? Message)? Prepare(SchemaDatabase database, SqlSchema schema, string text, ImmutableArray<SqlToken> statement)
    {
        var code = Encoding.UTF8.GetBytes(text[statement[0].Start..statement[^1].End]);
        var result = raw.sqlite3_prepare_v2(database.Handle, code.AsSpan(), out var prepared, out _);
        using (prepared)
        {
            if (result == raw.SQLITE_OK)
            {
                // What comes after may need the table that this one makes; it holds nothing, and makes nothing but that.
                if (statement[0].Is("create") || statement[0].Is("drop") || statement[0].Is("alter")) raw.sqlite3_step(prepared);
                return null;
            }
        }

        var message = raw.sqlite3_errmsg(database.Handle).utf8_to_string();
        var blamed = Blamed().Match(message) is { Success: true } match ? match.Groups["token"].Value : null;
        // Databases are not attached here.
        if (result == raw.SQLITE_AUTH || message.StartsWith("unknown database", StringComparison.Ordinal) || (message.StartsWith("no such table", StringComparison.Ordinal) && blamed?.Contains('.') == true)) return (statement[0], null);
        var token = statement.FirstOrDefault(t => blamed is not null && string.Equals(t.Text, blamed.Split('.')[^1], StringComparison.OrdinalIgnoreCase));
        // Nothing to blame: what is missing is missing at the end.
        return (token.End > 0 ? token : statement[^1], message + Remedy(database, schema, message, statement));
    }

    private static string Remedy(SchemaDatabase database, SqlSchema schema, string message, ImmutableArray<SqlToken> statement) =>
        message.StartsWith("no such table", StringComparison.Ordinal)
            ? $". Tables: {string.Join(", ", schema.Names.Concat(database.Tables()).Distinct(StringComparer.OrdinalIgnoreCase).DefaultIfEmpty("none yet; run the cell that opens the workspace first"))}"
        : message.StartsWith("no such column", StringComparison.Ordinal)
            ? string.Concat(SqlScope.Of(statement).Values.Distinct(StringComparer.OrdinalIgnoreCase).Select(t => (Table: t, Columns: database.Columns(t))).Where(t => t.Columns.Length > 0).Select(t => $". {t.Table} has: {string.Join(", ", t.Columns.Select(c => c.Name))}"))
        : string.Empty;

    private static IEnumerable<ImmutableArray<SqlToken>> Statements(ImmutableArray<SqlToken> tokens)
    {
        var statement = ImmutableArray.CreateBuilder<SqlToken>();
        foreach (var token in tokens.Where(t => t.Kind != SqlTokenKind.Comment))
        {
            // A semicolon inside a trigger ends no statement; triggers are rare enough to be left to SQLite when they run.
            if (token.Is("trigger")) yield break;
            if (!token.Is(";")) statement.Add(token);
            else if (statement.Count > 0) yield return statement.DrainToImmutable();
        }

        if (statement.Count > 0) yield return statement.ToImmutable();
    }

    [GeneratedRegex("""(near "|no such (column|table|function): |ambiguous column name: |misuse of aggregate( function)?:? |misuse of window function |wrong number of arguments to function |no column named |unrecognized token: ")(?<token>[^"\s(]+)""")]
    private static partial Regex Blamed();

    [GeneratedRegex(@"[\p{L}_][\p{L}\p{N}_]*")]
    private static partial Regex Words();
}
