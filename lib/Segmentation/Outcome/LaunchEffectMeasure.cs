namespace Segmentation.Outcome;

/// <summary>What a launch may have changed.</summary>
public enum LaunchEffectMeasure
{
    /// <summary>Share of accounts that paid at the start of a window and paid nothing at some month end in it; lower is better.</summary>
    Churn,

    /// <summary>Gross revenue retention of the window: Σ min(ARR at the start, ARR at the end) over Σ ARR at the start.</summary>
    GrossRetention,

    /// <summary>Net revenue retention of the window: Σ ARR at the end over Σ ARR at the start, of the accounts that paid at the start.</summary>
    NetRetention,
}
