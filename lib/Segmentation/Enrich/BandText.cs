using System.Text;
using System.Text.RegularExpressions;
using Segmentation.Load;

namespace Segmentation.Enrich;

/// <summary>Bands as providers write them: <c>201-1000</c>, <c>$10M-$100M</c>, <c>1,001 to 5,000</c>, <c>10,000+</c>, <c>&lt; 50</c>.</summary>
internal static partial class BandText
{
    // Longer texts are no bands; this also bounds the work on hostile fields.
    private const int Longest = 60;

    /// <summary>Tells whether a text is a band, and returns its lower end; null where it has none ("&lt; 50").</summary>
    public static bool TryRead(string text, out double? lowerEnd)
    {
        lowerEnd = null;
        if (text.Length > Longest || Band().Match(text) is not { Success: true } band) return false;
        if (band.Groups["low"] is { Success: true } low && NumberText.TryRead(Encoding.UTF8.GetBytes(low.Value), out var reading)) lowerEnd = reading.AsPoint;
        return true;
    }

    [GeneratedRegex(@"^\s*(?:(?<low>\p{Sc}?\s*[0-9][0-9.,' ]*\s*(?:k|m|mn|b|bn)?)\s*(?:(?:-|–|—|to)\s*\p{Sc}?\s*[0-9][0-9.,' ]*\s*(?:k|m|mn|b|bn)?|\+|or more|and above)|(?:<|≤|under|up to|less than)\s*\p{Sc}?\s*[0-9][0-9.,' ]*\s*(?:k|m|mn|b|bn)?|(?:>|≥|over|more than)\s*(?<low>\p{Sc}?\s*[0-9][0-9.,' ]*\s*(?:k|m|mn|b|bn)?))(?:\s*(?:employees|people|usd|eur|gbp))?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Band();
}
