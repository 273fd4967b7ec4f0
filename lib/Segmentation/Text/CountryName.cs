using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Segmentation.Text;

/// <summary>Countries as exports spell them.</summary>
public static class CountryName
{
    private static readonly FrozenDictionary<string, string> Codes = Read();

    private static readonly FrozenDictionary<string, string[]> Lines = CountryTable.Lines.Split('\n').Select(line => line.Split('|'))
        .ToFrozenDictionary(parts => parts[0], StringComparer.Ordinal);

    /// <summary>Returns the two-letter ISO 3166-1 code of a country given by code or name ("usa", "U.S.", "United States" → "US"); null where it is
    /// no country's code or name. Names are English, with the commonest names in the country's own language.</summary>
    /// <param name="country">The country; case, accents, punctuation and the order of words do not count.</param>
    public static string? CodeOf(string country) => Codes.GetValueOrDefault(Fingerprint.Of(country));

    /// <summary>Returns the three-letter ISO 3166-1 code of a country, or null where there is no such code ("US" → "USA").</summary>
    /// <param name="code">Two-letter ISO 3166-1 code in upper case.</param>
    public static string? ThreeLetterCodeOf(string code) => Lines.GetValueOrDefault(code)?[1];

    /// <summary>Gets the two-letter codes of ISO 3166-1, in ordinal order.</summary>
    public static ImmutableArray<string> AllCodes { get; } = [.. Lines.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Returns the usual English name of a country, or null where there is no such code.</summary>
    /// <param name="code">Two-letter ISO 3166-1 code in upper case.</param>
    public static string? NameOf(string code) => Lines.GetValueOrDefault(code)?[2];

    private static FrozenDictionary<string, string> Read()
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in CountryTable.Lines.Split('\n'))
        {
            var parts = line.Split('|');
            // The first to claim a spelling keeps it.
            foreach (var spelling in parts) codes.TryAdd(Fingerprint.Of(spelling), parts[0]);
        }

        return codes.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
