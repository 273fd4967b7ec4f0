namespace Segmentation.Standardize;

/// <summary>The records of one state of a country whose states are known, as it is written.</summary>
/// <param name="Table">The export's kind in lower case.</param>
/// <param name="Country">Two-letter ISO 3166-1 code.</param>
/// <param name="Written">The state as records hold it.</param>
/// <param name="Code">Its code; null where the country has no such state, and the value stays.</param>
/// <param name="Records">Records.</param>
public sealed record StateRow(string Table, string Country, string Written, string? Code, int Records);
