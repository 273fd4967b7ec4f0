using System.Collections.Immutable;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Assign;

/// <summary>The accounts, or the contacts, each with its segment in every dimension.</summary>
public sealed record RecordAssignment : Result
{
    /// <inheritdoc/>
    public override string ResultName => $"assigned-{SnakeName.Of(Records.Of)}";

    /// <summary>Gets the framework that was run.</summary>
    public required SegmentationFramework Framework { get; init; }

    /// <summary>Gets the records and the values that the rules saw.</summary>
    public required FrameworkRecords Records { get; init; }

    /// <summary>Gets, per record, the zero-based exclusion of the framework that holds; -1 where none does.</summary>
    public required ImmutableArray<int> Exclusion { get; init; }

    /// <summary>Gets, per record, the first zero-based exclusion of the framework that a blank keeps open; -1 where none is, or one holds. Such a record is not excluded.</summary>
    public required ImmutableArray<int> OpenExclusion { get; init; }

    /// <summary>Gets the dimensions in the framework's order.</summary>
    public required ImmutableArray<DimensionAssignment> Dimensions { get; init; }

    /// <summary>Returns the name of a record's combination by the framework's naming convention: <c>Industry: Technology | Size: Mid-Market</c>.</summary>
    /// <param name="row">Zero-based record.</param>
    public string CombinationOf(int row) => Framework.Naming.Name(Dimensions.Select(d => (d.Dimension.Label, d.NameOf(row))));

    /// <summary>Returns one row a record: id, name, ARR, owner, the exclusion that holds, its segment in each dimension, and the combination.</summary>
    public override Table ToTable()
    {
        var rows = Enumerable.Range(0, Records.Count);
        Column?[] columns =
        [
            Records.Ids.Rename("id"),
            Records.Names?.Rename("name"),
            Records.Arr?.Rename("arr"),
            Records.Owners?.Rename("owner"),
            Column.Of("excluded by", Exclusion.Select(e => e < 0 ? null : Framework.Exclusions[e].Name)),
            .. Dimensions.Select(d => Column.Of(d.Dimension.Name, rows.Select(d.NameOf))),
            Column.Of("combination", rows.Select(CombinationOf)),
        ];
        return new Table($"{SnakeName.Of(Records.Of)} assigned", Distinct(columns.OfType<Column>()));
    }

    /// <summary>Returns the columns under names that are unique without regard to case: a dimension may be called as another column is.</summary>
    internal static IEnumerable<Column> Distinct(IEnumerable<Column> columns)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var column in columns)
        {
            var name = column.Name;
            for (var i = 2; !taken.Add(name); i++) name = FormattableString.Invariant($"{column.Name} {i}");
            yield return name == column.Name ? column : column.Rename(name);
        }
    }
}
