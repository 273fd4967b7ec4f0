using Segmentation.Playbook;

namespace Segmentation.Cuts;

/// <summary>What the bands between cuts must hold: constraints inside every solver, not a check afterwards.</summary>
public sealed record BandLimits
{
    /// <summary>Gets limits that forbid nothing: 1 to 8 bands of at least one record.</summary>
    public static BandLimits None { get; } = new() { Fewest = 1, Most = 8, FewestRecords = 1, LargestShare = 1 };

    /// <summary>Gets the fewest bands. Default: the playbook's fewest values of a dimension.</summary>
    public int Fewest { get; init; } = PlaybookLimits.Default.FewestSegments;

    /// <summary>Gets the most bands. Default: the playbook's most values of a dimension.</summary>
    public int Most { get; init; } = PlaybookLimits.Default.MostSegments;

    /// <summary>Gets the fewest records of a band. Default: the playbook's smallest segment.</summary>
    public int FewestRecords { get; init; } = PlaybookLimits.Default.SmallestSegmentWarn;

    /// <summary>Gets the largest share of the records with a value in one band; at most. Default: the playbook's largest segment.</summary>
    public double LargestShare { get; init; } = PlaybookLimits.Default.LargestSegmentWarn;

    /// <summary>Gets the fewest events of a band, for a binary or censored target. Default 0: no limit.</summary>
    public int FewestEvents { get; init; }

    /// <summary>Gets the least that the records of a band pay together. Default 0: no limit.</summary>
    public double LeastAmount { get; init; }

    /// <summary>Returns the limits that a playbook sets.</summary>
    /// <param name="limits">The playbook's limits.</param>
    public static BandLimits Of(PlaybookLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return new() { Fewest = limits.FewestSegments, Most = limits.MostSegments, FewestRecords = limits.SmallestSegmentWarn, LargestShare = limits.LargestSegmentWarn };
    }
}
