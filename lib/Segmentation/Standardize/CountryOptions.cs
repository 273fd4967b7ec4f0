using System.Collections.Immutable;

namespace Segmentation.Standardize;

/// <summary>How countries are read and which region each belongs to.</summary>
public sealed record CountryOptions
{
    /// <summary>Gets the defaults.</summary>
    public static CountryOptions Default { get; } = new();

    /// <summary>Gets the column that the two-letter code is written to. Default <c>country_code</c>.</summary>
    public string CodeColumn { get; init; } = "country_code";

    /// <summary>Gets the column that the region is written to. Default <c>region</c>.</summary>
    public string RegionColumn { get; init; } = "region";

    /// <summary>Gets the region of each country by two-letter ISO 3166-1 code; a country that is not in it has none. Default: NA, LATAM, APAC and EMEA as most vendors divide
    /// the world, Mexico in LATAM, Turkey and Israel in EMEA. Change one with <c>Regions.SetItem("MX", "NA")</c>.</summary>
    public ImmutableSortedDictionary<string, string> Regions { get; init; } = SalesRegions.Default;
}
