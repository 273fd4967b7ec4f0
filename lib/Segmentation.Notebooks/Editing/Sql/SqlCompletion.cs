using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Notebooks.CSharp;
using Segmentation.Notebooks.Formatting;
using Segmentation.Notebooks.Sql;
using Segmentation.Tables;

namespace Segmentation.Notebooks.Editing.Sql;

/// <summary>Finds the ways to go on at a cursor in SQL: columns of the tables of its statement, tables, functions, keywords, and C# variables as parameters.</summary>
internal sealed class SqlCompletion(SessionVariables variables, Func<SqlSchema> session, FormatOptions format, EditingOptions options)
{
    public Completions Complete(EditedPart part, int position)
    {
        var text = part.Text;
        var tokens = SqlTokens.Read(text);
        var nothing = new Completions(position, position, []);
        var at = tokens.FirstOrDefault(t => t.Start < position && (position < t.End || (position == t.End && (t.IsOpen || t.Kind is SqlTokenKind.Word or SqlTokenKind.Parameter or SqlTokenKind.Number))));
        if (at.Kind is SqlTokenKind.Text or SqlTokenKind.Comment or SqlTokenKind.Number && at.End > 0) return nothing;
        var inName = at.End > 0 && at.Kind is SqlTokenKind.Word or SqlTokenKind.Quoted or SqlTokenKind.Parameter;
        var (start, end) = inName ? (at.Start, at.IsOpen ? position : at.End) : (position, position);
        var typed = text[start..position].TrimStart('"', '`', '[');
        if (at.Kind == SqlTokenKind.Parameter) return new Completions(start, end, Candidates.Choose(Parameters(), typed[1..], options.MostCompletions));

        // Without the name at the cursor, which may be half of one.
        var statement = SqlTokens.Statement([.. tokens.Where(t => !inName || t.Start != start)], position);
        var before = statement.Where(t => t.End <= start).ToArray();
        var schema = session();
        using var database = new SchemaDatabase(schema, statement.Where(t => t.Kind is SqlTokenKind.Word or SqlTokenKind.Quoted).Select(t => t.Text), options.SqlWork);
        var scope = SqlScope.Of(statement);
        var candidates = before is [.., var owner, { Text: "." }] && owner.Kind is SqlTokenKind.Word or SqlTokenKind.Quoted
            ? Columns(schema, database, scope.GetValueOrDefault(owner.Text, owner.Text))
            : before is [.., var last] && (last.Is("from") || last.Is("join") || last.Is("into") || last.Is("update") || last.Is("table"))
                ? TableNames(schema, database, statement)
                : scope.Values.Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(t => Columns(schema, database, t))
                    .Concat(scope.Where(s => s.Key != s.Value).Select(s => new Candidate(s.Key, CompletionKind.Table, CandidateGroup.Local, () => $"{s.Value} in this statement")))
                    .Concat(TableNames(schema, database, statement))
                    .Concat(SqlWords.Functions.Select(f => new Candidate(f.Key, CompletionKind.Method, CandidateGroup.Member, () => f.Value.Call)))
                    .Concat(Keywords(typed));
        return new Completions(start, end, Candidates.Choose(candidates, typed, options.MostCompletions));
    }

    // In the case in which the writer writes.
    private static IEnumerable<Candidate> Keywords(string typed)
    {
        var upper = typed.Length > 0 && typed.All(char.IsAsciiLetterUpper);
        return SqlWords.Keywords.Select(k => new Candidate(upper ? k.ToUpperInvariant() : k, CompletionKind.Keyword, CandidateGroup.Keyword));
    }

    private static IEnumerable<Candidate> Columns(SqlSchema schema, SchemaDatabase database, string table)
    {
        var source = schema.Find(table);
        return database.Columns(table).Select(c => new Candidate(
            c.Name, CompletionKind.Column, CandidateGroup.Expected, () => source?.Find(c.Name) is { } column ? $"{column.Type} of {table}" : $"{c.Type} of {table}".TrimStart(), Spelled(c.Name)));
    }

    private static IEnumerable<Candidate> TableNames(SqlSchema schema, SchemaDatabase database, ImmutableArray<SqlToken> statement) =>
        schema.Names.Select(n => new Candidate(n, CompletionKind.Table, CandidateGroup.Session, () => Size(schema.Find(n)), Spelled(n)))
            .Concat(database.Tables().Select(n => new Candidate(n, CompletionKind.Table, CandidateGroup.Session, () => "made by SQL", Spelled(n))))
            .Concat(SqlScope.Queries(statement).Select(n => new Candidate(n, CompletionKind.Table, CandidateGroup.Local, () => "of this statement", Spelled(n))));

    private static string? Size(Table? table) => table is null ? null : string.Create(CultureInfo.InvariantCulture, $"{table.RowCount:#,0} rows × {table.Columns.Length} columns");

    private IEnumerable<Candidate> Parameters() => variables.Names
        .Select(n => (Name: n, Value: variables.TryGet(n, out var value) ? value : null))
        .Where(v => v.Value is not null && ShortText.IsScalar(v.Value))
        .Select(v => new Candidate(v.Name, CompletionKind.Variable, CandidateGroup.Session, () => VariablePreview.Of(v.Value, format, options.LongestValue), "@" + v.Name));

    // A name that is a keyword, or holds what no bare name may, stands in quotes.
    private static string? Spelled(string name) =>
        SqlTokens.Read(name) is [{ Kind: SqlTokenKind.Word } only] && only.End == name.Length && !SqlWords.IsReserved(name) ? null : SqlText.Quote(name);
}
