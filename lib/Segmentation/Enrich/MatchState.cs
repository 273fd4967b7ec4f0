namespace Segmentation.Enrich;

/// <summary>What became of asking a provider for a record.</summary>
internal enum MatchState : byte
{
    /// <summary>The record has none of the keys: it cannot be asked for.</summary>
    NoKey,

    /// <summary>The provider does not know it.</summary>
    NotFound,

    /// <summary>Several rows that contradict each other have its key.</summary>
    Ambiguous,

    /// <summary>Its domain is that of companies of several names, and no row has its name.</summary>
    SharedDomain,

    /// <summary>One row, or several that say the same.</summary>
    Matched,
}
