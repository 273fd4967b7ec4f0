namespace Segmentation.Text;

/// <summary>Keys under which words that sound alike in English collide.</summary>
public static class Phonetic
{
    /// <summary>Group of each letter from A to Z: 0 is a vowel, which parts two consonants of one group; 7 is h or w, which does not.</summary>
    private const string Groups = "01230127022455012623017202";

    private const char Silent = '7';

    /// <summary>Returns the American Soundex code of a word: its first letter and the groups of the consonants that follow, filled up with zeros
    /// ("Robert" and "Rupert" → "R163"). Empty where the word holds no letter from A to Z.</summary>
    /// <param name="word">The word; case and accents do not count, what is no letter from A to Z is passed over.</param>
    /// <param name="length">Length of the code, at least 1. Default 4; a longer code parts more words.</param>
    /// <remarks>The rule of the United States National Archives (the Soundex Indexing System, General Information Leaflet 55): neighbouring letters
    /// of one group count once, also the first letter's; so do two parted by h or w, but not two parted by a vowel.</remarks>
    public static string Soundex(string word, int length = 4)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        Span<char> code = stackalloc char[Math.Min(length, 64)];
        var (written, last) = (0, '0');
        foreach (var letter in Folding.Fold(word))
        {
            if (!char.IsAsciiLetterLower(letter)) continue;
            var group = Groups[letter - 'a'];
            if (written == 0) code[written++] = char.ToUpperInvariant(letter);
            else if (group is not '0' and not Silent && group != last) code[written++] = group;
            if (written == code.Length) break;
            if (group != Silent) last = group;
        }

        if (written == 0) return string.Empty;
        code[written..].Fill('0');
        return new string(code);
    }
}
