namespace Segmentation.Notebooks.Kernel;

/// <summary>
/// Places in a text: Jupyter counts Unicode code points since version 5.2 of the protocol, C# counts UTF-16 units. They part ways
/// after the first character beyond U+FFFF, such as an emoji.
/// </summary>
internal static class CodePoints
{
    /// <summary>Returns the UTF-16 offset of a place; a place beyond either end of the text is that end.</summary>
    public static int ToUtf16(string text, int place)
    {
        var offset = 0;
        for (; place > 0 && offset < text.Length; place--) offset += IsPair(text, offset) ? 2 : 1;
        return offset;
    }

    /// <summary>Returns the place, in code points, of a UTF-16 offset in [0, length].</summary>
    public static int FromUtf16(string text, int offset)
    {
        var place = offset;
        for (var at = 1; at < offset; at++)
        {
            if (IsPair(text, at - 1)) place--;
        }

        return place;
    }

    private static bool IsPair(string text, int at) => at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);
}
