namespace Segmentation.Cuts;

/// <summary>How an information value is commonly read. A custom of credit scoring, no test: it knows nothing of the number of records (N. Siddiqi, Credit Risk Scorecards, 2006, chapter 6).</summary>
public enum InformationReading
{
    /// <summary>Tells nothing.</summary>
    Unpredictive,

    /// <summary>Tells a little.</summary>
    Weak,

    /// <summary>Tells something.</summary>
    Medium,

    /// <summary>Tells much.</summary>
    Strong,

    /// <summary>Tells more than is usual: check that the outcome did not make the field.</summary>
    Suspicious,
}
