using System.Globalization;
using Segmentation.Assign;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Distribute;

/// <summary>Reads a snapshot back.</summary>
internal static class SnapshotReader
{
    /// <summary>Returns the assignment as it was saved.</summary>
    public static AssignmentResult Read(SnapshotFile file, long snapshot)
    {
        var saved = file.Query("select as_of, version, framework from snapshots where snapshot = ?", snapshot)[0];
        var framework = SegmentationFramework.Parse((string)saved[2]!, $"the framework of the snapshot of {saved[0]} ({saved[1]})");
        return new AssignmentResult { Framework = framework, AsOf = Date(saved[0]), Accounts = Side(file, snapshot, EntityKind.Accounts, framework), Contacts = Side(file, snapshot, EntityKind.Contacts, framework) };
    }

    public static DateTime Date(object? value) => DateTime.Parse((string)value!, CultureInfo.InvariantCulture, DateTimeStyles.None);

    private static RecordAssignment? Side(SnapshotFile file, long snapshot, EntityKind of, SegmentationFramework framework)
    {
        var set = SnapshotRows.SetOf(snapshot, of);
        if (file.Query("select as_of, name from record_sets where record_set = ?", set) is not [var saved]) return null;
        var columns = file.Query("select role, place, name, type, format, personal, source from record_columns where record_set = ? order by role, place", set)
            .ToLookup(c => (string)c[0]!, c => new Saved((string)c[2]!, (string)c[3]!, (string?)c[4], (long)c[5]! == 1, (string?)c[6]));
        var rows = file.Query("select id, name, owner, arr, exclusion from records where record_set = ? order by record", set);
        var fields = columns[SnapshotRows.Field].ToArray();
        var values = fields.Select(_ => new object?[rows.Count]).ToArray();
        foreach (var value in file.Query("select field, record, value from field_values where record_set = ?", set)) values[(long)value[0]!][(long)value[1]!] = value[2];
        var records = new FrameworkRecords
        {
            Of = of,
            AsOf = Date(saved[0]),
            Ids = (TextColumn)One(SnapshotRows.Id, 0)!,
            Names = (TextColumn?)One(SnapshotRows.Name, 1),
            Owners = (TextColumn?)One(SnapshotRows.Owner, 2),
            Arr = (NumberColumn?)One(SnapshotRows.Arr, 3),
            Fields = new Table((string)saved[1]!, fields.Select((f, i) => f.Over(values[i]))),
            Sources = fields.All(f => f.Source is not null) ? [.. fields.Select(f => f.Source!)] : [],
        };

        // Everything that follows from the values follows again; the places themselves are those saved, whatever the software has learnt since.
        var run = Assignment.Run(framework, records);
        return run with
        {
            Exclusion = [.. rows.Select(r => Place(r[4]))],
            Dimensions = [.. run.Dimensions.Select((d, i) => Places(file, set, d, i, rows.Count))],
        };

        Column? One(string role, int at) => columns[role].FirstOrDefault()?.Over([.. rows.Select(r => r[at])]);
    }

    private static DimensionAssignment Places(SnapshotFile file, long set, DimensionAssignment dimension, int place, int count)
    {
        var (segment, state, blank) = (new int[count], new AssignmentState[count], new int[count]);
        foreach (var row in file.Query("select record, segment, state, blank_field from assignments where record_set = ? and dimension = ?", set, (long)place))
        {
            var record = (long)row[0]!;
            (segment[record], state[record], blank[record]) = (Place(row[1]), (AssignmentState)(long)row[2]!, Place(row[3]));
        }

        return dimension with { Segment = [.. segment], State = [.. state], BlankField = [.. blank] };
    }

    private static int Place(object? value) => value is long place ? (int)place : -1;

    /// <summary>A column as it was saved.</summary>
    private sealed record Saved(string Name, string Type, string? Format, bool IsPersonal, string? Source)
    {
        public Column Over(object?[] values) => (Type switch
        {
            "number" => Column.Of(Name, values.Select(Number), Enum.Parse<NumberFormat>(Format!, ignoreCase: true)),
            "boolean" => Column.Of(Name, values.Select(v => v is long flag ? flag == 1 : (bool?)null)),
            "date" => Column.Of(Name, values.Select(v => v is null ? (DateTime?)null : Date(v))),
            _ => (Column)Column.Of(Name, values.Select(v => (string?)v)),
        }).AsPersonal(IsPersonal);
    }

    public static double? Number(object? value) => value switch { null => null, long whole => whole, var number => (double)number };
}
