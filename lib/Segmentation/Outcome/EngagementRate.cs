using Segmentation.Statistics;

namespace Segmentation.Outcome;

/// <summary>How engaged one segment is, against the full database and against all others.</summary>
/// <param name="Measure">What is measured, in words.</param>
/// <param name="Segment">The segment; null for the full database.</param>
/// <param name="Records">Records of the segment that the measure speaks of.</param>
/// <param name="Rate">The rate: a proportion, or a number a month where <paramref name="IsShare"/> is false; null without records.</param>
/// <param name="Interval">Its interval; null where there are too few records for one.</param>
/// <param name="IsShare">Whether the rate is a proportion.</param>
/// <param name="AgainstAll">The rate over that of the full database, the segment included; null where one has no rate.</param>
/// <param name="AgainstAllInterval">Its interval; null where there is none.</param>
/// <param name="AgainstOthers">The rate over that of all other records; null where one has no rate.</param>
/// <param name="AgainstOthersInterval">Its interval; null where there is none.</param>
/// <param name="PValue">Of no difference from all others, corrected by Holm over the segments; 1 where nothing can be told.</param>
/// <param name="Verdict">What the ratio to all others says; null for the full database.</param>
/// <param name="Detectable">The smallest ratio to all others, less 1, that could have been seen; NaN where there is no interval.</param>
public sealed record EngagementRate(
    string Measure,
    string? Segment,
    int Records,
    double? Rate,
    Interval? Interval,
    bool IsShare,
    double? AgainstAll,
    Interval? AgainstAllInterval,
    double? AgainstOthers,
    Interval? AgainstOthersInterval,
    double PValue,
    OutcomeVerdict? Verdict,
    double Detectable);
