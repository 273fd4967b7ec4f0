using Segmentation.Assign;
using Segmentation.Distribute;
using Segmentation.Framework;

namespace Segmentation.Charts;

/// <content>Charts of assignments and their distribution, one a question.</content>
public static partial class Chart
{
    /// <summary>Returns how the records divide among the segments of a dimension, with the playbook's limits on the largest.</summary>
    /// <param name="distribution">The distribution; null, as of a workspace in which nothing was assigned, gives a figure that says so.</param>
    /// <param name="dimension">Name of the dimension. Default null: the first.</param>
    /// <exception cref="KeyNotFoundException">There is no such dimension; the message lists those there are.</exception>
    public static Figure SegmentShares(DistributionResult? distribution, string? dimension = null) => distribution is null || distribution.Dimensions.IsEmpty
        ? Nothing("segment-shares", "Segments", "Nothing was assigned.")
        : SegmentSharesFigure.Draw(dimension is null ? distribution.Dimensions[0] : distribution.Of(dimension));

    /// <summary>Returns, for each dimension of the accounts, the share of accounts and of ARR in each segment, side by side.</summary>
    /// <param name="distribution">The distribution; null gives a figure that says so.</param>
    public static Figure ArrBySegment(DistributionResult? distribution) =>
        distribution is null ? Nothing("arr-by-segment", "ARR by segment", "Nothing was assigned.") : ArrBySegmentFigure.Draw(distribution);

    /// <summary>Returns the segments of two dimensions against each other, as shares of each row.</summary>
    /// <param name="table">The cross-table; null gives a figure that says so.</param>
    public static Figure CrossTable(CrossTable? table) => table is null ? Nothing("cross-table", "Cross-table", "Nothing was assigned.") : CrossTableFigure.Draw(table);

    /// <summary>Returns how much each segment changed since the baseline, with its interval, against the limit.</summary>
    /// <param name="drift">The drift; null, as without a baseline, gives a figure that says so.</param>
    /// <param name="dimension">Name of the dimension. Default null: every dimension.</param>
    /// <exception cref="KeyNotFoundException">There is no such dimension; the message lists those there are.</exception>
    public static Figure Drift(DriftResult? drift, string? dimension = null) => drift is null ? Nothing("drift", "Drift", "There is no baseline to compare with.") : DriftFigure.Draw(drift, dimension);

    /// <summary>Returns which records go from which segment to which between two versions of a framework.</summary>
    /// <param name="comparison">The comparison; null, as with a single version, gives a figure that says so.</param>
    /// <param name="dimension">Name of the dimension. Default null: of the accounts', or where there are none of the contacts', the one in which most change place.</param>
    /// <exception cref="KeyNotFoundException">The versions have no such dimension in common; the message lists those they have.</exception>
    public static Figure Transitions(WhatIfResult? comparison, string? dimension = null)
    {
        if (comparison is null || comparison.Matrices.IsEmpty) return Nothing("transitions", "Transitions", "There are no two versions with a dimension in common.");
        var matrix = dimension is null ? comparison.Matrices.Where(m => m.Of == comparison.Matrices[0].Of).MaxBy(m => m.Changed)!
            : comparison.Matrices.FirstOrDefault(m => m.Dimension.Equals(dimension, StringComparison.OrdinalIgnoreCase)) ?? throw new KeyNotFoundException(
                $"Chart.Transitions: the versions have no dimension '{dimension}' in common. They have: {string.Join(", ", comparison.Matrices.Select(m => m.Dimension))}.");
        return TransitionsFigure.Draw(matrix, comparison.Movements.VersionBefore, comparison.Movements.VersionAfter);
    }

    /// <summary>Returns the rules of a dimension over two numbers, gaps and overlaps shaded, with the records on it.</summary>
    /// <param name="map">The map; null, as of a framework without a dimension over two numbers, gives a figure that says so.</param>
    public static Figure RuleMap(RuleMap? map) => map is null ? Nothing("rule-map", "Rule map", "No dimension has rules over two numbers.") : RuleMapFigure.Draw(map);
}
