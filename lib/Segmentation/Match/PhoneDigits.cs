namespace Segmentation.Match;

/// <summary>Phone numbers as keys that do not depend on how country and area are written.</summary>
internal static class PhoneDigits
{
    /// <summary>Digits from the end that are compared: national numbers have seven to eleven, and in front of the last nine stand the country's code, a zero or nothing.</summary>
    private const int Compared = 9;

    /// <summary>Fewest digits of a number that can be called from elsewhere.</summary>
    private const int Fewest = 7;

    /// <summary>Returns the last digits of a number, its extension left off ("+1 (209) 555-0180" and "209.555.0180 x12" → "095550180"); null where there are
    /// too few, or one digit all along.</summary>
    public static string? Of(string text)
    {
        Span<char> digits = stackalloc char[32];
        var count = 0;
        foreach (var letter in text)
        {
            if (char.IsAsciiDigit(letter)) digits[count++] = letter;
            else if (char.IsLetter(letter) && count >= Fewest) break;
            if (count == digits.Length) break;
        }

        if (count < Fewest) return null;
        var last = digits[Math.Max(0, count - Compared)..count];
        return last.ContainsAnyExcept(last[0]) ? last.ToString() : null;
    }
}
