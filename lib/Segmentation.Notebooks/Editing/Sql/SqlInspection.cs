using System.Globalization;
using Segmentation.Notebooks.CSharp;
using Segmentation.Notebooks.Formatting;
using Segmentation.Tables;

namespace Segmentation.Notebooks.Editing.Sql;

/// <summary>Tells what a name in SQL stands for.</summary>
internal sealed class SqlInspection(SessionVariables variables, Func<SqlSchema> session, FormatOptions format, EditingOptions options)
{
    public Inspection? Inspect(EditedPart part, int position)
    {
        var tokens = SqlTokens.Read(part.Text);
        var at = tokens.FirstOrDefault(t => t.Start <= position && position <= t.End && t.Kind is SqlTokenKind.Word or SqlTokenKind.Quoted or SqlTokenKind.Parameter);
        if (at.End == 0) return null;
        if (at.Kind == SqlTokenKind.Parameter)
        {
            return variables.TryGet(at.Text[1..], out var value)
                ? new Inspection(at.Start, at.End, at.Text, "The present value of the C# variable of that name.", VariablePreview.Of(value, format, options.LongestValue)) : null;
        }

        var statement = SqlTokens.Statement(tokens, position);
        var scope = SqlScope.Of(statement);
        var schema = session();
        var index = statement.IndexOf(at);
        if (index >= 2 && statement[index - 1].Is(".") && scope.TryGetValue(statement[index - 2].Text, out var owner)) return Column(schema, owner, at);
        var isCall = index + 1 < statement.Length && statement[index + 1].Is("(");
        if (isCall && SqlWords.Functions.TryGetValue(at.Text, out var function)) return new Inspection(at.Start, at.End, function.Call, function.Returns, null);
        if (schema.Find(scope.GetValueOrDefault(at.Text, at.Text)) is { } table && (scope.ContainsKey(at.Text) || !scope.Values.Any(t => schema.Find(t)?.Find(at.Text) is not null))) return Table(schema, scope.GetValueOrDefault(at.Text, at.Text), table, at);
        return scope.Values.Select(t => Column(schema, t, at)).FirstOrDefault(c => c is not null)
            ?? (SqlWords.Functions.TryGetValue(at.Text, out var named) ? new Inspection(at.Start, at.End, named.Call, named.Returns, null) : null);
    }

    private static Inspection Table(SqlSchema schema, string name, Table table, SqlToken at)
    {
        var columns = string.Join('\n', table.Columns.Select(c => $"{c.Name}: {Describe(c)}"));
        return new Inspection(
            at.Start, at.End, string.Create(CultureInfo.InvariantCulture, $"table {name}: {table.RowCount:#,0} rows × {table.Columns.Length} columns"),
            $"From the C# variable '{schema.From(name)}'.\n\n{columns}", null);
    }

    private static Inspection? Column(SqlSchema schema, string table, SqlToken at) => schema.Find(table)?.Find(at.Text) is { } column
        ? new Inspection(at.Start, at.End, $"column {column.Name} of {table}", Describe(column), null) : null;

    private static string Describe(Column column)
    {
        var filled = column.Length - column.NullCount;
        var distinct = column is TextColumn text ? string.Create(CultureInfo.InvariantCulture, $", {text.Dictionary.Length:#,0} different at most") : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"{column.Type}, {filled:#,0} of {column.Length:#,0} filled{distinct}{(column.IsPersonal ? ", personal" : string.Empty)}");
    }
}
