namespace Segmentation.Standardize;

/// <summary>The accounts in one band, or in none for one reason.</summary>
/// <param name="Column">Name of the column that the band was written to.</param>
/// <param name="From">The field that was divided, in words.</param>
/// <param name="Band">Name of the band; null where the accounts are in none.</param>
/// <param name="Meaning">Its ends in words, or why the accounts are in none.</param>
/// <param name="Records">Accounts.</param>
/// <param name="Arr">Their ARR, negative amounts left out; null where the exports hold none.</param>
public sealed record BandRow(string Column, string From, string? Band, string Meaning, int Records, double? Arr);
