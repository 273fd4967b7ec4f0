namespace Segmentation.Standardize;

/// <summary>What became of a value.</summary>
public enum IdentityVerdict
{
    /// <summary>It was changed to its standard form.</summary>
    Changed,

    /// <summary>It was in its standard form already.</summary>
    Standard,

    /// <summary>It was written where there was none: a key, a domain.</summary>
    Written,

    /// <summary>It has no standard form; it stays and is listed.</summary>
    NotUsable,
}
