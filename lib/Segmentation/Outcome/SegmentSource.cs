namespace Segmentation.Outcome;

/// <summary>From when the segments of a cohort are.</summary>
public enum SegmentSource
{
    /// <summary>The assignment that was kept on the day of the start, or the latest before it.</summary>
    Snapshot,

    /// <summary>The rules run on the values of the start: ARR, usage and dates as of then, every other field as it is today.</summary>
    Replayed,

    /// <summary>The segments of today: what happened may have made them, so that results are biased.</summary>
    Today,
}
