using Segmentation.Outcome;

namespace Segmentation.Charts;

/// <content>Charts of segments compared.</content>
public static partial class Chart
{
    /// <summary>Returns the rate of each segment with its interval, the rate of all as a line, and the verdict in words.</summary>
    /// <param name="comparison">The comparison; null gives a figure that says so.</param>
    public static Figure OutcomeForest(SegmentComparisonResult? comparison) =>
        comparison is null ? Nothing("outcome-forest", "Segments compared", "No segments were compared.") : OutcomeForestFigure.Draw(comparison);

    /// <summary>Returns how likely a difference as large as the margin is to be found in each segment, by the length of the window.</summary>
    /// <param name="power">What could be seen; null gives a figure that says so.</param>
    public static Figure OutcomePower(OutcomePowerResult? power) =>
        power is null ? Nothing("outcome-power", "What could be seen", "It was not asked what could be seen.") : OutcomePowerFigure.Draw(power);

    /// <summary>Returns by month how many more accounts each segment lost than its share, with the months marked in which churn concentrates in it.</summary>
    /// <param name="concentration">The months watched; null gives a figure that says so.</param>
    public static Figure ChurnConcentration(ChurnConcentrationResult? concentration) =>
        concentration is null ? Nothing("churn-concentration", "Churn by segment", "No months were watched.") : ChurnConcentrationFigure.Draw(concentration);
}
