using System.Collections.Frozen;

namespace Segmentation.Text;

/// <summary>Legal forms as they end company names, folded and without punctuation.</summary>
internal static class LegalForms
{
    private const int LongestSpelledForm = 4;

    private static readonly FrozenSet<string> OneWord = (
        // English
        "inc incorporated corp corporation co company llc llp lp lllp pllc plc ltd limited ulc dac clg cic " +
        // German
        "gmbh mbh ggmbh ag kg ohg gbr ug kgaa se ek ev haftungsbeschrankt aktiengesellschaft gesmbh kommanditgesellschaft partg partgmbb mbb sagl " +
        // French, Italian, Spanish, Portuguese
        "sa sas sasu sarl eurl snc sca scs scop cie spa srl srls sapa sl slu sau sll slp lda ltda eireli unipessoal " +
        // Dutch
        "bv nv bvba cvba sprl scrl vof " +
        // Nordic and Baltic
        "ab aktiebolag oy oyj abp as asa aps ks ehf uab sia aktieselskab aksjeselskap osakeyhtio " +
        // Central and Eastern Europe
        "sro spzoo kft zrt nyrt doo dooel jdoo eood ood ead ooo zao oao pao pjsc ojsc jsc " +
        // Asia, Pacific, Latin America
        "pty pte pvt opc sdn bhd kk kabushikikaisha tbk sti sab cv").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Forms of several words; the longer of two that share an end comes first.</summary>
    private static readonly string[][] SeveralWords = [.. new[]
    {
        "gesellschaft mit beschrankter haftung", "s de rl de cv", "sapi de cv", "sab de cv", "sa de cv", "rl de cv", "spolka z oo", "sp z oo", "sp z o o", "sp zoo",
        "spolka akcyjna", "sp j", "sp k", "spol s ro", "spol s r o", "s ro", "societe anonyme", "sociedad anonima", "private limited", "public limited company",
        "limited liability company", "kabushiki kaisha", "besloten vennootschap", "a responsabilidad limitada", "ab publ", "unlimited company", "naamloze vennootschap", "gesellschaft burgerlichen rechts",
    }.Select(form => form.Split(' '))];

    /// <summary>Returns how many of the first <paramref name="count"/> words make a legal form at their end; 0 where none does.</summary>
    public static int LengthAtEnd(List<string> words, int count)
    {
        foreach (var form in SeveralWords)
        {
            if (EndsWith(words, count, form)) return form.Length;
        }

        if (OneWord.Contains(words[count - 1])) return 1;
        // "S. A. S." and "A/S" leave single letters that spell a form; the longest counts.
        var single = 0;
        while (single < Math.Min(LongestSpelledForm, count - 1) && words[count - 1 - single].Length == 1) single++;
        for (var length = single; length > 1; length--)
        {
            if (OneWord.Contains(string.Concat(words.Skip(count - length).Take(length)))) return length;
        }

        return 0;
    }

    /// <summary>Tells whether a word joins a name to its legal form: "&amp; Co", "und Co", "et Cie".</summary>
    public static bool IsConnector(string word) => word is "and" or "und" or "et";

    private static bool EndsWith(List<string> words, int count, string[] form)
    {
        if (form.Length >= count) return false;
        for (var i = 0; i < form.Length; i++)
        {
            if (!string.Equals(words[count - form.Length + i], form[i], StringComparison.Ordinal)) return false;
        }

        return true;
    }
}
