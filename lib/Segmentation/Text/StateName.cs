using System.Collections.Frozen;

namespace Segmentation.Text;

/// <summary>States, provinces and territories of the United States, Canada and Australia as exports spell them.</summary>
public static class StateName
{
    /// <summary>Country, code after the country in ISO 3166-2, name, then other spellings in use.</summary>
    private const string Lines =
        """
        US|AL|Alabama
        US|AK|Alaska
        US|AZ|Arizona
        US|AR|Arkansas
        US|CA|California|Calif.
        US|CO|Colorado
        US|CT|Connecticut
        US|DE|Delaware
        US|DC|District of Columbia|Washington DC|Washington, D.C.
        US|FL|Florida
        US|GA|Georgia
        US|HI|Hawaii
        US|ID|Idaho
        US|IL|Illinois
        US|IN|Indiana
        US|IA|Iowa
        US|KS|Kansas
        US|KY|Kentucky
        US|LA|Louisiana
        US|ME|Maine
        US|MD|Maryland
        US|MA|Massachusetts|Mass.
        US|MI|Michigan
        US|MN|Minnesota
        US|MS|Mississippi
        US|MO|Missouri
        US|MT|Montana
        US|NE|Nebraska
        US|NV|Nevada
        US|NH|New Hampshire
        US|NJ|New Jersey
        US|NM|New Mexico
        US|NY|New York|New York State
        US|NC|North Carolina
        US|ND|North Dakota
        US|OH|Ohio
        US|OK|Oklahoma
        US|OR|Oregon
        US|PA|Pennsylvania
        US|RI|Rhode Island
        US|SC|South Carolina
        US|SD|South Dakota
        US|TN|Tennessee
        US|TX|Texas
        US|UT|Utah
        US|VT|Vermont
        US|VA|Virginia
        US|WA|Washington|Washington State
        US|WV|West Virginia
        US|WI|Wisconsin
        US|WY|Wyoming
        US|AS|American Samoa
        US|GU|Guam
        US|MP|Northern Mariana Islands
        US|PR|Puerto Rico
        US|UM|United States Minor Outlying Islands
        US|VI|Virgin Islands, U.S.|US Virgin Islands
        CA|AB|Alberta
        CA|BC|British Columbia
        CA|MB|Manitoba
        CA|NB|New Brunswick|Nouveau-Brunswick
        CA|NL|Newfoundland and Labrador|Newfoundland
        CA|NS|Nova Scotia
        CA|NT|Northwest Territories
        CA|NU|Nunavut
        CA|ON|Ontario
        CA|PE|Prince Edward Island|PEI
        CA|QC|Quebec|Québec|PQ
        CA|SK|Saskatchewan
        CA|YT|Yukon|Yukon Territory
        AU|ACT|Australian Capital Territory
        AU|NSW|New South Wales
        AU|NT|Northern Territory
        AU|QLD|Queensland
        AU|SA|South Australia
        AU|TAS|Tasmania
        AU|VIC|Victoria
        AU|WA|Western Australia
        """;

    private static readonly FrozenDictionary<(string Country, string Key), (string Code, string Name)> Known = Read();

    /// <summary>Tells whether the states of a country are known here.</summary>
    /// <param name="countryCode">Two-letter ISO 3166-1 code in upper case.</param>
    public static bool Covers(string countryCode) => countryCode is "US" or "CA" or "AU";

    /// <summary>Returns the code of a state given by code or name ("new york", "N.Y." → "NY"); null where the country has no such state, or is not covered.</summary>
    /// <param name="countryCode">Two-letter ISO 3166-1 code in upper case: "WA" is Washington in the US and Western Australia in AU.</param>
    /// <param name="state">The state; case, accents, punctuation and the order of words do not count.</param>
    public static string? CodeOf(string countryCode, string state) => Known.TryGetValue((countryCode, Fingerprint.Of(state)), out var known) ? known.Code : null;

    /// <summary>Returns the name of a state given by code or name, or null where the country has no such state, or is not covered.</summary>
    /// <param name="countryCode">Two-letter ISO 3166-1 code in upper case.</param>
    /// <param name="state">The state, as for <see cref="CodeOf"/>.</param>
    public static string? NameOf(string countryCode, string state) => Known.TryGetValue((countryCode, Fingerprint.Of(state)), out var known) ? known.Name : null;

    private static FrozenDictionary<(string Country, string Key), (string Code, string Name)> Read()
    {
        var known = new Dictionary<(string, string), (string, string)>();
        foreach (var line in Lines.Split('\n', StringSplitOptions.TrimEntries))
        {
            var parts = line.Split('|');
            // An address field often holds "US-TX", the whole code of ISO 3166-2.
            foreach (var spelling in parts.Skip(1).Append($"{parts[0]}-{parts[1]}")) known.TryAdd((parts[0], Fingerprint.Of(spelling)), (parts[1], parts[2]));
        }

        return known.ToFrozenDictionary();
    }
}
