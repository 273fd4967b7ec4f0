namespace Segmentation.Framework;

/// <summary>What the rules say about an area of a rule map.</summary>
public enum RuleMapKind
{
    /// <summary>One rule holds, or the catch-all takes it.</summary>
    Segment,

    /// <summary>Several rules hold.</summary>
    Overlap,

    /// <summary>No rule holds.</summary>
    Gap,

    /// <summary>One threshold that two rules hold which otherwise only touch, or that no rule holds though rules hold both sides.</summary>
    Boundary,

    /// <summary>A blank among the held values keeps a rule open.</summary>
    Blank,

    /// <summary>An exclusion takes every record.</summary>
    Excluded,
}
