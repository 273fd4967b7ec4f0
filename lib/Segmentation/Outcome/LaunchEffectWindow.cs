using Segmentation.Statistics;

namespace Segmentation.Outcome;

/// <summary>One of the windows of equal length around a launch, with the change from the one before it.</summary>
/// <param name="Start">Day of its start, in whose evening accounts pay and have their segments.</param>
/// <param name="End">Its last day.</param>
/// <param name="IsAfterLaunch">Whether it begins with the launch; every other one is before it, and its change is a placebo: a launch that was none.</param>
/// <param name="Treated">The treated segments together.</param>
/// <param name="Untreated">The untreated segments together; null where none are named.</param>
/// <param name="Effect">Change from the window before, less that of the untreated; null for the first.</param>
/// <param name="Interval">Interval of <see cref="Effect"/>.</param>
/// <param name="PValue">Its p-value, not corrected; 1 where nothing can be told.</param>
public sealed record LaunchEffectWindow(DateTime Start, DateTime End, bool IsAfterLaunch, LaunchEffectRate Treated, LaunchEffectRate? Untreated, double? Effect, Interval? Interval, double PValue);
