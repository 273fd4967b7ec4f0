namespace Segmentation.Enrich;

/// <summary>What a provider charges for.</summary>
public enum CostBasis
{
    /// <summary>Each record asked for, found or not.</summary>
    Attempted,

    /// <summary>Each record found.</summary>
    Matched,

    /// <summary>Each value filled.</summary>
    Filled,
}
