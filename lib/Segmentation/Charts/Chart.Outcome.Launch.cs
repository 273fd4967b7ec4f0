using Segmentation.Outcome;

namespace Segmentation.Charts;

/// <content>Charts of the launch, engagement and health.</content>
public static partial class Chart
{
    /// <summary>Returns churn of each segment before and after the launch with intervals, all segments last; the title says what remains against the control, the line below it how much of the change is rate and how much mix.</summary>
    /// <param name="launch">The effect of the launch; null gives a figure that says so.</param>
    public static Figure LaunchEffect(LaunchEffectResult? launch) =>
        launch is null ? Nothing("launch-effect", "Before and after the launch", "The launch was not looked at.") : LaunchEffectFigure.Draw(launch);

    /// <summary>Returns the rate of each segment over that of the full database with its interval, and the playbook's benchmark as a line.</summary>
    /// <param name="engagement">The rates; null gives a figure that says so.</param>
    /// <param name="measure">The measure, as the result names it, in any case; the first where null. Where there is no such measure the figure says so.</param>
    public static Figure EngagementRates(EngagementRatesResult? engagement, string? measure = null) =>
        engagement is null ? Nothing("engagement-rates", "Engagement by segment", "Engagement was not looked at.") : EngagementRatesFigure.Draw(engagement, measure);

    /// <summary>Returns health, NPS or usage of each segment with its interval, and that of all segments as a line.</summary>
    /// <param name="health">The health; null gives a figure that says so.</param>
    /// <param name="measure">The measure; the first that the exports hold where null. Where they do not hold it the figure says so.</param>
    public static Figure SegmentHealth(SegmentHealthResult? health, SegmentHealthMeasure? measure = null) =>
        health is null ? Nothing("segment-health", "Health by segment", "Health was not looked at.") : SegmentHealthFigure.Draw(health, measure);
}
