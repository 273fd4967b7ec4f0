using System.Text;
using System.Text.RegularExpressions;

namespace Segmentation.Load;

/// <summary>Headers as they are compared: lower-case letters and digits only, without the ending of a Salesforce custom field.</summary>
internal static partial class HeaderKey
{
    /// <summary>Returns the key of a header; case, spaces, underscores, punctuation and <c>__c</c> do not count.</summary>
    public static string Of(string header)
    {
        var name = CustomField().Replace(header.Trim(), string.Empty);
        var key = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            if (char.IsLetterOrDigit(letter)) key.Append(char.ToLowerInvariant(letter));
        }

        return key.ToString();
    }

    /// <summary>
    /// Returns the key of what is left of a header without a unit ("ARR (USD)", "arr_eur"), a package prefix
    /// ("zi__Employees__c") or a path ("vitally.custom.arr", "properties.industry"); null where nothing is cut. A path to another
    /// record ("Owner.Email") stays whole: it does not describe the row.
    /// </summary>
    public static string? Core(string header)
    {
        var core = Unit().Replace(header.Trim(), string.Empty);
        core = Prefix().Replace(core, string.Empty);
        var key = Of(core);
        return key.Length == 0 || key == Of(header) ? null : key;
    }

    /// <summary>Returns the currency that a header names ("ARR (USD)", "arr_eur"); null where it names none.</summary>
    public static string? CurrencyOf(string header) => CurrencyCode().Match(header) is { Success: true } match ? match.Groups[1].Value.ToUpperInvariant() : null;

    /// <summary>Tells whether a header says that its amounts are in thousands ("Revenue (in 000s USD)").</summary>
    public static bool SaysThousands(string header) => Thousands().IsMatch(header);

    [GeneratedRegex(@"\b(?:000s|thousands)\b|[(\[]k[)\]]", RegexOptions.IgnoreCase)]
    private static partial Regex Thousands();

    [GeneratedRegex("__(c|pc|r)$", RegexOptions.IgnoreCase)]
    private static partial Regex CustomField();

    [GeneratedRegex(@"\s*[(\[][^)\]]*[)\]]\s*$|[\s_-]+(usd|eur|gbp|chf|cad|aud|jpy|sek|nok|dkk|inr)$", RegexOptions.IgnoreCase)]
    private static partial Regex Unit();

    [GeneratedRegex(@"^(?:[A-Za-z0-9]+__(?=.+__c$)|(?:(?:properties|traits|attributes|fields|custom|vitally)\.)+)", RegexOptions.IgnoreCase)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"(?:^|[\s_(\[-])(usd|eur|gbp|chf|cad|aud|jpy|sek|nok|dkk|inr)(?:$|[\s_)\]-])", RegexOptions.IgnoreCase)]
    private static partial Regex CurrencyCode();
}
