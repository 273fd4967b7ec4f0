namespace Segmentation.Calibrate;

/// <summary>When the values of a field were true, seen from the start of the outcome's window.</summary>
public enum FeatureTiming
{
    /// <summary>They are reckoned for the start of the window: the outcome comes after them.</summary>
    BeforeOutcome,

    /// <summary>The exports hold only today's value, and it is taken as unchanged since the start of the window (<see cref="CalibrationOptions.AssumedUnchanged"/>).</summary>
    AssumedUnchanged,

    /// <summary>The exports hold only today's value, from after the window began: what happened may have made it. Such a field is refused as a cause.</summary>
    AfterOutcome,
}
