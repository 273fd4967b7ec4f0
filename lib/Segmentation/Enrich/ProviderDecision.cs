using System.Collections.Immutable;
using Segmentation.Load;

namespace Segmentation.Enrich;

/// <summary>What a person decided about one provider.</summary>
/// <param name="Name">What it is called in results; also the system it is looked for under, where <paramref name="File"/> is null.</param>
/// <param name="File">Its file in the workspace; null for the file whose headers are the provider's.</param>
public sealed record ProviderDecision(string Name, string? File = null)
{
    /// <summary>Gets the price of one unit of <see cref="Per"/>, at least 0, in the decisions' currency. Default 0: the price is not known.</summary>
    public double Cost { get; init; }

    /// <summary>Gets what is charged for. Default each record found.</summary>
    public CostBasis Per { get; init; } = CostBasis.Matched;

    /// <summary>Gets the keys tried, in order. Default none given: those of <see cref="EnrichmentOptions"/>.</summary>
    public ImmutableArray<EnrichmentKey> Keys { get; init; } = [];

    /// <summary>Gets the columns that fill fields, where the workspace's roles are not to decide.</summary>
    public ImmutableSortedDictionary<Role, FieldMapping> Columns { get; init; } = ImmutableSortedDictionary<Role, FieldMapping>.Empty;

    /// <summary>Returns what one use of the provider costs.</summary>
    internal double CostOf(int attempted, int matched, int filled) => Cost * Per switch
    {
        CostBasis.Attempted => attempted,
        CostBasis.Matched => matched,
        _ => filled,
    };
}
