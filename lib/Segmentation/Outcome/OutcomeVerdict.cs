namespace Segmentation.Outcome;

/// <summary>What a comparison says.</summary>
public enum OutcomeVerdict
{
    /// <summary>There is a difference beyond chance.</summary>
    Difference,

    /// <summary>Whatever difference there is is smaller than matters: the interval lies inside the equivalence margin.</summary>
    NoRelevantDifference,

    /// <summary>The data cannot tell; what they could have seen stands beside it.</summary>
    Inconclusive,
}
