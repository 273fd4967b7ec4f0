using Segmentation.Statistics;

namespace Segmentation.Outcome;

/// <summary>How much one measure changed at a launch.</summary>
/// <param name="Of">The segment, or several together.</param>
/// <param name="Measure">What changed.</param>
/// <param name="Control">What its change is held against.</param>
/// <param name="Accounts">Accounts behind the estimate, each once however many windows it is in.</param>
/// <param name="Estimate">After less before, less the same of the control; a proportion. NaN where a window holds no account.</param>
/// <param name="Interval">Its interval. Of churn: Wilson limits of each rate joined, accounts in several windows taken as dependent; of GRR and NRR: percentiles of a bootstrap of accounts. NaN where there is none.</param>
/// <param name="PValue">Corrected by Holm for the segments asked about; 1 where nothing can be told.</param>
/// <param name="Verdict">What it says.</param>
/// <param name="Detectable">The smallest effect that could have been seen at the power of the options; NaN where there is no interval.</param>
public sealed record LaunchEffectEstimate(
    string Of,
    LaunchEffectMeasure Measure,
    LaunchEffectControl Control,
    int Accounts,
    double Estimate,
    Interval Interval,
    double PValue,
    OutcomeVerdict Verdict,
    double Detectable);
