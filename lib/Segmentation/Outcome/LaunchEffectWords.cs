namespace Segmentation.Outcome;

/// <summary>What the effect of a launch is called in sentences and tables.</summary>
internal static class LaunchEffectWords
{
    public static string Of(LaunchEffectMeasure measure) => measure switch
    {
        LaunchEffectMeasure.Churn => "churn",
        LaunchEffectMeasure.GrossRetention => "GRR",
        _ => "NRR",
    };

    public static string Of(LaunchEffectControl control) => control switch
    {
        LaunchEffectControl.None => "nothing: before and after",
        LaunchEffectControl.Untreated => "the untreated segments",
        _ => "the same months a year earlier",
    };
}
