using Segmentation.Text;

namespace Segmentation.Match;

/// <summary>Places as keys.</summary>
internal static class PlaceText
{
    /// <summary>Returns the country's code, or its letters where it is no country known.</summary>
    public static string? Country(string text) => CountryName.CodeOf(text) ?? Fingerprint.Of(text);

    /// <summary>Returns the letters and digits of a postcode in upper case, leading zeros kept.</summary>
    public static string? Postcode(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
