using System.Text;
using Segmentation.Text;

namespace Segmentation.Audit;

/// <summary>One distinct value of a field in the forms that comparison needs.</summary>
internal sealed record VariantValue(string Text, int Records, bool IsAllowed)
{
    public string Fingerprint { get; } = Segmentation.Text.Fingerprint.Of(Text);

    public string NGram { get; } = Segmentation.Text.Fingerprint.NGram(Text);

    /// <summary>Gets the words, folded; punctuation parts them.</summary>
    public string[] Words { get; } = Split(Folding.Fold(Text));

    /// <summary>Gets the numbers in the value with what bounds them: "1-50", "1000+" and "&lt;100" are not spellings of one another.</summary>
    public string Numbers { get; } = NumbersOf(Text);

    public string? Country { get; } = CountryName.CodeOf(Text);

    private static string[] Split(string folded)
    {
        var words = new StringBuilder(folded.Length);
        foreach (var letter in folded)
        {
            if (letter is not ('\'' or '’')) words.Append(char.IsLetterOrDigit(letter) ? letter : ' ');
        }

        return words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string NumbersOf(string text)
    {
        if (!text.Any(char.IsDigit)) return string.Empty;
        var numbers = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var betweenDigits = i > 0 && i + 1 < text.Length && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]);
            if (char.IsDigit(text[i]) || text[i] is '<' or '>' or '≤' or '≥' or '+') numbers.Append(text[i]);
            else if (text[i] is '.' or ',' && betweenDigits) continue;
            else if (numbers.Length > 0 && char.IsDigit(numbers[^1])) numbers.Append('|');
        }

        return numbers.ToString().TrimEnd('|');
    }
}
