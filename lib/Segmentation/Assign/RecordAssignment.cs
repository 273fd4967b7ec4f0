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

    /// <summary>Gets the records and the values that the rules saw.</summary>
    public required FrameworkRecords Records { get; init; }

    /// <summary>Gets, per record, the zero-based exclusion of the framework that holds; -1 where none does.</summary>
    public required ImmutableArray<int> Exclusion { get; init; }

    /// <summary>Gets the dimensions in the framework's order.</summary>
    public required ImmutableArray<DimensionAssignment> Dimensions { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"{SnakeName.Of(Records.Of)} assigned",
        [Records.Ids.Rename("id"), .. Records.Names is { } names ? [names.Rename("name")] : Array.Empty<Column>(), .. Records.Arr is { } arr ? [arr.Rename("arr")] : Array.Empty<Column>(),
            .. Dimensions.Select(d => Column.Of(d.Dimension.Name, Enumerable.Range(0, Records.Count).Select(d.NameOf)))]);
}
