namespace Segmentation.Outcome;

/// <summary>A segment before and after a launch.</summary>
/// <param name="Segment">Its name.</param>
/// <param name="IsTreated">Whether the launch is taken to have changed something for it.</param>
/// <param name="Before">The window that ends at the launch.</param>
/// <param name="After">The window that begins with it.</param>
/// <param name="BeforeLastYear">The window before, a year earlier; null where the history does not reach back.</param>
/// <param name="AfterLastYear">The window after, a year earlier; null where the history does not reach back.</param>
public sealed record LaunchEffectSegment(string Segment, bool IsTreated, LaunchEffectRate Before, LaunchEffectRate After, LaunchEffectRate? BeforeLastYear, LaunchEffectRate? AfterLastYear);
