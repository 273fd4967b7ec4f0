namespace Segmentation.Survival;

/// <summary>How Kaplan-Meier curves are drawn up. Change one with <c>with</c>.</summary>
public sealed record KaplanMeierOptions
{
    private readonly double confidence = 0.95;

    /// <summary>Gets the defaults.</summary>
    public static KaplanMeierOptions Default { get; } = new();

    /// <summary>Gets the two-sided confidence level of the pointwise intervals, inside (0, 1). Default 0.95.</summary>
    public double Confidence
    {
        get => confidence;
        init
        {
            Statistics.Confidence.Check(value);
            confidence = value;
        }
    }

    /// <summary>Gets how intervals are made. Default <see cref="SurvivalIntervalType.Log"/>, as R's survfit.</summary>
    public SurvivalIntervalType Interval { get; init; } = SurvivalIntervalType.Log;
}
