using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>The fields of one column in one block of a file: codes into a dictionary, or bytes one after the other.</summary>
internal sealed class FieldBlock
{
    public FieldBlock(ushort[] codes, FieldDictionary dictionary) => (Codes, Dictionary, Rows) = (codes, dictionary, codes.Length);

    public FieldBlock(Utf8Block bytes) => (Bytes, Rows) = (bytes, bytes.Rows);

    /// <summary>Gets the dictionary; null where the fields stand as bytes.</summary>
    public FieldDictionary? Dictionary { get; }

    /// <summary>Gets the fields; null where they stand as codes.</summary>
    public Utf8Block? Bytes { get; }

    /// <summary>Gets the code of each row; empty where the fields stand as bytes.</summary>
    public ushort[] Codes { get; } = [];

    /// <summary>Gets the number of rows.</summary>
    public int Rows { get; }

    /// <summary>Gets the field of a row as the file holds it, without quotes.</summary>
    public ReadOnlySpan<byte> this[int row] => Bytes is null ? Dictionary![Codes[row]] : Bytes[row];

    /// <summary>Returns the fields as bytes.</summary>
    public Utf8Block ToBytes()
    {
        if (Bytes is not null) return Bytes;
        var starts = new int[Rows + 1];
        for (var row = 0; row < Rows; row++) starts[row + 1] = starts[row] + this[row].Length;
        var bytes = new byte[starts[Rows]];
        for (var row = 0; row < Rows; row++) this[row].CopyTo(bytes.AsSpan(starts[row]));
        return new Utf8Block(bytes, starts);
    }
}
