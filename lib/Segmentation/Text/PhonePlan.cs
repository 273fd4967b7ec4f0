using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Segmentation.Text;

/// <summary>How one country writes its phone numbers.</summary>
/// <param name="CallingCode">Digits after the +.</param>
/// <param name="Shortest">Fewest digits of a national number, without trunk prefix.</param>
/// <param name="Longest">Most digits of a national number, without trunk prefix.</param>
/// <param name="Trunks">What is dialled before a national number within the country and not from outside; none where nothing is, as in Italy, whose zero belongs to the number.</param>
/// <param name="International">What is dialled before a calling code.</param>
internal sealed record PhonePlan(string CallingCode, int Shortest, int Longest, ImmutableArray<string> Trunks, ImmutableArray<string> International)
{
    private const string NorthAmerica = "1";

    /// <summary>country | calling code | digits of a national number | trunk prefixes | international prefixes.</summary>
    /// <remarks>ITU-T, List of E.164 country codes assigned (complement to E.164), Dialling procedures (E.164 (2010), international and trunk prefixes) and the national numbering
    /// plans that administrations communicate under E.129. Numbers of subscribers only: short codes and numbers that cannot be reached from abroad are left out.</remarks>
    private const string Lines =
        """
        US CA PR|1|10|1|011
        GB GG JE IM|44|9-10|0|00
        DE|49|6-13|0|00
        FR|33|9|0|00
        IE|353|7-10|0|00
        AU|61|9|0|0011
        NZ|64|8-10|0|00
        NL|31|9|0|00
        BE|32|8-9|0|00
        LU|352|4-11||00
        CH|41|9|0|00
        LI|423|7||00
        AT|43|4-13|0|00
        ES|34|9||00
        IT|39|6-11||00
        PT|351|9||00
        GR|30|10||00
        MT|356|8||00
        CY|357|8||00
        SE|46|7-10|0|00
        NO|47|8||00
        DK|45|8||00
        FI|358|5-12|0|00
        IS|354|7||00
        PL|48|9|0|00
        CZ|420|9||00
        SK|421|9|0|00
        HU|36|8-9|06|00
        RO|40|9|0|00
        BG|359|7-9|0|00
        HR|385|8-9|0|00
        SI|386|8|0|00
        RS|381|8-9|0|00
        EE|372|7-8||00
        LV|371|8||00
        LT|370|8|0,8|00
        UA|380|9|0|00
        RU KZ|7|10|8|810
        TR|90|10|0|00
        IL|972|8-9|0|00
        AE|971|8-9|0|00
        SA|966|8-9|0|00
        EG|20|8-10|0|00
        ZA|27|9|0|00
        NG|234|7-10|0|009
        KE|254|9|0|000
        IN|91|10|0|00
        CN|86|9-11|0|00
        HK|852|8||001
        TW|886|8-9|0|002
        JP|81|9-10|0|010
        KR|82|8-10|0|001,002
        SG|65|8||001,000
        MY|60|8-10|0|00
        TH|66|8-9|0|001
        PH|63|8-10|0|00
        ID|62|8-12|0|001
        VN|84|9-10|0|00
        BR|55|10-11|0|00
        MX|52|10|01,044,045,1|00
        AR|54|10-11|0|00
        CL|56|9||00
        CO|57|10|0|00
        PE|51|8-9|0|00
        """;

    private static readonly FrozenDictionary<string, PhonePlan> ByCountry = Lines.Split('\n').Select(line => line.Split('|'))
        .SelectMany(p => p[0].Split(' ').Select(country => (country, Plan: Read(p)))).ToFrozenDictionary(p => p.country, p => p.Plan, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, PhonePlan> ByCallingCode = ByCountry.Values.DistinctBy(p => p.CallingCode).ToFrozenDictionary(p => p.CallingCode, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, PhonePlan>.AlternateLookup<ReadOnlySpan<char>> CallingCodes = ByCallingCode.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Gets whether the plan is the North American one.</summary>
    public bool IsNorthAmerican => CallingCode == NorthAmerica;

    /// <summary>Returns the plan of a country by its ISO 3166-1 code; null where it is not in the table.</summary>
    public static PhonePlan? Of(string? country) => country is null ? null : ByCountry.GetValueOrDefault(country);

    /// <summary>Returns the plan whose calling code the digits begin with; null where it is not in the table. No calling code is the beginning of another.</summary>
    public static PhonePlan? OfInternational(ReadOnlySpan<char> digits)
    {
        for (var length = 1; length <= Math.Min(3, digits.Length); length++)
        {
            if (CallingCodes.TryGetValue(digits[..length], out var plan)) return plan;
        }

        return null;
    }

    /// <summary>Returns the national number without its trunk prefix.</summary>
    public ReadOnlySpan<char> WithoutTrunk(ReadOnlySpan<char> digits)
    {
        foreach (var trunk in Trunks)
        {
            if (!digits.StartsWith(trunk, StringComparison.Ordinal)) continue;
            var rest = digits[trunk.Length..];
            // Where a 0 is dialled before numbers, none of them begins with it, nor does a North American one with 1; any other digit may begin one.
            if (trunk[0] == '0' || (digits.Length > Longest && (IsNorthAmerican || Fits(rest)))) return rest;
        }

        return digits;
    }

    /// <summary>Tells whether a national number has as many digits as the country's numbers have.</summary>
    public bool Fits(ReadOnlySpan<char> digits) => digits.Length >= Shortest && digits.Length <= Longest;

    private static PhonePlan Read(string[] parts)
    {
        var lengths = parts[2].Split('-').Select(l => int.Parse(l, CultureInfo.InvariantCulture)).ToArray();
        return new(parts[1], lengths[0], lengths[^1], [.. parts[3].Split(',', StringSplitOptions.RemoveEmptyEntries)], [.. parts[4].Split(',')]);
    }
}
