using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Segmentation.Load;

/// <summary>
/// A file as UTF-8 bytes that several threads may read at once. A file in UTF-8 is read where it lies; any other encoding is
/// converted in memory first.
/// </summary>
internal sealed class CsvSource : IDisposable
{
    private const int SniffedBytes = 1 << 16;

    private readonly SafeFileHandle? handle;
    private readonly byte[] converted = [];

    private CsvSource(SafeFileHandle handle, long length) => (this.handle, Length, Encoding) = (handle, length, "utf-8");

    private CsvSource(byte[] converted, string encoding) => (this.converted, Length, Encoding) = (converted, converted.Length, encoding);

    /// <summary>Gets the number of bytes.</summary>
    public long Length { get; }

    /// <summary>Gets the encoding of the file itself.</summary>
    public string Encoding { get; }

    /// <summary>Gets the offset of the first character: behind a byte-order mark, where there is one.</summary>
    public int Start { get; private init; }

    /// <summary>Gets what was noticed about the encoding; null where nothing was.</summary>
    public string? Note { get; private init; }

    /// <summary>Opens a file. The encoding is the one given, or the one the byte-order mark names, or UTF-16 where every other byte is zero, or else UTF-8 until proven wrong.</summary>
    public static CsvSource Open(string path, string? encoding)
    {
        var handle = File.OpenHandle(path);
        var length = RandomAccess.GetLength(handle);
        Span<byte> head = new byte[Math.Min(length, SniffedBytes)];
        head = head[..RandomAccess.Read(handle, head, 0)];
        var mark = head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        var name = encoding is null ? Sniff(head) : Canonical(encoding);
        if (name == "utf-8") return new CsvSource(handle, length) { Start = mark };
        handle.Dispose();
        return name == "windows-1252" ? Windows1252(File.ReadAllBytes(path), null) : Utf16(File.ReadAllBytes(path), name);
    }

    /// <summary>Returns the source of a file that is not valid UTF-8: as Windows-1252 where more sequences are wrong than right, or as UTF-8 with the wrong ones replaced where fewer are, or where the caller says it is UTF-8.</summary>
    public static CsvSource Repair(string path, bool isUtf8)
    {
        var bytes = File.ReadAllBytes(path);
        var (right, wrong) = Utf8Sequences(bytes);
        if (!isUtf8 && wrong >= right) return Windows1252(bytes, string.Create(CultureInfo.InvariantCulture, $"{wrong:#,0} byte sequences are not UTF-8 and {right:#,0} are: read as Windows-1252."));
        var note = string.Create(CultureInfo.InvariantCulture, $"{wrong:#,0} of {wrong + right:#,0} byte sequences outside ASCII are not UTF-8: each was replaced by \uFFFD.");
        return new CsvSource(System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(bytes)), "utf-8") { Note = note, Start = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0 };
    }

    /// <summary>Reads bytes at an offset; fewer than asked for only at the end.</summary>
    public int Read(long offset, Span<byte> into)
    {
        if (handle is null)
        {
            var part = converted.AsSpan((int)offset, (int)Math.Min(into.Length, converted.Length - offset));
            part.CopyTo(into);
            return part.Length;
        }

        var read = 0;
        while (read < into.Length)
        {
            var more = RandomAccess.Read(handle, into[read..], offset + read);
            if (more == 0) break;
            read += more;
        }

        return read;
    }

    /// <inheritdoc/>
    public void Dispose() => handle?.Dispose();

    private static string Sniff(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return "utf-16le";
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return "utf-16be";
        int even = 0, odd = 0;
        for (var i = 0; i + 1 < head.Length; i += 2)
        {
            if (head[i] == 0) even++;
            if (head[i + 1] == 0) odd++;
        }

        // Text in a Latin script has a zero in most of its 16-bit units, always on the same side; UTF-8 text has none.
        var units = head.Length / 2;
        if (odd > even && odd * 2 > units) return "utf-16le";
        return even > odd && even * 2 > units ? "utf-16be" : "utf-8";
    }

    private static string Canonical(string encoding) => encoding.Trim().ToLowerInvariant() switch
    {
        "utf-8" or "utf8" => "utf-8",
        "utf-16" or "utf-16le" or "utf16" or "unicode" => "utf-16le",
        "utf-16be" => "utf-16be",
        "windows-1252" or "cp1252" or "1252" or "latin1" or "iso-8859-1" => "windows-1252",
        _ => throw new ArgumentException($"Encoding '{encoding}' is not known; expected utf-8, utf-16, utf-16be or windows-1252.", nameof(encoding)),
    };

    private static CsvSource Utf16(byte[] bytes, string name)
    {
        var unicode = new UnicodeEncoding(bigEndian: name == "utf-16be", byteOrderMark: false);
        var text = unicode.GetString(bytes);
        if (text.StartsWith('\uFEFF')) text = text[1..];
        var replaced = text.AsSpan().Count('\uFFFD');
        return new CsvSource(System.Text.Encoding.UTF8.GetBytes(text), name)
        {
            Note = replaced == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{replaced:#,0} characters could not be decoded as {name.ToUpperInvariant()}: each stands as \uFFFD."),
        };
    }

    private static CsvSource Windows1252(byte[] bytes, string? note)
    {
        var text = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);

        // Five bytes have no character in Windows-1252; the decoder lets them through as control characters.
        var undefined = text.AsSpan().CountAny("\u0081\u008D\u008F\u0090\u009D");
        if (undefined > 0)
        {
            foreach (var c in "\u0081\u008D\u008F\u0090\u009D") text = text.Replace(c, '\uFFFD');
            note = string.Create(CultureInfo.InvariantCulture, $"{note}{(note is null ? string.Empty : " ")}{undefined:#,0} bytes have no meaning in Windows-1252: each was replaced by \uFFFD.");
        }

        return new CsvSource(System.Text.Encoding.UTF8.GetBytes(text), "windows-1252") { Note = note };
    }

    private static (int Right, int Wrong) Utf8Sequences(ReadOnlySpan<byte> bytes)
    {
        int right = 0, wrong = 0;
        while (true)
        {
            var next = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (next < 0) return (right, wrong);
            bytes = bytes[next..];
            if (Rune.DecodeFromUtf8(bytes, out _, out var consumed) == System.Buffers.OperationStatus.Done) right++;
            else wrong++;
            bytes = bytes[consumed..];
        }
    }
}
