using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Segmentation.Assign;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Distribute;

/// <summary>The rows of one snapshot, in the order of the tables' keys.</summary>
internal static class SnapshotRows
{
    public const string Id = "id", Name = "name", Owner = "owner", Arr = "arr", Field = "field";

    /// <summary>Returns the number of a record set: the accounts' or the contacts' of a snapshot.</summary>
    public static long SetOf(long snapshot, EntityKind of) => (2 * snapshot) + (of == EntityKind.Contacts ? 1 : 0);

    /// <summary>Returns the rows, each with the table it belongs to; without that of <c>snapshots</c> itself.</summary>
    /// <param name="snapshot">Number of the snapshot.</param>
    /// <param name="assignment">The assignment.</param>
    /// <param name="checks">Its checks.</param>
    public static IEnumerable<(string Table, object?[] Values)> Of(long snapshot, AssignmentResult assignment, ImmutableArray<DistributionCheck> checks)
    {
        foreach (var side in new[] { assignment.Accounts, assignment.Contacts }.OfType<RecordAssignment>())
        {
            foreach (var row in Side(SetOf(snapshot, side.Records.Of), snapshot, side, assignment.Framework)) yield return row;
        }

        for (var i = 0; i < checks.Length; i++)
        {
            var check = checks[i];
            yield return ("checks", [snapshot, (long)i, check.Check, SnakeName.Of(check.Of), check.Dimension, check.Segment, check.Severity is { } severity ? SnakeName.Of(severity) : null, check.Found,
                check.Value, (long)check.Records, check.Limit]);
        }
    }

    /// <summary>Returns a hash of rows: equal where the rows are.</summary>
    public static string Hash(IEnumerable<(string Table, object?[] Values)> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> word = stackalloc byte[9];
        foreach (var (table, values) in rows)
        {
            Text(hash, table);
            foreach (var value in values)
            {
                word.Clear();
                word[0] = value switch { null => (byte)0, long => (byte)1, double => (byte)2, _ => (byte)3 };
                BitConverter.TryWriteBytes(word[1..], value switch { long whole => whole, double number => BitConverter.DoubleToInt64Bits(number), _ => 0 });
                hash.AppendData(word);
                if (value is string text) Text(hash, text);
            }
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static void Text(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }

    private static IEnumerable<(string Table, object?[] Values)> Side(long set, long snapshot, RecordAssignment side, SegmentationFramework framework)
    {
        var records = side.Records;
        yield return ("record_sets", [set, snapshot, SnakeName.Of(records.Of), DateColumn.Show(records.AsOf), records.Fields.Name]);
        var columns = new (string Role, Column? Column)[] { (Id, records.Ids), (Name, records.Names), (Owner, records.Owners), (Arr, records.Arr) };
        foreach (var (role, column) in columns.Where(c => c.Column is not null)) yield return ("record_columns", ColumnRow(set, role, 0, column!, null));
        for (var f = 0; f < records.Fields.Columns.Length; f++) yield return ("record_columns", ColumnRow(set, Field, f, records.Fields.Columns[f], f < records.Sources.Length ? records.Sources[f] : null));
        for (var e = 0; e < framework.Exclusions.Length; e++)
        {
            if (framework.Exclusions[e].Of == records.Of) yield return ("exclusions", [set, (long)e, framework.Exclusions[e].Name]);
        }

        for (var d = 0; d < side.Dimensions.Length; d++)
        {
            var dimension = side.Dimensions[d].Dimension;
            for (var s = 0; s < dimension.Segments.Length; s++) yield return ("segments", [set, (long)d, (long)s, dimension.Name, dimension.Segments[s].Name]);
        }

        for (var row = 0; row < records.Count; row++)
            yield return ("records", [set, (long)row, records.Ids[row], records.Names?[row], records.Owners?[row], records.Arr?[row], Place(side.Exclusion[row])]);
        for (var d = 0; d < side.Dimensions.Length; d++)
        {
            var place = side.Dimensions[d];
            for (var row = 0; row < records.Count; row++)
                yield return ("assignments", [set, (long)d, (long)row, Place(place.Segment[row]), (long)place.State[row], Place(place.BlankField[row])]);
        }

        for (var f = 0; f < records.Fields.Columns.Length; f++)
        {
            var column = records.Fields.Columns[f];
            for (var row = 0; row < records.Count; row++)
            {
                if (!column.IsNull(row)) yield return ("field_values", [set, (long)f, (long)row, Value(column, row)]);
            }
        }
    }

    private static object?[] ColumnRow(long set, string role, int place, Column column, string? source) =>
        [set, role, (long)place, column.Name, SnapshotSchema.TypeOf(column), (column as NumberColumn)?.Format.ToString().ToLowerInvariant(), column.IsPersonal ? 1L : 0L, source];

    private static long? Place(int place) => place < 0 ? null : place;

    private static object? Value(Column column, int row) => column switch
    {
        NumberColumn number => number.Values[row],
        BooleanColumn flag => flag.Values[row] ? 1L : 0L,
        DateColumn date => DateColumn.Show(date.Values[row]),
        TextColumn text => text[row],
        _ => throw new InvalidOperationException($"A snapshot has no values for a column of type {column.Type}."),
    };
}
