using Segmentation.Criteria;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Framework;

/// <summary>The records that a framework divides, with the values of the fields that its rules name, as they were on one date.</summary>
public sealed record FrameworkRecords
{
    /// <summary>Gets what the records are: <see cref="EntityKind.Accounts"/> or <see cref="EntityKind.Contacts"/>.</summary>
    public required EntityKind Of { get; init; }

    /// <summary>Gets the date of the values, from which relative dates count.</summary>
    public required DateTime AsOf { get; init; }

    /// <summary>Gets the ids, length n; unique.</summary>
    public required TextColumn Ids { get; init; }

    /// <summary>Gets the names, length n; personal. Null where the export has none.</summary>
    public TextColumn? Names { get; init; }

    /// <summary>Gets who looks after each record, as a name where users are known; null where the export does not say.</summary>
    public TextColumn? Owners { get; init; }

    /// <summary>Gets the ARR of each record in the workspace's currency, length n; for contacts that of their account. Null where the exports hold none.</summary>
    public NumberColumn? Arr { get; init; }

    /// <summary>Gets one column a field of the framework, under the field's name and of its type; n rows.</summary>
    public required Table Fields { get; init; }

    /// <summary>Gets the number of records n.</summary>
    public int Count => Ids.Length;

    /// <summary>Returns the records of a workspace.</summary>
    /// <param name="workspace">The workspace, cleaned.</param>
    /// <param name="framework">The framework; the fields it declares for <paramref name="of"/> are looked up.</param>
    /// <param name="of">Accounts or contacts.</param>
    /// <param name="asOf">The date of the values; the workspace's where null. For an earlier date ARR and usage come from their history, and every other field is
    /// as the export has it today.</param>
    /// <exception cref="WorkspaceException">A declared field has no column; the message lists what there is.</exception>
    public static FrameworkRecords Take(Workspace workspace, SegmentationFramework framework, EntityKind of, DateTime? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(framework);
        var export = workspace.Require(of);
        var columns = framework.Fields.Where(f => f.Of == of).Select(f => Find(workspace, export, f.Definition)).ToArray();
        return new FrameworkRecords
        {
            Of = of,
            AsOf = asOf ?? workspace.AsOf,
            Ids = (TextColumn)export.Require(of == EntityKind.Accounts ? Role.AccountId : Role.ContactId),
            Names = export.Find(of == EntityKind.Accounts ? Role.AccountName : Role.FullName) as TextColumn,
            Owners = export.Find(Role.OwnerName) as TextColumn,
            Arr = of == EntityKind.Accounts ? workspace.AccountArr : null,
            Fields = new Table(SnakeName.Of(of), columns),
        };
    }

    private static Column Find(Workspace workspace, Export export, FieldDefinition field)
    {
        var column = field.Column is { } named ? export.Table.Find(named)
            : field.Name == "arr" && export.Kind == EntityKind.Accounts ? workspace.AccountArr
            : SnakeName.Parse<Role>(field.Name) is { } role && export.Find(role) is { } played ? played
            : export.Table.Find(field.Name);
        return column?.Rename(field.Name) ?? throw new WorkspaceException(
            $"the framework's field '{field.Name}' has no column", string.Join(", ", export.Table.Columns.Select(c => $"'{c.Name}'")), "a column of that name", "Name the column in framework.yaml.", export.File);
    }
}
