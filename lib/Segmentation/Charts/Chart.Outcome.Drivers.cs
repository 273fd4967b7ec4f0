using Segmentation.Outcome;

namespace Segmentation.Charts;

/// <content>Charts of what churn is related to.</content>
public static partial class Chart
{
    /// <summary>Returns how far the churn of the segments of each dimension lies apart, with intervals and verdicts.</summary>
    /// <param name="drivers">The dimensions; null gives a figure that says so.</param>
    public static Figure OutcomeDrivers(OutcomeDriversResult? drivers) =>
        drivers is null ? Nothing("outcome-drivers", "Dimensions and churn", "No dimension was held against churn.") : OutcomeDriversFigure.Draw(drivers);

    /// <summary>Returns the churn of each segment against all others, as it is and with other dimensions held equal: what comes from the mix.</summary>
    /// <param name="controlled">The comparison; null gives a figure that says so.</param>
    public static Figure MixEffect(OutcomeControlledResult? controlled) =>
        controlled is null ? Nothing("mix-effect", "The mix held equal", "Nothing was held equal.") : MixEffectFigure.Draw(controlled);

    /// <summary>Returns the hazard ratio of each segment against all others on a logarithmic axis, with controls held equal and as it is.</summary>
    /// <param name="hazards">The ratios; null gives a figure that says so.</param>
    public static Figure HazardRatios(SegmentHazardsResult? hazards) =>
        hazards is null ? Nothing("hazard-ratios", "Hazard ratios", "No hazards were compared.") : HazardRatiosFigure.Draw(hazards);
}
