using Segmentation.Statistics;

namespace Segmentation.Distribute;

/// <summary>How a change is held against its limit.</summary>
internal static class DriftRule
{
    /// <summary>Tells whether a change is larger than the limit, up or down; anything where there was nothing is. Exactly the limit is not.</summary>
    public static bool IsOutside(double baseline, double current, double limit) =>
        baseline == 0 ? current != 0 : Math.Abs(current - baseline) / Math.Abs(baseline) > limit;

    /// <summary>Returns the verdict of an interval around the change of a count.</summary>
    public static DriftVerdict Judge(int baseline, int current, Interval? change, double limit) => change switch
    {
        null => current == 0 && baseline == 0 ? DriftVerdict.Empty : DriftVerdict.New,
        { } interval when interval.Low > limit || interval.High < -limit => DriftVerdict.Moved,
        { } interval when interval.Low >= -limit && interval.High <= limit => DriftVerdict.Within,
        _ => DriftVerdict.Inconclusive,
    };
}
