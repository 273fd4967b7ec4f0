using System.Runtime.InteropServices;
using System.Text;

namespace Segmentation.Tables;

/// <summary>
/// A column of text. Where values repeat, each row holds the code of a value in a dictionary; where nearly every value
/// is its own, the rows hold the UTF-8 bytes and the dictionary is made when first asked for.
/// </summary>
public sealed class TextColumn : Column
{
    private readonly Storage storage;

    private TextColumn(string name, Storage storage, NullMask nulls, bool isPersonal)
        : base(name, storage.Length, nulls, isPersonal) => this.storage = storage;

    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Text;

    /// <summary>Gets the code of each row in <see cref="Dictionary"/>; -1 where the row is null.</summary>
    public ReadOnlySpan<int> Codes => storage.Encode().Codes;

    /// <summary>Gets the distinct values, in order of first appearance. Each occurs in at least one row of the column it was made for;
    /// after <see cref="Take"/> a value may have no row left.</summary>
    public ReadOnlySpan<string> Dictionary => storage.Encode().Values;

    /// <summary>Gets whether the codes and the dictionary are there already, so that asking for them costs nothing.</summary>
    internal bool IsEncoded => storage.IsEncoded;

    /// <summary>Gets the value of a row; null where there is none.</summary>
    /// <param name="row">Zero-based row.</param>
    public string? this[int row] => Nulls[row] ? null : storage.Get(row);

    /// <summary>Returns a column, dictionary-encoded; a null string is a null, an empty one is not.</summary>
    /// <param name="name">Column name.</param>
    /// <param name="values">One value a row.</param>
    public static TextColumn Create(string name, IEnumerable<string?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var codes = new List<int>(values.TryGetNonEnumeratedCount(out var count) ? count : 0);
        var dictionary = new List<string>();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            if (value is null)
            {
                codes.Add(-1);
                continue;
            }

            ref var code = ref CollectionsMarshal.GetValueRefOrAddDefault(known, value, out var exists);
            if (!exists)
            {
                code = dictionary.Count;
                dictionary.Add(value);
            }

            codes.Add(code);
        }

        return FromCodes(name, [.. codes], [.. dictionary]);
    }

    /// <summary>Returns a column over codes and a dictionary that the caller gives up; -1 is null.</summary>
    internal static TextColumn FromCodes(string name, int[] codes, string[] dictionary) =>
        new(name, new Storage(codes, dictionary), NullMask.Where(codes.Length, r => codes[r] < 0), false);

    /// <summary>Returns a column over blocks of UTF-8 values that the caller gives up, in row order. What a block holds in a null row does not count.</summary>
    internal static TextColumn FromUtf8(string name, Utf8Block[] blocks, NullMask nulls) => new(name, new Storage(blocks, nulls), nulls, false);

    /// <summary>Returns the UTF-8 bytes of a row; empty where it is null. Free of allocation where the rows hold bytes.</summary>
    /// <param name="row">Zero-based row.</param>
    public ReadOnlySpan<byte> Utf8(int row) => Nulls[row] ? default : storage.Utf8(row);

    /// <summary>Tells whether a row holds the same text as a row of another column. Both must hold a value. Free of allocation where both columns are stored alike.</summary>
    internal bool HasSameText(int row, TextColumn other, int otherRow) => IsEncoded || other.IsEncoded
        ? string.Equals(storage.Get(row), other.storage.Get(otherRow), StringComparison.Ordinal)
        : storage.Utf8(row).SequenceEqual(other.storage.Utf8(otherRow));

    /// <inheritdoc/>
    public override object? Value(int row) => this[row];

    /// <inheritdoc/>
    public override string Display(int row) => this[row] ?? string.Empty;

    /// <inheritdoc/>
    public override Column Take(ReadOnlySpan<int> rows)
    {
        if (!IsEncoded && TakeBytes(rows) is { } bytes) return bytes;
        var (codes, dictionary) = storage.Encode();
        var taken = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++) taken[i] = rows[i] < 0 ? -1 : codes[rows[i]];
        return new TextColumn(Name, new Storage(taken, dictionary), Nulls.Take(rows), IsPersonal);
    }

    /// <summary>Copies the bytes of the rows, so that a few rows of a nearly unique column cost no dictionary of all of them; null where they
    /// do not fit one block.</summary>
    private TextColumn? TakeBytes(ReadOnlySpan<int> rows)
    {
        var starts = new int[rows.Length + 1];
        var length = 0L;
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] >= 0) length += Utf8(rows[i]).Length;
            if (length > Array.MaxLength) return null;
            starts[i + 1] = (int)length;
        }

        var bytes = new byte[length];
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] >= 0) Utf8(rows[i]).CopyTo(bytes.AsSpan(starts[i]));
        }

        var nulls = Nulls.Take(rows);
        return new TextColumn(Name, new Storage([new Utf8Block(bytes, starts)], nulls), nulls, IsPersonal);
    }

    /// <inheritdoc/>
    public override Column Rename(string name) => new TextColumn(name, storage, Nulls, IsPersonal);

    /// <inheritdoc/>
    public override Column AsPersonal(bool personal = true) => new TextColumn(Name, storage, Nulls, personal);

    /// <summary>Returns the values mapped one by one, each distinct value once; a null result is a null.</summary>
    /// <param name="map">From a value to its new value.</param>
    public TextColumn Map(Func<string, string?> map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var (codes, dictionary) = storage.Encode();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var recode = new int[dictionary.Length];
        var values = new List<string>();
        for (var code = 0; code < dictionary.Length; code++)
        {
            if (map(dictionary[code]) is not { } value)
            {
                recode[code] = -1;
            }
            else if (!known.TryGetValue(value, out recode[code]))
            {
                known[value] = recode[code] = values.Count;
                values.Add(value);
            }
        }

        var mapped = new int[codes.Length];
        for (var row = 0; row < codes.Length; row++) mapped[row] = codes[row] < 0 ? -1 : recode[codes[row]];
        var result = FromCodes(Name, mapped, [.. values]);
        return IsPersonal ? (TextColumn)result.AsPersonal() : result;
    }

    /// <summary>Either codes over a dictionary or blocks of bytes, from which the dictionary is made once on demand.</summary>
    private sealed class Storage
    {
        private readonly Utf8Block[]? blocks;
        private readonly int[] firstRows = [0];
        private readonly NullMask nulls = NullMask.None;
        private Encoded? encoded;

        public Storage(int[] codes, string[] dictionary)
        {
            encoded = new Encoded(codes, dictionary);
            Length = codes.Length;
        }

        public Storage(Utf8Block[] blocks, NullMask nulls)
        {
            (this.blocks, this.nulls) = (blocks, nulls);
            firstRows = new int[blocks.Length + 1];
            for (var i = 0; i < blocks.Length; i++) firstRows[i + 1] = firstRows[i] + blocks[i].Rows;
            Length = firstRows[^1];
        }

        public int Length { get; }

        public bool IsEncoded => encoded is not null;

        public string Get(int row) => blocks is null ? encoded!.Values[encoded.Codes[row]] : Encoding.UTF8.GetString(Utf8(row));

        public ReadOnlySpan<byte> Utf8(int row)
        {
            if (blocks is null) return Encoding.UTF8.GetBytes(encoded!.Values[encoded.Codes[row]]);

            // Blocks hold about as many rows each: the guess is right or next to right.
            var block = (int)((long)row * blocks.Length / Length);
            while (row < firstRows[block]) block--;
            while (row >= firstRows[block + 1]) block++;
            return blocks[block][row - firstRows[block]];
        }

        public Encoded Encode()
        {
            if (encoded is { } done) return done;
            var codes = new int[Length];
            var dictionary = new List<string>();
            var known = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var row = 0; row < Length; row++)
            {
                if (nulls[row])
                {
                    codes[row] = -1;
                    continue;
                }

                var value = Get(row);
                ref var code = ref CollectionsMarshal.GetValueRefOrAddDefault(known, value, out var exists);
                if (!exists)
                {
                    code = dictionary.Count;
                    dictionary.Add(value);
                }

                codes[row] = code;
            }

            // Two threads may both get here; both make the same dictionary.
            return encoded = new Encoded(codes, [.. dictionary]);
        }
    }

    private sealed record Encoded(int[] Codes, string[] Values);
}
