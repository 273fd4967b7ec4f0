namespace Segmentation.Framework;

/// <summary>What rules leave open, or say twice.</summary>
public enum CoverageKind
{
    /// <summary>No rule covers these values.</summary>
    Gap,

    /// <summary>Several rules hold for these values, whoever wins them.</summary>
    Overlap,

    /// <summary>A rule holds for some values, and every one of them goes elsewhere.</summary>
    Shadowed,

    /// <summary>A rule holds only for records that an exclusion takes.</summary>
    Unreachable,

    /// <summary>A rule, or a part of an <c>or</c>, holds for no values at all.</summary>
    Contradiction,

    /// <summary>Two segments that otherwise only touch both hold a threshold.</summary>
    BoundaryInTwo,

    /// <summary>No rule holds a threshold, but rules hold what lies on both sides of it.</summary>
    BoundaryInNone,

    /// <summary>Zero, negative or blank values that no rule mentions: they land where the rules for other values happen to put them.</summary>
    NotSpokenOf,

    /// <summary>Values that only the last segment's <c>otherwise</c> takes: a gap, had nobody thought of the rest.</summary>
    CatchAll,

    /// <summary>The dimension could not be looked at.</summary>
    NotAnalysed,
}
