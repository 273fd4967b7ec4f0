namespace Segmentation.Outcome;

/// <summary>What is counted in each segment.</summary>
public enum SegmentComparisonMeasure
{
    /// <summary>The account paid nothing at the end of some month of the window (churn by event): one that left and came back counts.</summary>
    Churned,

    /// <summary>The account paid nothing at the end of the window (churn by endpoint): one that left and came back does not count.</summary>
    GoneAtEnd,

    /// <summary>The account paid more at the end of the window than at its start.</summary>
    Expanded,

    /// <summary>The account paid less at the end of the window than at its start, and something.</summary>
    Contracted,
}
