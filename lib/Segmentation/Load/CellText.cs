namespace Segmentation.Load;

/// <summary>White space in cells, as bytes.</summary>
internal static class CellText
{
    /// <summary>Returns a cell without white space around it, no-break spaces included.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> cell)
    {
        while (cell.Length > 0)
        {
            if (cell[0] is (byte)' ' or (>= 9 and <= 13)) cell = cell[1..];
            else if (cell[0] >= 0xC2 && WideSpace(cell) is var wide and > 0) cell = cell[wide..];
            else break;
        }

        while (cell.Length > 0)
        {
            if (cell[^1] is (byte)' ' or (>= 9 and <= 13)) cell = cell[..^1];
            else if (cell.Length >= 2 && cell[^1] >= 0x80 && WideSpace(cell[^2..]) == 2) cell = cell[..^2];
            else if (cell.Length >= 3 && cell[^1] >= 0x80 && WideSpace(cell[^3..]) == 3) cell = cell[..^3];
            else break;
        }

        return cell;
    }

    /// <summary>Returns the length of the no-break, thin or figure space, typographic apostrophe excluded, that a text starts with; 0 where it starts with none.</summary>
    public static int WideSpace(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("\u00A0"u8)) return 2;
        return text.StartsWith("\u202F"u8) || text.StartsWith("\u2009"u8) || text.StartsWith("\u2007"u8) ? 3 : 0;
    }
}
