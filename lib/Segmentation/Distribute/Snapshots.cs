using Segmentation.Assign;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Distribute;

/// <summary>
/// Assignments kept in one SQLite file: for each date and framework version the records with their segments, the values that the rules saw, the framework's full text and the
/// checks. From any of them drift and movements work as from a run.
/// </summary>
/// <remarks>Each save is one transaction: a crash leaves the file as it was. The file holds no time of saving and no random ids: the same saves give the same bytes. It holds
/// names and revenue: keep it where the exports are kept.</remarks>
public sealed record Snapshots : Result
{
    private readonly SnapshotTables tables;

    private Snapshots(string path)
    {
        Path = path;
        tables = new SnapshotTables(path);
    }

    /// <inheritdoc/>
    public override string ResultName => "snapshots";

    /// <summary>Gets the file.</summary>
    public string Path { get; }

    /// <summary>Gets the tables that SQL cells see, read when one is asked for: <c>snapshots</c> (as_of, version, framework), <c>snapshot_assignments</c> (one row a record and dimension),
    /// <c>snapshot_values</c> (one row a record and field that holds a value), <c>snapshot_checks</c>. The file has views of the same names for any other tool.</summary>
    public IReadOnlyDictionary<string, Table> Tables => tables;

    /// <summary>Returns the snapshots in a file. Writes nothing: the first save makes the file.</summary>
    /// <param name="path">The file, as a rule <c>snapshots.sqlite</c> beside the workspace or among its outputs; its folder is made when something is saved.</param>
    /// <exception cref="WorkspaceException">The file holds something else, is damaged, or comes from a later version of this software.</exception>
    public static Snapshots Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        SnapshotFile.Refuse(path);
        return new Snapshots(path);
    }

    /// <summary>Saves an assignment under its date and its framework's version, in one transaction.</summary>
    /// <param name="assignment">The assignment.</param>
    /// <param name="checks">Its checks; none where null.</param>
    /// <param name="replace">Whether a snapshot of the same date and version with other content may be replaced. Default false: what was a baseline is never lost unasked.</param>
    /// <returns>Added, unchanged where the same is there already, or replaced.</returns>
    /// <exception cref="WorkspaceException">Another snapshot of that date and version stands there and <paramref name="replace"/> is false; or the file is in use, damaged or cannot be written.</exception>
    public SnapshotSaved Save(AssignmentResult assignment, DistributionChecks? checks = null, bool replace = false)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        return Save(assignment, number => SnapshotRows.Of(number, assignment, checks?.Items ?? []), replace);
    }

    /// <summary>Returns the snapshots there are.</summary>
    public SnapshotList List()
    {
        if (!SnapshotFile.Exists(Path)) return new SnapshotList { Items = [] };
        using var file = SnapshotFile.Read(Path);
        return new SnapshotList
        {
            Items = [.. file.Query(
                $"""
                select as_of, version,
                    (select count(*) from record_sets s join records using (record_set) where s.snapshot = n.snapshot and s.of = 'accounts' having exists (select 1 from record_sets s where s.snapshot = n.snapshot and s.of = 'accounts')),
                    (select count(*) from record_sets s join records using (record_set) where s.snapshot = n.snapshot and s.of = 'contacts' having exists (select 1 from record_sets s where s.snapshot = n.snapshot and s.of = 'contacts')),
                    (select count(distinct g.record_set || ' ' || dimension) from record_sets s join segments g using (record_set) where s.snapshot = n.snapshot),
                    (select count(*) from record_sets s join segments using (record_set) where s.snapshot = n.snapshot),
                    (select count(distinct a.record_set || ' ' || a.record) from record_sets s join assignments a using (record_set) where s.snapshot = n.snapshot and a.segment is null and a.state <> {(int)AssignmentState.Excluded}),
                    (select count(*) from checks k where k.snapshot = n.snapshot),
                    (select count(*) from checks k where k.snapshot = n.snapshot and severity is not null and severity <> 'info')
                from snapshots n order by as_of, snapshot
                """).Select(r => new SnapshotEntry(SnapshotReader.Date(r[0]), (string)r[1]!, (int?)(long?)r[2], (int?)(long?)r[3], (int)(long)r[4]!, (int)(long)r[5]!, (int)(long)r[6]!, (int)(long)r[7]!, (int)(long)r[8]!))],
        };
    }

    /// <summary>Returns the assignment of a date as it was saved.</summary>
    /// <param name="asOf">The date of the values.</param>
    /// <param name="version">The framework's version; where null, the one that was first saved last.</param>
    /// <exception cref="WorkspaceException">There is no such snapshot; the message lists those there are.</exception>
    public AssignmentResult Load(DateTime asOf, string? version = null) =>
        Find("as_of = ? and (? is null or version = ?)", DateColumn.Show(asOf), version, version) ?? throw new WorkspaceException(
            $"there is no snapshot of {DateColumn.Show(asOf)}{(version is null ? string.Empty : $" with {version}")}",
            List().Items is { IsEmpty: false } items ? string.Join(", ", items.Select(i => $"{DateColumn.Show(i.AsOf)} ({i.Version})")) : "no snapshot at all", "one of them", "Ask for one that is there, or save it first.", System.IO.Path.GetFileName(Path));

    /// <summary>Returns the latest assignment that was saved, as a baseline for the next; null where there is none.</summary>
    /// <param name="before">Only snapshots of an earlier date than this; all where null.</param>
    public AssignmentResult? Latest(DateTime? before = null) =>
        before is { } date ? Find("as_of < ?", DateColumn.Show(date)) : Find("true");

    /// <inheritdoc/>
    public override Table ToTable() => List().ToTable();

    /// <summary>Saves rows; they are asked for twice, with the number that the snapshot has.</summary>
    internal SnapshotSaved Save(AssignmentResult assignment, Func<long, IEnumerable<(string Table, object?[] Values)>> rows, bool replace)
    {
        SnapshotFile.Refuse(Path);
        var (asOf, version, framework) = (DateColumn.Show(assignment.AsOf), assignment.Framework.Version, assignment.Framework.Write());
        var content = SnapshotRows.Hash(rows(0).Append(("framework", [framework])));
        using var file = SnapshotFile.Write(Path);
        var outcome = SnapshotSaved.Added;
        file.Transact(() =>
        {
            if (file.Query("select 1 from sqlite_schema").Count == 0) file.Execute(SnapshotSchema.Create);
            var number = file.Query("select coalesce(max(snapshot), 0) + 1 from snapshots") is [[long next]] ? next : 1;
            if (file.Query("select snapshot, content from snapshots where as_of = ? and version = ?", asOf, version) is [[long present, string was]])
            {
                outcome = was == content ? SnapshotSaved.Unchanged : replace ? SnapshotSaved.Replaced : throw new WorkspaceException(
                    $"the snapshot of {asOf} ({version}) would be lost", "one with other content", "the same content, a new date or a new framework version",
                    "Give the framework a new version, or pass replace: true to replace the snapshot.", System.IO.Path.GetFileName(Path));
                if (outcome == SnapshotSaved.Unchanged) return;
                Delete(file, number = present);
            }

            Insert(file, rows(number).Prepend(("snapshots", [number, asOf, version, framework, content])));
        });
        return outcome;
    }

    private static void Delete(SnapshotFile file, long number)
    {
        foreach (var (table, columns, _) in SnapshotSchema.Tables)
        {
            using var delete = file.Prepare(columns[0] == "record_set" ? $"delete from {table} where record_set between ? and ?" : $"delete from {table} where snapshot between ? and ?");
            if (columns[0] == "record_set") delete.Run(SnapshotRows.SetOf(number, EntityKind.Accounts), SnapshotRows.SetOf(number, EntityKind.Contacts));
            else delete.Run(number, number);
        }
    }

    private static void Insert(SnapshotFile file, IEnumerable<(string Table, object?[] Values)> rows)
    {
        var statements = SnapshotSchema.Tables.ToDictionary(t => t.Name, t => file.Prepare($"insert into {t.Name} ({string.Join(", ", t.Columns)}) values ({string.Join(", ", t.Columns.Select(_ => "?"))})"), StringComparer.Ordinal);
        try
        {
            foreach (var (table, values) in rows) statements[table].Run(values);
        }
        finally
        {
            foreach (var statement in statements.Values) statement.Dispose();
        }
    }

    private AssignmentResult? Find(string where, params object?[] values)
    {
        if (!SnapshotFile.Exists(Path)) return null;
        using var file = SnapshotFile.Read(Path);
        return file.Query($"select snapshot from snapshots where {where} order by as_of desc, snapshot desc limit 1", values) is [[long number]] ? SnapshotReader.Read(file, number) : null;
    }
}
