using System.Collections.Frozen;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Segmentation.Text;

namespace Segmentation.Standardize;

/// <summary>The words of a job title as the rules see them.</summary>
internal static partial class TitleWords
{
    /// <summary>Abbreviations and spellings with one meaning in titles.</summary>
    private static readonly FrozenDictionary<string, string> Full = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["mgr"] = "manager",
        ["mngr"] = "manager",
        ["manger"] = "manager",
        ["mgmt"] = "management",
        ["dir"] = "director",
        ["sr"] = "senior",
        ["snr"] = "senior",
        ["jr"] = "junior",
        ["exec"] = "executive",
        ["asst"] = "assistant",
        ["assoc"] = "associate",
        ["coord"] = "coordinator",
        ["admin"] = "administrator",
        ["acct"] = "account",
        ["pres"] = "president",
        ["ops"] = "operations",
        ["mktg"] = "marketing",
        ["mkt"] = "marketing",
        ["vicepresident"] = "vp",
        ["rep"] = "representative",
        ["prez"] = "president",
        ["officier"] = "officer",
        ["programme"] = "program",
        ["organisation"] = "organization",
        ["cofounder"] = "founder",
        ["geschaeftsfuehrer"] = "geschaftsfuhrer",
        ["geschaeftsfuehrerin"] = "geschaftsfuhrerin",
        ["geschaeftsfuehrung"] = "geschaftsfuhrung",
        ["geschaeftsleitung"] = "geschaftsleitung",
        ["praesident"] = "prasident",
        ["vizepraesident"] = "vizeprasident",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Returns the words in lower case without accents and markup, abbreviations written out; empty where the title holds no letter or digit.</summary>
    public static string[] Of(string title)
    {
        var plain = title;
        if (title.Contains('<', StringComparison.Ordinal)) plain = Markup().Replace(plain, " ");
        if (title.Contains('&', StringComparison.Ordinal)) plain = WebUtility.HtmlDecode(plain);
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in Folding.Fold(plain).Append(' '))
        {
            if (char.IsLetterOrDigit(letter) || letter == '.')
            {
                word.Append(letter);
                continue;
            }

            Close(words, word);
            if (letter is '&' or '+') words.Add("and");
        }

        return [.. words.Select(w => Full.GetValueOrDefault(w, w))];
    }

    private static void Close(List<string> words, StringBuilder word)
    {
        if (word.Length == 0) return;
        var parts = word.ToString().Split('.', StringSplitOptions.RemoveEmptyEntries);
        word.Clear();
        // "C.E.O." is one word, "Dir.Sales" two.
        if (parts.Length > 1 && parts.All(p => p.Length == 1)) words.Add(string.Concat(parts));
        else words.AddRange(parts);
    }

    [GeneratedRegex("</?[a-zA-Z!][^<>]*>")]
    private static partial Regex Markup();
}
