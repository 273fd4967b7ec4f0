using Segmentation.Criteria;
using Segmentation.Load;
using Segmentation.Tables;
using Segmentation.Text;

namespace Segmentation.Framework;

/// <summary>Finds the column behind each field that a framework declares, and holds it against the declared type.</summary>
internal sealed class RecordFields(RecordSources sources, SegmentationFramework framework)
{
    /// <summary>What a contact's field begins with where its account holds it.</summary>
    private const string ThroughAccount = "account.";

    /// <summary>Most names that an error offers.</summary>
    private const int Offered = 5;

    private readonly DerivedFieldValues derived = new(sources);
    private int[]? accountOf;

    /// <summary>Returns the values of a field, aligned with the rows of its export, under the field's name; and where they come from.</summary>
    /// <exception cref="WorkspaceException">No column holds the field, or one of another type does.</exception>
    public (Column Values, string Source) Of(EntityKind of, FieldDefinition field)
    {
        if (of == EntityKind.Contacts && field.Name.StartsWith(ThroughAccount, StringComparison.OrdinalIgnoreCase)) return OfAccount(field);
        var (column, source) = Find(of, field);
        return (Typed(of, field, column), source);
    }

    /// <summary>Returns the account row of each contact; -1 for orphans.</summary>
    /// <exception cref="WorkspaceException">The contacts do not say which account they belong to.</exception>
    public int[] AccountOfContacts() => accountOf ??= sources.AccountsOf(sources.Export(EntityKind.Contacts).Require(Role.AccountId));

    private (Column Values, string Source) OfAccount(FieldDefinition field)
    {
        var name = field.Name[ThroughAccount.Length..];
        var declared = framework.Fields.FirstOrDefault(f => f.Of == EntityKind.Accounts && f.Definition.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Definition;
        var (values, source) = Of(EntityKind.Accounts, field with { Name = name, Column = field.Column ?? declared?.Column });
        return (values.Take(AccountOfContacts()).Rename(field.Name), $"the contact's account: {source}");
    }

    private (Column Column, string Source) Find(EntityKind of, FieldDefinition field)
    {
        var export = sources.Export(of);
        if (field.Column is { } named)
            return export.Table.Find(named) is { } column ? Found(column) : throw Missing(of, field, named, $"the column '{named}' of the framework's field '{field.Name}' is not there");
        if (DerivedField.Find(of, field.Name) is { } known && derived.Of(of, known.Name) is { } reckoned)
            return (reckoned, of == EntityKind.Accounts && known.Name == "arr" ? sources.ArrSource ?? "ARR" : $"derived: {known.Meaning}");
        if (SnakeName.Parse<Role>(field.Name.ToLowerInvariant()) is { } role && export.Find(role) is { } played) return Found(played);
        var key = HeaderKey.Of(field.Name);
        return (export.Table.Find(field.Name) ?? export.Table.Columns.FirstOrDefault(c => key.Length > 0 && HeaderKey.Of(c.Name) == key)) is { } called
            ? Found(called)
            : throw Missing(of, field, field.Name, $"the framework's field '{field.Name}' has no column");

        (Column, string) Found(Column column) => (column, $"column '{column.Name}' of {export.File}");
    }

    private Column Typed(EntityKind of, FieldDefinition field, Column column)
    {
        var expected = field.Type switch
        {
            FieldType.Number or FieldType.Whole => ColumnType.Number,
            FieldType.Date => ColumnType.Date,
            FieldType.Flag => ColumnType.Boolean,
            _ => ColumnType.Text,
        };
        if (column.Type == expected) return column.Rename(field.Name);

        // A column without a value has no type of its own: the field is blank everywhere, whatever it was declared as.
        if (column.NullCount == column.Length) return Blank(field.Name, expected, column);
        var file = sources.Export(of).File;
        throw new WorkspaceException(
            $"the framework's field '{field.Name}' is declared as {SnakeName.Of(field.Type)} but column '{column.Name}' holds another type",
            SnakeName.Of(column.Type),
            SnakeName.Of(expected),
            $"Declare the field as the column is, name another column in framework.yaml (fields: {{{SnakeName.Of(of)}: {{{field.Name}: {{column: <column>}}}}}}), or have the column read as {SnakeName.Of(expected)} under 'columns' in workspace.yaml.",
            file);
    }

    private static Column Blank(string name, ColumnType type, Column of)
    {
        Column blank = type switch
        {
            ColumnType.Number => Column.Of(name, new double?[of.Length]),
            ColumnType.Date => Column.Of(name, new DateTime?[of.Length]),
            ColumnType.Boolean => Column.Of(name, new bool?[of.Length]),
            _ => Column.Of(name, new string?[of.Length]),
        };
        return blank.AsPersonal(of.IsPersonal);
    }

    private WorkspaceException Missing(EntityKind of, FieldDefinition field, string looked, string subject)
    {
        var export = sources.Export(of);
        var names = export.Table.Columns.Select(c => c.Name);
        if (field.Column is null) names = export.Roles.Select(r => SnakeName.Of(r.Role)).Concat(DerivedField.All.Where(f => f.Of == of).Select(f => f.Name)).Concat(names);
        var nearest = names.Distinct(StringComparer.OrdinalIgnoreCase).Select(n => (Name: n, Edits: EditDistance.Damerau(Folding.Fold(looked), Folding.Fold(n))))
            .OrderBy(n => n.Edits).ThenBy(n => n.Name, StringComparer.Ordinal).Take(Offered).Select(n => $"'{n.Name}'").ToArray();
        var needs = field.Column is null ? DerivedField.Find(of, field.Name) : null;
        return new WorkspaceException(
            needs is null ? subject : $"the framework's field '{field.Name}' cannot be reckoned",
            nearest.Length == 0 ? "no columns" : $"the nearest names {string.Join(", ", nearest)}",
            needs is null ? field.Column is null ? "a role, a derived field or a column of that name" : "a column of that name" : needs.Needs,
            $"Name the column in framework.yaml: fields: {{{SnakeName.Of(of)}: {{{field.Name}: {{column: <column>}}}}}}, or remove the field and the rules that use it.",
            export.File);
    }
}
