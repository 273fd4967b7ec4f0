using Segmentation.Load;

namespace Segmentation.Enrich;

/// <summary>A value that a provider put into the CRM's table.</summary>
/// <param name="Row">Zero-based row of the record.</param>
/// <param name="Record">The record's identifier; null where it has none.</param>
/// <param name="Field">The field.</param>
/// <param name="Value">The value, as <see cref="Tables.Column.Raw"/> writes it.</param>
/// <param name="Provider">The provider's name.</param>
/// <param name="Key">The key by which record and provider's row were matched.</param>
public sealed record FilledValue(int Row, string? Record, Role Field, string Value, string Provider, EnrichmentKey Key);
