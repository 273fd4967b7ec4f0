using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>What the reader of one CSV file is told instead of finding out. Everything is found by evidence by default.</summary>
public sealed record CsvOptions
{
    /// <summary>Gets the defaults.</summary>
    public static CsvOptions Default { get; } = new();

    /// <summary>Gets the delimiter: comma, semicolon, tab or pipe. Default null: found by evidence.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Gets the encoding by name (<c>utf-8</c>, <c>utf-16</c>, <c>windows-1252</c>). Default null: found from the byte-order mark and the bytes.</summary>
    public string? Encoding { get; init; }

    /// <summary>Gets the types that the caller has decided, by column name without regard to case. Default: none.</summary>
    public ImmutableDictionary<string, ColumnType> Types { get; init; } = ImmutableDictionary<string, ColumnType>.Empty;

    /// <summary>Gets the date order that the caller has decided (<c>dmy</c> or <c>mdy</c>), by column name. Default: none.</summary>
    public ImmutableDictionary<string, string> DateOrders { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Gets the tokens that stand for "no value", compared trimmed and without regard to case.</summary>
    public ImmutableArray<string> NullTokens { get; init; } =
        ["n/a", "na", "#n/a", "null", "(null)", "none", "nil", "nan", "unknown", "not available", "not provided", "not specified", "undefined", "tbd", "-", "--", "---", ".", "?", "#ref!", "#value!", "[none]", "(blank)", "blank"];

    /// <summary>Gets the share of a column's values that must read as a type for the column to take it; at least. Default 0.95.
    /// The values that do not are kept aside and counted.</summary>
    public double TypeEvidence { get; init; } = 0.95;

    /// <summary>Gets the size in bytes above which a record that has not ended is taken to hold a quote that was never closed; at most this is read.
    /// Its first line is kept aside and reading goes on with the next. Default 16 MiB.</summary>
    public int LongestRecord { get; init; } = 16 << 20;

    /// <summary>Gets the number of threads that read; it changes the time taken, never the result. Default null: one a processor.</summary>
    public int? Threads { get; init; }

    /// <summary>Gets the size in bytes of the blocks that threads take turns to read. Default 4 MiB.</summary>
    internal int BlockBytes { get; init; } = 4 << 20;

    /// <summary>Gets whether the clean-up wrote the file, so that <see cref="Types"/> name every column's type and each cell is read as <see cref="TableCsv"/> writes it.
    /// A column without a type there is read by evidence. Default false.</summary>
    internal bool Exact { get; init; }

    /// <summary>Returns the delimiter that the clean-up writes a file with: the one that programs expect of its ending.</summary>
    internal static char ExactDelimiter(string file) => Path.GetExtension(file).Equals(".tsv", StringComparison.OrdinalIgnoreCase) ? '\t' : ',';

    /// <summary>Returns these options once each has been checked.</summary>
    internal CsvOptions Validated()
    {
        if (Delimiter is { } delimiter && delimiter is not (',' or ';' or '\t' or '|'))
            throw new ArgumentException($"Delimiter '{delimiter}' is not known; expected a comma, semicolon, tab or pipe.");
        if (!(TypeEvidence is > 0 and <= 1))
            throw new ArgumentException(FormattableString.Invariant($"TypeEvidence is {TypeEvidence}; expected a share above 0 and at most 1."));
        if (Threads < 1) throw new ArgumentException(FormattableString.Invariant($"Threads is {Threads}; expected at least 1, or null for one a processor."));
        if (DateOrders.FirstOrDefault(o => o.Value is not ("dmy" or "mdy")) is { Key: not null } order)
            throw new ArgumentException($"Date order '{order.Value}' of column '{order.Key}' is not known; expected dmy or mdy.");
        return this;
    }
}
