using System.Text;
using Segmentation.Load;
using SQLitePCL;

namespace Segmentation.Distribute;

/// <summary>An open file of snapshots.</summary>
internal sealed class SnapshotFile : IDisposable
{
    private const int WaitMilliseconds = 2000;
    private const int HeaderBytes = 100;
    private static readonly byte[] Magic = Encoding.ASCII.GetBytes("SQLite format 3\0");

    private readonly string path;
    private readonly sqlite3 db;

    private SnapshotFile(string path, bool write)
    {
        this.path = path;
        Batteries_V2.Init();
        var code = raw.sqlite3_open_v2(path, out db, write ? raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE : raw.SQLITE_OPEN_READONLY, null);
        try
        {
            Check(code);
            Check(raw.sqlite3_busy_timeout(db, WaitMilliseconds));
        }
        catch
        {
            db.Dispose();
            throw;
        }
    }

    /// <summary>Opens the file for reading.</summary>
    public static SnapshotFile Read(string path) => new(path, write: false);

    /// <summary>Opens the file for writing, and makes it where it is not there.</summary>
    /// <exception cref="WorkspaceException">The folder cannot be made, or the file cannot be opened.</exception>
    public static SnapshotFile Write(string path)
    {
        try
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw Error(path, "the folder of the snapshots cannot be made", e.Message, "a folder that may be written to", "Give the right to write, or name a file elsewhere.", e);
        }

        return new(path, write: true);
    }

    /// <summary>Tells whether there is a file that holds anything.</summary>
    public static bool Exists(string path) => File.Exists(path) && new FileInfo(path).Length > 0;

    /// <summary>Returns the number that SQLite counts up with every change of the file; -1 where there is none.</summary>
    public static long ChangesOf(string path)
    {
        if (!Exists(path)) return -1;
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var header = new byte[HeaderBytes];
        return stream.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes ? -1 : System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(24));
    }

    /// <summary>Refuses a file that is none of snapshots, or of a later version of them.</summary>
    /// <exception cref="WorkspaceException">It is one of those.</exception>
    public static void Refuse(string path)
    {
        if (!Exists(path)) return;
        try
        {
            var begins = new byte[Magic.Length];
            using (var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)) stream.ReadAtLeast(begins, begins.Length, throwOnEndOfStream: false);
            if (!begins.AsSpan().SequenceEqual(Magic)) throw Error(path, "the file cannot hold snapshots", "a file that is no SQLite database", "a file of snapshots, or none yet", "Name another file; this one is left as it is.");
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw Error(path, "the file of snapshots cannot be read", e.Message, "a file that can be read", "Give the right to read it, or name another file.", e);
        }

        using var file = Read(path);
        var (application, version) = (file.Number("pragma application_id"), file.Number("pragma user_version"));
        if (application != SnapshotSchema.ApplicationId)
            throw Error(path, "the file cannot hold snapshots", "a SQLite database of something else", "a file of snapshots, or none yet", "Name another file; this one is left as it is.");
        if (version > SnapshotSchema.Version)
        {
            throw Error(path, "the snapshots were saved by a later version of this software", FormattableString.Invariant($"tables of version {version}"), FormattableString.Invariant($"version {SnapshotSchema.Version} at most"),
                "Open them with the version that saved them, or a later one.");
        }
    }

    /// <summary>Runs statements that give nothing back.</summary>
    public void Execute(string sql) => Check(raw.sqlite3_exec(db, sql));

    /// <summary>Returns a statement.</summary>
    public SnapshotStatement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(db, sql, out var statement));
        return new SnapshotStatement(this, statement);
    }

    /// <summary>Returns the rows of a query, read to the end.</summary>
    public List<object?[]> Query(string sql, params object?[] values)
    {
        using var statement = Prepare(sql);
        return [.. statement.Rows(values)];
    }

    /// <summary>Runs writes in one transaction: all of them, or, where one fails, none.</summary>
    public void Transact(Action writes)
    {
        Execute("begin immediate");
        try
        {
            writes();
            Execute("commit");
        }
        catch
        {
            // SQLite may have rolled back already; what failed first is what is said.
            _ = raw.sqlite3_exec(db, "rollback");
            throw;
        }
    }

    public void Dispose() => db.Dispose();

    /// <summary>Turns a failure of SQLite into an error that says what to do.</summary>
    /// <exception cref="WorkspaceException">The code is none of success.</exception>
    public void Check(int code)
    {
        if (code == raw.SQLITE_OK) return;
        var found = raw.sqlite3_errmsg(db).utf8_to_string();
        throw (code & 0xFF) switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => Error(path, "the file of snapshots is in use", found, "a file that no other program holds", "Close the other program or notebook that has it open, and run again; nothing was changed."),
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => Error(path, "the file of snapshots is damaged", found, "a whole file", "Restore it from a copy, or name another file and save the snapshots again; nothing was changed."),
            raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH => Error(path, "the file of snapshots cannot be written or opened", found, "a folder that may be written to", "Give the right to write, or name a file elsewhere."),
            raw.SQLITE_FULL => Error(path, "the snapshot does not fit", found, "room on the disk", "Make room and run again; nothing was changed."),
            _ => Error(path, "the file of snapshots cannot be used", found, "a file of snapshots", "Name another file; nothing was changed."),
        };
    }

    private static WorkspaceException Error(string path, string subject, string found, string expected, string remedy, Exception? cause = null) => new(subject, found, expected, remedy, Path.GetFileName(path), cause: cause);

    private long Number(string sql) => (long)Query(sql)[0][0]!;
}
