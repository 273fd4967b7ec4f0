namespace Segmentation.Survival;

/// <summary>By what a change of hazard ratios over time is looked for.</summary>
public enum HazardTimeScale
{
    /// <summary>1 less the Kaplan-Meier curve of all records: no weight to a few late events.</summary>
    KaplanMeier,

    /// <summary>Time itself.</summary>
    Time,
}
