using System.Text;

namespace Segmentation.Text;

/// <summary>Company names as keys.</summary>
public static class CompanyName
{
    /// <summary>Returns the name in lower case without accents, punctuation and legal suffixes ("Acme, Inc." → "acme", "Müller GmbH &amp; Co. KG" → "muller").
    /// "&amp;" and "+" read as "and". A name that is only a legal form keeps its first word ("AG" → "ag"); empty where the name holds no letter or digit.</summary>
    /// <param name="name">The name.</param>
    /// <remarks>Suffixes are removed repeatedly from the end only, so "SAP Labs" and "AG Barr" stay. "Group" and "Holding" stay: a group is
    /// not its subsidiary. Two names with one key are one company as far as its name can tell: look at the domain and country too.</remarks>
    public static string Normalize(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var words = Words(Folding.Fold(name));
        var count = words.Count;
        while (count > 1)
        {
            var removed = LegalForms.LengthAtEnd(words, count);
            if (removed == 0) break;
            // The first word stays whatever it is: an empty key would join every such record.
            count = Math.Max(1, count - removed);
            while (count > 1 && LegalForms.IsConnector(words[count - 1])) count--;
        }

        return count == 1 ? words[0] : string.Join(' ', words.Take(count));
    }

    private static List<string> Words(string folded)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i <= folded.Length; i++)
        {
            var letter = i < folded.Length ? folded[i] : ' ';
            if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) || letter == '.')
            {
                word.Append(letter);
            }
            else if (letter is not ('\'' or '’' or '‘' or '`' or '´'))
            {
                // An apostrophe joins ("Macy's" → "macys"); everything else parts.
                Close(words, word);
                if (letter is '&' or '+') words.Add("and");
            }
        }

        return words;
    }

    private static void Close(List<string> words, StringBuilder word)
    {
        if (word.Length == 0) return;
        var text = word.ToString();
        word.Clear();
        var parts = text.Split('.', StringSplitOptions.RemoveEmptyEntries);
        // "S.A.", "o.o." and "U.S.A" are one word each; "amazon.com" and "Sp.z" are two.
        if (parts.Length > 1 && parts.All(p => p.Length == 1)) words.Add(string.Concat(parts));
        else words.AddRange(parts);
    }
}
