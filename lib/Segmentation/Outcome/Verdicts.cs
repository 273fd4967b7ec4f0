using Segmentation.Statistics;

namespace Segmentation.Outcome;

/// <summary>The one rule that turns an interval into a verdict.</summary>
internal static class Verdicts
{
    /// <summary>Returns the verdict on a difference.</summary>
    /// <param name="difference">Interval of the difference, in the units of the margin; NaN where there is none.</param>
    /// <param name="margin">The equivalence margin, above 0: what is smaller does not matter.</param>
    /// <param name="rejected">Whether the test, corrected for all that were made, says that there is a difference.</param>
    /// <returns>No relevant difference where the interval lies within ±<paramref name="margin"/>, its ends outside (also where the test rejects: real, and too small to matter); else difference where the
    /// test rejects and the interval leaves 0 out: test and interval may be made in different ways, and a verdict must not contradict the interval beside it; else inconclusive.</returns>
    /// <remarks>The interval inside the margin is two one-sided tests: D. J. Schuirmann, Journal of Pharmacokinetics and Biopharmaceutics 15(6), 1987, 657-680 (with a 95% interval stricter than the 90% of that paper).</remarks>
    public static OutcomeVerdict Of(Interval difference, double margin, bool rejected)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(margin);
        return difference.Low > -margin && difference.High < margin ? OutcomeVerdict.NoRelevantDifference : rejected && (difference.Low > 0 || difference.High < 0) ? OutcomeVerdict.Difference : OutcomeVerdict.Inconclusive;
    }
}
