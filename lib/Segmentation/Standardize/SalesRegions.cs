using System.Collections.Immutable;
using Segmentation.Text;

namespace Segmentation.Standardize;

/// <summary>The four sales regions that most vendors use. Mexico and the Caribbean are in LATAM, Greenland and Bermuda in NA, Turkey, Israel and the former Soviet Union in EMEA.</summary>
internal static class SalesRegions
{
    private const string NorthAmerica = "US CA BM GL PM";

    private const string LatinAmerica =
        "AG AI AR AW BB BL BO BQ BR BS BZ CL CO CR CU CW DM DO EC FK GD GF GP GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PR PY SR SV SX TC TT UY VC VE VG VI";

    private const string AsiaPacific =
        "AF AS AU BD BN BT CC CK CN CX FJ FM GU HK ID IN IO JP KH KI KP KR LA LK MH MM MN MO MP MV MY NC NF NP NR NU NZ PF PG PH PK PN PW SB SG TH TK TL TO TV TW UM VN VU WF WS";

    /// <summary>Islands and ice where no customer sits.</summary>
    private const string None = "AQ BV GS HM TF";

    /// <summary>Gets the region of each country, by two-letter ISO 3166-1 code; the rest of the world is EMEA, Antarctica and uninhabited islands have none.</summary>
    public static ImmutableSortedDictionary<string, string> Default { get; } = Make();

    private static ImmutableSortedDictionary<string, string> Make()
    {
        var regions = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (codes, region) in new[] { (NorthAmerica, "NA"), (LatinAmerica, "LATAM"), (AsiaPacific, "APAC") })
        {
            foreach (var code in codes.Split(' ')) regions.Add(code, region);
        }

        var none = None.Split(' ');
        foreach (var code in CountryName.AllCodes.Where(c => !regions.ContainsKey(c) && !none.Contains(c))) regions.Add(code, "EMEA");
        return regions.ToImmutable();
    }
}
