using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>
/// Collects the fields of one column, block after block. Fields that repeat are kept as codes; once too many are distinct,
/// as bytes. Which of the two it is changes speed and memory, never what is read.
/// </summary>
internal sealed class FieldWriter
{
    /// <summary>Bytes that are read from the start of a field where it has slack.</summary>
    public const int Slack = 32;

    // From this many distinct values on, and at every doubling, codes stay only where at most half of the rows since the last
    // doubling brought a new value: a table that only grows leaves the cache and is thrown away in the end.
    private const int FirstCheck = 8_192;
    private const int MostDistinct = ushort.MaxValue;

    private readonly FieldDictionary dictionary = new();
    private ushort[] codes = new ushort[1024];
    private byte[] bytes = [];
    private int[] starts = [];
    private int rows;
    private long coded;
    private long codedAtDoubling;
    private int nextCheck = FirstCheck / 2;
    private bool asBytes;

    /// <summary>Adds a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="hasSlack">Whether <see cref="Slack"/> bytes may be read from the field's start, however short it is.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<byte> field, bool hasSlack)
    {
        if (asBytes)
        {
            AddBytes(field, hasSlack);
            return;
        }

        if (rows == codes.Length) Array.Resize(ref codes, codes.Length * 2);
        codes[rows++] = (ushort)dictionary.CodeOf(field, hasSlack);
        if (dictionary.Count >= nextCheck) Check();
    }

    /// <summary>Returns the fields added since the last call.</summary>
    public FieldBlock Finish()
    {
        var block = asBytes
            ? new FieldBlock(new Utf8Block(bytes.AsSpan(0, rows == 0 ? 0 : starts[rows]).ToArray(), rows == 0 ? [0] : starts.AsSpan(0, rows + 1).ToArray()))
            : new FieldBlock(codes.AsSpan(0, rows).ToArray(), dictionary);
        coded += rows;
        rows = 0;
        return block;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddBytes(ReadOnlySpan<byte> field, bool hasSlack)
    {
        if (rows + 1 >= starts.Length) Array.Resize(ref starts, Math.Max(1024, starts.Length * 2));
        var from = starts[rows];
        if (from + field.Length + Slack > bytes.Length) Array.Resize(ref bytes, Math.Max(from + field.Length + Slack, Math.Max(1 << 14, bytes.Length * 2)));
        if (hasSlack && field.Length <= Slack)
        {
            // One load and store for any short field; what it copies too much, the next field overwrites.
            Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(field)).StoreUnsafe(ref bytes[from]);
        }
        else
        {
            field.CopyTo(bytes.AsSpan(from));
        }

        starts[++rows] = from + field.Length;
    }

    private void Check()
    {
        var rowsSince = coded + rows - codedAtDoubling;
        if (dictionary.Count >= MostDistinct || (nextCheck >= FirstCheck && nextCheck > rowsSince)) GiveUpCodes();
        codedAtDoubling = coded + rows;
        nextCheck = Math.Min(nextCheck * 2, MostDistinct);
    }

    private void GiveUpCodes()
    {
        var count = rows;
        (asBytes, rows) = (true, 0);
        for (var row = 0; row < count; row++) AddBytes(dictionary[codes[row]], hasSlack: false);
        codes = [];
    }
}
