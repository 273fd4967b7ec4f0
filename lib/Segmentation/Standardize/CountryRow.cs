namespace Segmentation.Standardize;

/// <summary>The records of one country, as it is written.</summary>
/// <param name="Table">The export's kind in lower case.</param>
/// <param name="Written">The country as records hold it; null where they hold none.</param>
/// <param name="Code">Two-letter ISO 3166-1 code; null where it is no country's name or code.</param>
/// <param name="Region">Region; null where the country has none.</param>
/// <param name="Records">Records.</param>
/// <param name="Arr">ARR of the accounts concerned, each once; null where it cannot be known.</param>
public sealed record CountryRow(string Table, string? Written, string? Code, string? Region, int Records, double? Arr);
