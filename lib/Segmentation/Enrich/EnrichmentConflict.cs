using Segmentation.Load;

namespace Segmentation.Enrich;

/// <summary>A value of the CRM that a provider contradicts. It stays, unless the decisions accept the provider's.</summary>
/// <param name="Row">Zero-based row of the record.</param>
/// <param name="Record">The record's identifier; null where it has none.</param>
/// <param name="Field">The field.</param>
/// <param name="Crm">What the CRM says.</param>
/// <param name="Provider">The provider's name.</param>
/// <param name="Offered">What it says, in the CRM's terms: what <c>accepted</c> quotes.</param>
/// <param name="Difference">By how much two numbers differ, as a proportion of the larger; null for text.</param>
/// <param name="Key">The key by which they were matched.</param>
/// <param name="Accepted">Whether the decisions accept the provider's value, so that it stands in the new table.</param>
public sealed record EnrichmentConflict(int Row, string? Record, Role Field, string Crm, string Provider, string Offered, double? Difference, EnrichmentKey Key, bool Accepted);
