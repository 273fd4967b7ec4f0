namespace Segmentation.Outcome;

/// <summary>What tells how customers are.</summary>
public enum SegmentHealthMeasure
{
    /// <summary>The health score of the customer success platform, as the exports have it today; its mean.</summary>
    HealthScore,

    /// <summary>The latest NPS answer of each account; promoters less detractors, as a proportion of the answers.</summary>
    Nps,

    /// <summary>Active by licensed users of the last three full months; the mean over accounts.</summary>
    ActiveShare,

    /// <summary>Feature adoption of the last three full months, as the export measures it; the mean over accounts.</summary>
    Adoption,

    /// <summary>Usage a month over the last three full months, as the export counts it; the mean over accounts. Only where no licences are known: a count grows with the account's size.</summary>
    Usage,
}
