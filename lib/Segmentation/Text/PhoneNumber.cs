using System.Text;
using System.Text.RegularExpressions;

namespace Segmentation.Text;

/// <summary>Phone numbers.</summary>
public static partial class PhoneNumber
{
    // ITU-T E.164, 6.1: at most 15 digits with the calling code. No administration's numbers are shorter than 7 with it.
    private const int LongestNumber = 15;
    private const int ShortestNumber = 7;

    // "1-800-FLOWERS": letters stand for digits only beside enough digits to be a number.
    private const int FewestDigitsBesideLetters = 3;

    // From this length on, digits that begin with the country's own calling code were written with it.
    private const int WithCallingCode = 11;

    // ITU-T E.161: the letters on the keys 2 to 9.
    private const string Keys = "22233344455566677778889999";

    /// <summary>Returns the number in E.164 form, with its extension kept apart ("(212) 555-0100 ext. 7" in US → "+12125550100" and "7"; "02 1234 5678" in IT → "+390212345678").</summary>
    /// <param name="text">The number as it was typed: labels, brackets, trunk prefixes and letters for digits (1-800-FLOWERS) allowed; of several, the first counts.</param>
    /// <param name="country">Two-letter ISO 3166-1 code of the country it is dialled in; null where it is not known. A number that begins with + or 00 needs none.</param>
    /// <remarks>A table of calling codes, trunk prefixes and lengths for some 65 countries, see <c>PhonePlan</c>; for any other calling code only the total length of E.164 is checked.
    /// Says whether a number can exist, not whether somebody answers. Of the North American plan also the first digits of area code and exchange are checked (2 to 9).</remarks>
    public static PhoneReading ToE164(string text, string? country)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = Label().Replace(Folding.Fold(text).Trim(), string.Empty);
        var extension = Extension().Match(plain);
        if (extension.Success) plain = plain[..extension.Index];
        var digits = Digits(First(Label().Replace(plain, string.Empty)), out var isInternational, out var hasLetters);
        var written = extension.Success ? extension.Groups[1].Value : null;
        var (number, problem) = digits is null ? (null, PhoneProblem.NoNumber) : Read(digits, isInternational, hasLetters, PhonePlan.Of(country));
        return new(number, problem == PhoneProblem.NoNumber ? null : written, problem);
    }

    private static (string? Number, PhoneProblem Problem) Read(string digits, bool isInternational, bool hasLetters, PhonePlan? plan)
    {
        if (digits.AsSpan().TrimStart(digits[0]).IsEmpty) return (null, PhoneProblem.Placeholder);
        if (isInternational) return International(digits, hasLetters);
        foreach (var prefix in plan?.International ?? ["00"])
        {
            if (digits.StartsWith(prefix, StringComparison.Ordinal) && digits.Length > prefix.Length + ShortestNumber) return International(digits[prefix.Length..], hasLetters);
        }

        if (plan is null) return (null, PhoneProblem.UnknownCountry);
        var isWritten = digits.StartsWith(plan.CallingCode, StringComparison.Ordinal) && plan.Fits(plan.WithoutTrunk(digits.AsSpan(plan.CallingCode.Length)));
        var national = plan.WithoutTrunk(digits);
        return isWritten && (digits.Length >= WithCallingCode || !plan.Fits(national)) ? International(digits, hasLetters) : Checked(plan, national, hasLetters);
    }

    private static (string? Number, PhoneProblem Problem) International(string digits, bool hasLetters)
    {
        if (digits[0] == '0') return (null, PhoneProblem.NotAssigned);
        if (PhonePlan.OfInternational(digits) is { } plan) return Checked(plan, plan.WithoutTrunk(digits.AsSpan(plan.CallingCode.Length)), hasLetters);
        return digits.Length switch
        {
            < ShortestNumber => (null, PhoneProblem.TooShort),
            > LongestNumber => (null, PhoneProblem.TooLong),
            _ => ("+" + digits, PhoneProblem.None),
        };
    }

    private static (string? Number, PhoneProblem Problem) Checked(PhonePlan plan, ReadOnlySpan<char> national, bool hasLetters)
    {
        // North American exchanges ignore what is dialled after the tenth digit: 1-800-MATTRESS.
        if (hasLetters && plan.IsNorthAmerican && national.Length > plan.Longest) national = national[..plan.Longest];
        if (national.Length < plan.Shortest) return (null, PhoneProblem.TooShort);
        if (national.Length > plan.Longest || national.Length + plan.CallingCode.Length > LongestNumber) return (null, PhoneProblem.TooLong);
        if (national.TrimStart(national[0]).IsEmpty) return (null, PhoneProblem.Placeholder);
        if (plan.IsNorthAmerican && (national[0] < '2' || national[3] < '2')) return (null, PhoneProblem.NotAssigned);
        return ($"+{plan.CallingCode}{national}", PhoneProblem.None);
    }

    /// <summary>Returns the first of several numbers; "030/123 45 67" is one, with a slash after the area code.</summary>
    private static string First(string text)
    {
        foreach (var part in Several().Split(text))
        {
            if (part.Any(char.IsAsciiDigit)) return part;
        }

        return text;
    }

    /// <summary>Returns the digits, letters turned into them; null where the text is no number.</summary>
    private static string? Digits(string text, out bool isInternational, out bool hasLetters)
    {
        var digits = new StringBuilder();
        var letters = 0;
        isInternational = false;
        hasLetters = false;
        foreach (var letter in text)
        {
            if (char.IsAsciiDigit(letter))
            {
                digits.Append(letter);
            }
            else if (char.IsAsciiLetterLower(letter))
            {
                letters++;
                digits.Append(Keys[letter - 'a']);
            }
            else if (letter == '+' && digits.Length == 0)
            {
                isInternational = true;
            }
            else if (!char.IsWhiteSpace(letter) && letter is not ('-' or '.' or '(' or ')' or '[' or ']' or '/' or '\'' or '_' or '·' or ':' or '‐' or '‑' or '–' or '—' or '−' or '\u200E' or '\u202A' or '\u202C'))
            {
                return null;
            }
        }

        hasLetters = letters > 0;
        return digits.Length == 0 || (hasLetters && digits.Length - letters < FewestDigitsBesideLetters) ? null : digits.ToString();
    }

    [GeneratedRegex(@"^(?:(?:tel|telefon|telephone|phone|ph|mobile|mobil|mob|cell|fax|office|work|direct|main|home|[tmpodfc])[.:]?\s*:?\s*)+(?=[+(\d])|[\s(]*(?:mobile|mobil|cell|home|office|work|fax|main|direct)\)?$")]
    private static partial Regex Label();

    [GeneratedRegex(@"[\s,;(]*(?:(?<=[\d\s,;()])(?:ext(?:ension|n)?|x|durchwahl|dw|poste|interno|int|anexo|toestel)|#)[.:=\s]*(\d{1,6})\s*\)?\s*$")]
    private static partial Regex Extension();

    [GeneratedRegex(@"[;|,\r\n]|\s(?:or|oder|ou|and|und|et|y|e)\s|/(?=\s*\+)|(?<=\d{3}[\s-]?\d{4}\s*)/(?=\s*\(?\d{3})")]
    private static partial Regex Several();
}
