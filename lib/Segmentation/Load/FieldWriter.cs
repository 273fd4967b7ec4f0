using System.Runtime.CompilerServices;

namespace Segmentation.Load;

/// <summary>
/// Collects the fields of one column, block after block. Fields that repeat are kept as codes; once too many are distinct,
/// as bytes. Which of the two it is changes speed and memory, never what is read.
/// </summary>
internal sealed class FieldWriter
{
    // Past this many values, codes pay only where at most a third of the rows bring a new one (measured; larger tables leave the cache).
    private const int CheapDistinct = 8_192;
    private const int MostDistinct = ushort.MaxValue;

    private readonly FieldDictionary dictionary = new();
    private ushort[] codes = new ushort[1024];
    private byte[] bytes = [];
    private int[] starts = [];
    private int rows;
    private int coded;
    private bool asBytes;

    /// <summary>Adds a field.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<byte> field)
    {
        if (asBytes)
        {
            AddBytes(field);
            return;
        }

        if (rows == codes.Length) Array.Resize(ref codes, codes.Length * 2);
        codes[rows++] = (ushort)dictionary.CodeOf(field);
        if (dictionary.Count > CheapDistinct && (dictionary.Count >= MostDistinct || dictionary.Count * 3 > coded + rows)) GiveUpCodes();
    }

    /// <summary>Returns the fields added since the last call.</summary>
    public FieldBlock Finish()
    {
        var block = asBytes
            ? new FieldBlock(bytes.AsSpan(0, rows == 0 ? 0 : starts[rows]).ToArray(), rows == 0 ? [0] : starts.AsSpan(0, rows + 1).ToArray())
            : new FieldBlock(codes.AsSpan(0, rows).ToArray(), dictionary);
        coded += rows;
        rows = 0;
        return block;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddBytes(ReadOnlySpan<byte> field)
    {
        if (rows + 1 >= starts.Length) Array.Resize(ref starts, Math.Max(1024, starts.Length * 2));
        var from = starts[rows];
        if (from + field.Length > bytes.Length) Array.Resize(ref bytes, Math.Max(from + field.Length, Math.Max(1 << 14, bytes.Length * 2)));
        field.CopyTo(bytes.AsSpan(from));
        starts[++rows] = from + field.Length;
    }

    private void GiveUpCodes()
    {
        var count = rows;
        (asBytes, rows) = (true, 0);
        for (var row = 0; row < count; row++) AddBytes(dictionary[codes[row]]);
        codes = [];
    }
}
