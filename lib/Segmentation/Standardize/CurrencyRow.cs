namespace Segmentation.Standardize;

/// <summary>The records in one currency, as it is written.</summary>
/// <param name="Table">The export's kind in lower case.</param>
/// <param name="Written">The currency as records hold it; null where they hold none.</param>
/// <param name="Code">ISO 4217 code; null where the text names none, or several.</param>
/// <param name="Records">Records.</param>
/// <param name="Arr">Sum of their ARR as it stands in the exports, in that currency; null where they hold none.</param>
/// <param name="Rate">What its amounts were multiplied by; null where they were not converted.</param>
public sealed record CurrencyRow(string Table, string? Written, string? Code, int Records, double? Arr, double? Rate);
