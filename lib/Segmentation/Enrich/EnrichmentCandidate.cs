using Segmentation.Load;

namespace Segmentation.Enrich;

/// <summary>What a provider said about blank records that was not certain enough to fill.</summary>
/// <param name="Field">The field.</param>
/// <param name="Provider">The provider's name.</param>
/// <param name="Value">What it said.</param>
/// <param name="Records">Blank records it said it about, which stay blank.</param>
/// <param name="Why">Why it was not filled.</param>
/// <param name="Nearest">The value of the CRM's list that is spelt most like it; null where there is no list.</param>
public sealed record EnrichmentCandidate(Role Field, string Provider, string Value, int Records, string Why, string? Nearest);
