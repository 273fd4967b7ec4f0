namespace Segmentation.Load;

/// <summary>Reads words for true and false.</summary>
internal static class BooleanText
{
    private static readonly (byte[] Word, bool Value)[] Words =
        [("true"u8.ToArray(), true), ("false"u8.ToArray(), false), ("yes"u8.ToArray(), true), ("no"u8.ToArray(), false), ("y"u8.ToArray(), true), ("n"u8.ToArray(), false), ("t"u8.ToArray(), true), ("f"u8.ToArray(), false)];

    /// <summary>Reads true/false, yes/no, y/n or t/f, without regard to case.</summary>
    public static bool TryRead(ReadOnlySpan<byte> cell, out bool value)
    {
        value = false;
        cell = CellText.Trim(cell);
        if (cell.Length is 0 or > 5 || (cell[0] | 0x20) is not ('t' or 'f' or 'y' or 'n')) return false;
        foreach (var (word, meaning) in Words)
        {
            if (!System.Text.Ascii.EqualsIgnoreCase(cell, word)) continue;
            value = meaning;
            return true;
        }

        return false;
    }

    /// <summary>Reads 1 or 0.</summary>
    public static bool TryReadDigit(ReadOnlySpan<byte> cell, out bool value)
    {
        cell = CellText.Trim(cell);
        value = cell is [(byte)'1'];
        return cell is [(byte)'0' or (byte)'1'];
    }
}
