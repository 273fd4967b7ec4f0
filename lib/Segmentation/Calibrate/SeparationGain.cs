using Segmentation.Statistics;

namespace Segmentation.Calibrate;

/// <summary>How much better new cuts separate the outcome than today's.</summary>
/// <param name="New">Separation of the new cuts, less what they flatter themselves.</param>
/// <param name="Old">Separation of today's cuts.</param>
/// <param name="Interval">Bootstrap interval of the difference, on the same resamples.</param>
/// <param name="Detectable">The smallest difference that would have been seen with the stated power.</param>
internal sealed record SeparationGain(double New, double Old, Interval Interval, double Detectable)
{
    /// <summary>Gets whether chance is ruled out.</summary>
    public bool IsSupported => Interval.Low > 0;
}
