namespace Segmentation.Tables;

/// <summary>Consecutive values of a text column as UTF-8 bytes: value i is <c>bytes[starts[i] .. starts[i + 1]]</c>.</summary>
/// <param name="bytes">The bytes; kept, not copied.</param>
/// <param name="starts">One offset more than there are values; kept, not copied.</param>
internal sealed class Utf8Block(byte[] bytes, int[] starts)
{
    /// <summary>Gets the number of values.</summary>
    public int Rows => starts.Length - 1;

    /// <summary>Gets a value.</summary>
    public ReadOnlySpan<byte> this[int row] => bytes.AsSpan(starts[row], starts[row + 1] - starts[row]);
}
