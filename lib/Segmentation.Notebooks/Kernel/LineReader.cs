using System.Buffers;

namespace Segmentation.Notebooks.Kernel;

/// <summary>Reads lines of bytes up to a length; longer ones are passed over.</summary>
/// <param name="input">Where they come from.</param>
/// <param name="longest">The longest line that is returned, in bytes, without its end.</param>
internal sealed class LineReader(Stream input, int longest)
{
    private readonly byte[] block = new byte[64 * 1024];
    private readonly ArrayBufferWriter<byte> line = new();
    private int at;
    private int end;

    /// <summary>Gets the length of the last line that was read, in bytes, also where it was too long.</summary>
    public long Length { get; private set; }

    /// <summary>Reads on to the end of a line. False where the input has ended; half a line before that is none.</summary>
    /// <returns>Whether there was a line, and its bytes, valid until the next is read: null where it was too long.</returns>
    public (bool Read, ReadOnlyMemory<byte>? Line) Read()
    {
        line.ResetWrittenCount();
        Length = 0;
        while (true)
        {
            if (at == end)
            {
                (at, end) = (0, input.Read(block));
                if (end == 0) return (false, null);
            }

            var found = block.AsSpan(at, end - at).IndexOf((byte)'\n');
            var taken = found < 0 ? end - at : found;
            Length += taken;
            if (Length <= longest) line.Write(block.AsSpan(at, taken));
            at += found < 0 ? taken : taken + 1;
            if (found >= 0) return (true, Length <= longest ? line.WrittenMemory : default(ReadOnlyMemory<byte>?));
        }
    }
}
