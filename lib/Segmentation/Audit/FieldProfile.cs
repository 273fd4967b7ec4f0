using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>What one field of one export holds.</summary>
/// <param name="Table">What the export holds.</param>
/// <param name="File">The file.</param>
/// <param name="Role">The role that the field plays; null where none.</param>
/// <param name="Summary">Type, distinct, most frequent values, range and lengths over all rows.</param>
/// <param name="Valid">Records with a valid value.</param>
/// <param name="Rule">What a valid value is.</param>
/// <param name="DisguisedNulls">Cells that held a token for "no value", counted by token as the file spells it.</param>
/// <param name="Undecidable">Whether the file allows two readings (day/month order) and one was taken by convention.</param>
public sealed record FieldProfile(
    EntityKind Table,
    string File,
    Role? Role,
    ColumnSummary Summary,
    int Valid,
    string Rule,
    ImmutableSortedDictionary<string, int> DisguisedNulls,
    bool Undecidable)
{
    /// <summary>Gets the share of records with a value; null without records.</summary>
    public double? PopulatedShare => Summary.Count == 0 ? null : (double)Summary.ValueCount / Summary.Count;

    /// <summary>Gets the share of records with a valid value; null without records.</summary>
    public double? ValidShare => Summary.Count == 0 ? null : (double)Valid / Summary.Count;

    /// <summary>Gets what is remarkable about the field: <c>empty</c>, <c>constant</c>, <c>unique</c>, an undecided date order; null where nothing is.</summary>
    public string? Note => Summary.ValueCount == 0 ? "empty"
        : Undecidable ? Summary.Type == ColumnType.Date ? "day/month order undecidable" : "decimal or thousands mark undecidable"
        : Summary.IsConstant ? "constant"
        : Summary.IsUnique ? "unique" : null;
}
