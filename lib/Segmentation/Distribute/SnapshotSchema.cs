using Segmentation.Assign;
using Segmentation.Tables;

namespace Segmentation.Distribute;

/// <summary>The tables of a file of snapshots. A record set is the accounts, or the contacts, of one snapshot.</summary>
/// <remarks>What repeats is a small number, so that a year of months stays small; the views <c>snapshot_assignments</c>, <c>snapshot_values</c> and
/// <c>snapshot_checks</c> say it in words, for any tool that opens the file. A null value has no row in <c>field_values</c>.</remarks>
internal static class SnapshotSchema
{
    /// <summary>"SGMT": tells a file of snapshots from any other SQLite file.</summary>
    public const int ApplicationId = 0x53474D54;

    /// <summary>Counted up with every change of the tables.</summary>
    public const int Version = 1;

    /// <summary>The tables written, each with its columns; the first of them are its key.</summary>
    public static readonly (string Name, string[] Columns, string Definition)[] Tables =
    [
        ("snapshots", ["snapshot", "as_of", "version", "framework", "content"],
            "snapshot integer primary key, as_of text not null, version text not null, framework text not null, content text not null, unique (as_of, version)"),
        ("record_sets", ["record_set", "snapshot", "of", "as_of", "name"], "record_set integer primary key, snapshot integer not null, of text not null, as_of text not null, name text not null"),
        ("record_columns", ["record_set", "role", "place", "name", "type", "format", "personal", "source"],
            "record_set integer, role text, place integer, name text not null, type text not null, format text, personal integer not null, source text, primary key (record_set, role, place)"),
        ("exclusions", ["record_set", "exclusion", "name"], "record_set integer, exclusion integer, name text not null, primary key (record_set, exclusion)"),
        ("segments", ["record_set", "dimension", "segment", "dimension_name", "segment_name"],
            "record_set integer, dimension integer, segment integer, dimension_name text not null, segment_name text not null, primary key (record_set, dimension, segment)"),
        ("records", ["record_set", "record", "id", "name", "owner", "arr", "exclusion"], "record_set integer, record integer, id text, name text, owner text, arr, exclusion integer, primary key (record_set, record)"),
        ("assignments", ["record_set", "dimension", "record", "segment", "state", "blank_field"],
            "record_set integer, dimension integer, record integer, segment integer, state integer not null, blank_field integer, primary key (record_set, dimension, record)"),
        ("field_values", ["record_set", "field", "record", "value"], "record_set integer, field integer, record integer, value, primary key (record_set, field, record)"),
        ("checks", ["snapshot", "place", "check_name", "of", "dimension", "segment", "severity", "found", "value", "records", "limit_applied"],
            "snapshot integer, place integer, check_name text not null, of text, dimension text, segment text, severity text, found text, value, records integer, limit_applied text, primary key (snapshot, place)"),
    ];

    /// <summary>The columns of the views, and how C# holds them.</summary>
    public static readonly (string Name, (string Name, SnapshotType Type)[] Columns)[] Views =
    [
        ("snapshot_assignments", [("as_of", SnapshotType.Date), ("version", SnapshotType.Text), ("of", SnapshotType.Text), ("id", SnapshotType.Id), ("name", SnapshotType.Personal), ("owner", SnapshotType.Personal),
            ("arr", SnapshotType.Money), ("excluded_by", SnapshotType.Text), ("dimension", SnapshotType.Text), ("segment", SnapshotType.Text), ("state", SnapshotType.Text), ("blank_field", SnapshotType.Text)]),
        ("snapshot_values", [("as_of", SnapshotType.Date), ("version", SnapshotType.Text), ("of", SnapshotType.Text), ("id", SnapshotType.Id), ("field", SnapshotType.Text), ("value", SnapshotType.Value), ("number", SnapshotType.Number)]),
        ("snapshot_checks", [("as_of", SnapshotType.Date), ("version", SnapshotType.Text), ("check_name", SnapshotType.Text), ("of", SnapshotType.Text), ("dimension", SnapshotType.Text), ("segment", SnapshotType.Text),
            ("severity", SnapshotType.Text), ("found", SnapshotType.Text), ("value", SnapshotType.Number), ("records", SnapshotType.Count), ("limit_applied", SnapshotType.Text)]),
    ];

    /// <summary>Gets what makes the tables and views.</summary>
    public static string Create =>
        string.Concat(Tables.Select(t => $"create table {t.Name} ({t.Definition}){(t.Name is "snapshots" or "record_sets" ? string.Empty : " without rowid")};\n")) +
        $"""
        create view snapshot_assignments as
        select n.as_of, n.version, s.of, r.id, r.name, r.owner, cast(r.arr as real) as arr, e.name as excluded_by, d.dimension_name as dimension,
            coalesce(g.segment_name, case a.state when {(int)AssignmentState.Excluded} then '{DimensionAssignment.Excluded}' else '{DimensionAssignment.Unassigned}' end) as segment,
            case a.state {string.Concat(Enum.GetValues<AssignmentState>().Select(s => $"when {(int)s} then '{s.ToString().ToLowerInvariant()}' "))}end as state, c.name as blank_field
        from snapshots n join record_sets s using (snapshot) join assignments a using (record_set) join records r using (record_set, record)
            join (select distinct record_set, dimension, dimension_name from segments) d using (record_set, dimension)
            left join segments g on g.record_set = a.record_set and g.dimension = a.dimension and g.segment = a.segment
            left join exclusions e on e.record_set = r.record_set and e.exclusion = r.exclusion
            left join record_columns c on c.record_set = a.record_set and c.role = 'field' and c.place = a.blank_field;
        create view snapshot_values as
        select n.as_of, n.version, s.of, r.id, c.name as field, cast(v.value as text) as value, case c.type when 'number' then cast(v.value as real) end as number
        from snapshots n join record_sets s using (snapshot) join field_values v using (record_set) join records r using (record_set, record)
            join record_columns c on c.record_set = v.record_set and c.role = 'field' and c.place = v.field;
        create view snapshot_checks as
        select n.as_of, n.version, k.check_name, k.of, k.dimension, k.segment, k.severity, k.found, cast(k.value as real) as value, k.records, k.limit_applied
        from snapshots n join checks k using (snapshot);
        pragma application_id = {ApplicationId};
        pragma user_version = {Version};
        """;

    /// <summary>Returns the name of a column's type.</summary>
    public static string TypeOf(Column column) => column.Type.ToString().ToLowerInvariant();
}
