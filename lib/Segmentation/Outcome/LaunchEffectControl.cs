namespace Segmentation.Outcome;

/// <summary>What the change after a launch is held against.</summary>
public enum LaunchEffectControl
{
    /// <summary>Nothing: the change itself, whatever made it.</summary>
    None,

    /// <summary>The change of the untreated segments over the same time.</summary>
    Untreated,

    /// <summary>The change of the same segments over the same months a year earlier.</summary>
    LastYear,
}
