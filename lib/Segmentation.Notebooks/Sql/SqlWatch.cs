using SQLitePCL;

namespace Segmentation.Notebooks.Sql;

/// <summary>
/// Sees what each statement touches, as SQLite compiles it: which columns it reads, through views too, and whether it would
/// change a table that belongs to C#, which it then refuses.
/// </summary>
internal sealed class SqlWatch
{
    private readonly HashSet<(string Table, string Column)> reads = [];
    private readonly strdelegate_authorizer authorizer;
    private Func<string, bool>? isLoaded;

    public SqlWatch(sqlite3 db)
    {
        // Kept in a field: SQLite calls it for as long as the connection lives.
        authorizer = See;
        raw.sqlite3_set_authorizer(db, authorizer, null);
    }

    /// <summary>Gets the columns that the statement reads, by table.</summary>
    public IReadOnlyCollection<(string Table, string Column)> Reads => reads;

    /// <summary>Gets the table that the statement would have changed and may not; null where there is none.</summary>
    public string? Refused { get; private set; }

    /// <summary>Starts watching a statement; changes of loaded tables are refused.</summary>
    public void Begin(Func<string, bool> loaded)
    {
        reads.Clear();
        Refused = null;
        isLoaded = loaded;
    }

    /// <summary>Stops refusing, while the tables themselves are loaded.</summary>
    public void AllowAll() => isLoaded = null;

    private int See(object user, int action, string first, string second, string database, string trigger)
    {
        if (action == raw.SQLITE_READ) reads.Add((first ?? string.Empty, second ?? string.Empty));
        if (isLoaded is null || first is null) return raw.SQLITE_OK;
        var changed = action == raw.SQLITE_INSERT || action == raw.SQLITE_UPDATE || action == raw.SQLITE_DELETE || action == raw.SQLITE_DROP_TABLE ? first
            : action == raw.SQLITE_ALTER_TABLE ? second
            : null;
        if (changed is null || !isLoaded(changed)) return raw.SQLITE_OK;
        Refused = changed;
        return raw.SQLITE_DENY;
    }
}
