namespace Segmentation.Outcome;

/// <summary>The measures of retention. Finance, Customer Success and investors use the same names for different ones of them.</summary>
public enum RetentionMeasure
{
    /// <summary>GRR, endpoint form: Σ min(start, end) / Σ start. What the accounts still pay at the end, growth left out. In [0, 1].</summary>
    GrossRetention,

    /// <summary>GRR, ledger form: 1 - (churn + contraction) / start. Every loss of the window counts, also one that was made good; may fall below 0.</summary>
    GrossRetentionLedger,

    /// <summary>NRR, endpoint form: Σ end / Σ start over the accounts that paid at the start.</summary>
    NetRetention,

    /// <summary>NRR, ledger form with reactivation: (start + expansion - contraction - churn + reactivation) / start. Always equal to the endpoint form.</summary>
    NetRetentionLedger,

    /// <summary>NRR without reactivation: as if every account that left had stayed away.</summary>
    NetRetentionWithoutReactivation,

    /// <summary>Logo churn, endpoint form: accounts that pay nothing at the end / accounts at the start.</summary>
    LogoChurn,

    /// <summary>Logo churn by event: accounts that paid nothing at some month end of the window / accounts at the start. One that came back churned.</summary>
    LogoChurnByEvent,
}
