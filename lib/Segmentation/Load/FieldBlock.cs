namespace Segmentation.Load;

/// <summary>The fields of one column in one block of a file: codes into a dictionary, or bytes one after the other.</summary>
internal sealed class FieldBlock
{
    private readonly byte[] bytes = [];
    private readonly int[] starts = [];

    public FieldBlock(ushort[] codes, FieldDictionary dictionary) => (Codes, Dictionary, Rows) = (codes, dictionary, codes.Length);

    public FieldBlock(byte[] bytes, int[] starts) => (this.bytes, this.starts, Rows) = (bytes, starts, starts.Length - 1);

    /// <summary>Gets the dictionary; null where the fields stand as bytes.</summary>
    public FieldDictionary? Dictionary { get; }

    /// <summary>Gets the code of each row; empty where the fields stand as bytes.</summary>
    public ushort[] Codes { get; } = [];

    /// <summary>Gets the number of rows.</summary>
    public int Rows { get; }

    /// <summary>Gets the number of bytes in all fields.</summary>
    public long ByteCount
    {
        get
        {
            if (Dictionary is null) return bytes.Length;
            var count = 0L;
            foreach (var code in Codes) count += Dictionary[code].Length;
            return count;
        }
    }

    /// <summary>Gets the field of a row as the file holds it, without quotes.</summary>
    public ReadOnlySpan<byte> this[int row] => Dictionary is null ? bytes.AsSpan(starts[row], starts[row + 1] - starts[row]) : Dictionary[Codes[row]];
}
