using System.Collections.Immutable;

namespace Segmentation.Outcome;

/// <summary>How the effect of a launch is looked for. Change one with <c>with</c>.</summary>
public sealed record LaunchEffectOptions
{
    /// <summary>Gets the defaults.</summary>
    public static LaunchEffectOptions Default { get; } = new();

    /// <summary>Gets the window, margins, power and seed. Its start is the eve of the launch; null takes the workspace's launch. Its window must close within the history.</summary>
    public OutcomeOptions Outcome { get; init; } = OutcomeOptions.Default;

    /// <summary>Gets the segments that the launch left as they were, against which the others are held. Default: none, so that only the same months a year earlier stand against the change.</summary>
    public ImmutableArray<string> Untreated { get; init; } = [];

    /// <summary>Gets how many windows of equal length before the launch are looked at for a trend that was there already; fewer where the history is shorter. Default 4.</summary>
    public int EarlierWindows { get; init; } = 4;

    /// <summary>Gets the fewest accounts that must have lost or changed revenue, over the windows compared, for a bootstrap to say anything: from fewer it takes one large account's luck for certainty. Default 5.</summary>
    public int FewestChanges { get; init; } = 5;
}
