using Segmentation.Outcome;

namespace Segmentation.Charts;

/// <content>The chart of survival.</content>
public static partial class Chart
{
    /// <summary>Returns the share of each segment's accounts that has not churned by each day, with its pointwise interval, and below it how many accounts were at risk.</summary>
    /// <param name="survival">The survival of segments; null, and one without accounts, gives a figure that says so.</param>
    public static Figure Survival(SegmentSurvivalResult? survival) => survival is null ? Nothing("survival", "Survival", "Survival was not looked at.") : SurvivalFigure.Draw(survival);
}
