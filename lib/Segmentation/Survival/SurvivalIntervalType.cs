namespace Segmentation.Survival;

/// <summary>How the interval around a Kaplan-Meier curve is made. All are pointwise and equal to first order; they differ where records are few and near 0 and 1.</summary>
public enum SurvivalIntervalType
{
    /// <summary>Symmetric on the logarithm, the upper end at most 1: what R's survfit gives unless asked otherwise.</summary>
    Log,

    /// <summary>Symmetric on the survival itself, cut off at 0 and 1: too short where records are few.</summary>
    Plain,

    /// <summary>Symmetric on the logarithm of the cumulative hazard: inside 0 to 1 by itself, no interval where the survival is 0 or 1 (J. D. Kalbfleisch and R. L. Prentice, The Statistical Analysis of Failure Time Data, 1980, 15).</summary>
    LogLog,

    /// <summary>Wilson's score interval with as many records as would give the same standard error (K. J. Rothman, Journal of Chronic Diseases 31(8), 1978, 557-560). Without censoring it is the Wilson interval of the share
    /// that is left; it exists where nobody and where everybody had the event.</summary>
    Wilson,
}
