using System.Text;

namespace Segmentation.Load;

/// <summary>The tokens that stand for "no value".</summary>
internal sealed class NullTokens
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly bool[] firsts = new bool[256];
    private readonly int longest;

    public NullTokens(IEnumerable<string> tokens)
    {
        var all = new HashSet<string>(tokens.Select(t => t.Trim()).Where(t => t.Length > 0), StringComparer.OrdinalIgnoreCase);
        lookup = all.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var token in all)
        {
            longest = Math.Max(longest, Encoding.UTF8.GetByteCount(token));
            foreach (var spelled in (string[])[token.ToLowerInvariant(), token.ToUpperInvariant()]) firsts[Encoding.UTF8.GetBytes(spelled)[0]] = true;
        }
    }

    /// <summary>Tells whether a cell, without the white space around it, is such a token.</summary>
    public bool Contains(ReadOnlySpan<byte> trimmed)
    {
        if (trimmed.Length == 0 || trimmed.Length > longest || !firsts[trimmed[0]]) return false;
        Span<char> text = stackalloc char[trimmed.Length];
        return lookup.Contains(text[..Encoding.UTF8.GetChars(trimmed, text)]);
    }
}
