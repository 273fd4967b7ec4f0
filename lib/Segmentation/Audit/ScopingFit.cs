namespace Segmentation.Audit;

/// <summary>Whether segmentation fits a customer base.</summary>
public enum ScopingFit
{
    /// <summary>Too few accounts: individual management is better.</summary>
    AddsNothing,

    /// <summary>Between the two limits: few dimensions, and no statistics on outcomes.</summary>
    Marginal,

    /// <summary>Enough accounts.</summary>
    Fits,
}
