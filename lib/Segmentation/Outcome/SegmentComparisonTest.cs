namespace Segmentation.Outcome;

/// <summary>How a comparison was tested.</summary>
public enum SegmentComparisonTest
{
    /// <summary>Not at all: a side has no accounts.</summary>
    None,

    /// <summary>Pearson's chi-square without continuity correction.</summary>
    ChiSquare,

    /// <summary>Fisher's exact test, two-sided.</summary>
    FisherExact,

    /// <summary>Random orders of the accounts.</summary>
    Permutation,
}
