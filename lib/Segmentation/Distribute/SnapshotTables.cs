using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Segmentation.Tables;

namespace Segmentation.Distribute;

/// <summary>The tables of a file of snapshots under the names that SQL cells use. One is read when it is asked for, and again after the file has changed.</summary>
internal sealed class SnapshotTables(string path) : IReadOnlyDictionary<string, Table>
{
    private const string Snapshots = "snapshots";

    private readonly Dictionary<string, Table> read = new(StringComparer.OrdinalIgnoreCase);
    private long changes = -1;

    public IEnumerable<string> Keys => [Snapshots, .. SnapshotSchema.Views.Select(v => v.Name)];

    public IEnumerable<Table> Values => Keys.Select(k => this[k]);

    public int Count => Keys.Count();

    public Table this[string key] => TryGetValue(key, out var table) ? table : throw new KeyNotFoundException($"Snapshots have no table '{key}'. They have: {string.Join(", ", Keys)}.");

    public bool ContainsKey(string key) => Keys.Contains(key, StringComparer.OrdinalIgnoreCase);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Table value)
    {
        value = null;
        if (!ContainsKey(key)) return false;
        if (SnapshotFile.ChangesOf(path) is var now && now != changes)
        {
            read.Clear();
            changes = now;
        }

        if (!read.TryGetValue(key, out value)) read[key] = value = Read(key);
        return true;
    }

    public IEnumerator<KeyValuePair<string, Table>> GetEnumerator() => Keys.Select(k => KeyValuePair.Create(k, this[k])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Table Read(string key)
    {
        using var file = SnapshotFile.Exists(path) ? SnapshotFile.Read(path) : null;
        if (key.Equals(Snapshots, StringComparison.OrdinalIgnoreCase))
        {
            var all = file?.Query("select as_of, version, framework from snapshots order by as_of, snapshot") ?? [];
            return new Table(Snapshots, Column.Of("as_of", all.Select(r => (DateTime?)SnapshotReader.Date(r[0]))), Column.Of("version", all.Select(r => (string?)r[1])), Column.Of("framework", all.Select(r => (string?)r[2])));
        }

        var (name, columns) = SnapshotSchema.Views.First(v => v.Name.Equals(key, StringComparison.OrdinalIgnoreCase));
        var rows = file?.Query($"select {string.Join(", ", columns.Select(c => c.Name))} from {name}") ?? [];
        var personal = (file?.Query($"select distinct role from record_columns where personal = 1") ?? []).Select(r => (string)r[0]!).ToHashSet(StringComparer.Ordinal);
        return new Table(name, columns.Select((c, i) => Of(c.Name, c.Type, rows.Select(r => r[i]), personal)));
    }

    private static Column Of(string name, SnapshotType type, IEnumerable<object?> values, HashSet<string> personal) => type switch
    {
        SnapshotType.Date => Column.Of(name, values.Select(v => v is null ? (DateTime?)null : SnapshotReader.Date(v))),
        SnapshotType.Number => Column.Of(name, values.Select(SnapshotReader.Number)),
        SnapshotType.Count => Column.Of(name, values.Select(SnapshotReader.Number), NumberFormat.Count),
        SnapshotType.Money => Column.Of(name, values.Select(SnapshotReader.Number), NumberFormat.Money),
        _ => Column.Of(name, values.Select(v => (string?)v))
            .AsPersonal(type == SnapshotType.Personal || (type == SnapshotType.Id && personal.Contains(SnapshotRows.Id)) || (type == SnapshotType.Value && personal.Contains(SnapshotRows.Field))),
    };
}
