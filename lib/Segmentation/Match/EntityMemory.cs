using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Match;

/// <summary>
/// Which record belonged to which entity when last seen, kept in <c>decisions/entities.csv</c> so that entities keep their ids from run to run. An id that
/// was ever given stays in it for good: it is never given to something else.
/// </summary>
public sealed record EntityMemory : Result
{
    private EntityMemory(ImmutableArray<EntityMemoryRow> rows) => Rows = rows;

    /// <inheritdoc/>
    public override string ResultName => "entity-memory";

    /// <summary>Gets the memory before the first run.</summary>
    public static EntityMemory Empty { get; } = new([]);

    /// <summary>Gets the rows, by kind, record, then entity; by ordinal.</summary>
    public ImmutableArray<EntityMemoryRow> Rows { get; }

    /// <summary>Returns the memory in a file; empty where there is no such file.</summary>
    /// <param name="path">Path of <c>entities.csv</c>.</param>
    /// <exception cref="WorkspaceException">The file is not one that <see cref="Write"/> wrote: the message names the line.</exception>
    public static EntityMemory Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return File.Exists(path) ? Read(File.ReadAllText(path), Path.GetFileName(path)) : Empty;
    }

    /// <summary>Returns the memory as the text of an <c>entities.csv</c> that loads back equal and opens safely in a spreadsheet.</summary>
    public string Write() => ToTable().ToCsv();

    /// <summary>Returns the memory after a run: what the run saw, and what it did not see any more, kept.</summary>
    /// <param name="current">The entities of the run; the other kind's rows stay as they are.</param>
    public EntityMemory After(EntityAssignment current)
    {
        ArgumentNullException.ThrowIfNull(current);
        var rows = Rows.Where(r => r.Kind != current.Kind).ToList();
        var seen = new HashSet<string>(current.Entity.Length, StringComparer.Ordinal);
        var lives = new bool[current.EntityIds.Length];
        for (var row = 0; row < current.Entity.Length; row++)
        {
            if (!current.CanBeFollowed(row) || !seen.Add(current.RecordIds[row])) continue;
            rows.Add(new(current.Kind, current.RecordIds[row], current.EntityIds[current.Entity[row]], EntityMemoryState.Present));
            lives[current.Entity[row]] = true;
        }

        EntityMemoryRow[] remembered = [.. Rows.Where(r => r.Kind == current.Kind)];
        // Without a past there is nothing that an entity of now could be among.
        var carried = remembered.Length == 0 ? [] : current.EntityIds.Where((_, entity) => lives[entity]).ToHashSet(StringComparer.Ordinal);
        foreach (var row in remembered)
        {
            if (row.Record is not { } record || seen.Contains(record)) continue;
            rows.Add(row with { State = EntityMemoryState.Gone });
            carried.Add(row.Entity);
        }

        foreach (var entity in remembered.Select(r => r.Entity).Concat(current.EntityIds.Where((_, entity) => !lives[entity])))
        {
            if (carried.Add(entity)) rows.Add(new(current.Kind, null, entity, EntityMemoryState.Retired));
        }

        return Of(rows);
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "entities",
        Column.Of(EntityMemoryCsv.Columns[0], Rows.Select(r => SnakeName.Of(r.Kind))),
        Column.Of(EntityMemoryCsv.Columns[1], Rows.Select(r => r.Record)),
        Column.Of(EntityMemoryCsv.Columns[2], Rows.Select(r => r.Entity)),
        Column.Of(EntityMemoryCsv.Columns[3], Rows.Select(r => SnakeName.Of(r.State))));

    /// <summary>Returns the memory in a text.</summary>
    internal static EntityMemory Read(string text, string file) => Of(EntityMemoryCsv.Read(text, file));

    private static EntityMemory Of(IEnumerable<EntityMemoryRow> rows)
    {
        var sorted = rows.ToList();
        OrdinalOrder.Sort(sorted, static (a, b) => a.Kind.CompareTo(b.Kind) is not 0 and var byKind ? byKind
            : string.CompareOrdinal(a.Record, b.Record) is not 0 and var byRecord ? byRecord
            : string.CompareOrdinal(a.Entity, b.Entity));
        return new([.. sorted]);
    }
}
