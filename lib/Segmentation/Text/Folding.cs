using System.Buffers;
using System.Collections.Frozen;

namespace Segmentation.Text;

/// <summary>Letters as a comparison sees them: lower case, without accents.</summary>
/// <remarks>A table of its own, because Unicode normalisation is switched off with invariant globalization. Covers Latin (all of its
/// extended blocks), Greek accents, full-width forms and combining marks; other scripts are lower-cased and kept.</remarks>
public static class Folding
{
    private static readonly (string Plain, string Letters)[] Table =
    [
        ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"), ("b", "ḃḅḇ"), ("c", "çćĉċčḉ"), ("d", "ďđðḋḍḏḑḓ"),
        ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"), ("f", "ḟ"), ("g", "ĝğġģǧǵḡ"), ("h", "ĥħȟḣḥḧḩḫẖ"),
        ("i", "ìíîïĩīĭįǐȉȋḭḯỉịıİ"), ("j", "ĵǰ"), ("k", "ķǩḱḳḵ"), ("l", "ĺļľłḷḹḻḽ"), ("m", "ḿṁṃ"), ("n", "ñńņňǹṅṇṉṋ"),
        ("o", "òóôõöōŏőơǒǫǭȍȏȫȭȯȱøǿṍṏṑṓọỏốồổỗộớờởỡợ"), ("p", "ṕṗ"), ("r", "ŕŗřȑȓṙṛṝṟ"), ("s", "śŝşšſșṡṣṥṧṩẛ"),
        ("t", "ţťțŧṫṭṯṱẗ"), ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"), ("v", "ṽṿ"), ("w", "ŵẁẃẅẇẉẘ"), ("x", "ẋẍ"),
        ("y", "ýÿŷȳẏẙỳỵỷỹ"), ("z", "źżžẑẓẕ"), ("ss", "ßẞ"), ("ae", "æǣǽ"), ("oe", "œ"), ("th", "þ"), ("ij", "ĳ"),
        ("fi", "ﬁ"), ("fl", "ﬂ"), ("ff", "ﬀ"), ("α", "ά"), ("ε", "έ"), ("η", "ή"), ("ι", "ΐίϊ"), ("ο", "ό"), ("υ", "ΰϋύ"), ("ω", "ώ"), ("σ", "ς"),
    ];

    private static readonly FrozenDictionary<char, string> PlainOf =
        Table.SelectMany(row => row.Letters.Select(letter => (letter, row.Plain))).ToFrozenDictionary(p => p.letter, p => p.Plain);

    /// <summary>Returns text in lower case, accents off ("École" → "ecole", "Straße" → "strasse"); spaces and punctuation stay.</summary>
    /// <param name="text">The text; its length may change where one letter becomes two.</param>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (System.Text.Ascii.IsValid(text)) return text.ToLowerInvariant();
        // No letter of the table becomes more than two.
        var folded = ArrayPool<char>.Shared.Rent(text.Length * 2);
        var length = 0;
        foreach (var raw in text)
        {
            // Full-width forms of ASCII lie at a fixed distance from it.
            var letter = char.ToLowerInvariant(raw is >= '\uFF01' and <= '\uFF5E' ? (char)(raw - 0xFEE0) : raw is '\u3000' or '\u00A0' ? ' ' : raw);
            if (letter is >= '\u0300' and <= '\u036F' or '\u200B' or '\u200C' or '\u200D' or '\uFEFF' or '\u00AD') continue;
            if (letter < 0x80)
            {
                folded[length++] = letter;
            }
            else if (PlainOf.TryGetValue(letter, out var plain))
            {
                plain.CopyTo(folded.AsSpan(length));
                length += plain.Length;
            }
            else
            {
                folded[length++] = letter;
            }
        }

        var result = new string(folded, 0, length);
        ArrayPool<char>.Shared.Return(folded);
        return result;
    }
}
