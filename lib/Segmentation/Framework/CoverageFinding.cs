using System.Collections.Immutable;
using Segmentation.Audit;
using Segmentation.Tables;

namespace Segmentation.Framework;

/// <summary>One thing that the rules of a dimension leave open or say twice.</summary>
/// <param name="Dimension">Name of the dimension.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Severity">How much it matters; <see cref="RuleCoverage"/> says by which rule.</param>
/// <param name="Segments">Names of the segments involved, in order of precedence; for a gap those that border on it.</param>
/// <param name="Cell">The values concerned, in words: <c>employees below 100 and arr from 50,000 to below 500,000</c>.</param>
/// <param name="GoesTo">Which segment gets records with these values, and why; "Unassigned" where none does.</param>
/// <param name="Remedy">What to do.</param>
public sealed record CoverageFinding(string Dimension, CoverageKind Kind, Severity Severity, ImmutableArray<string> Segments, string Cell, string GoesTo, string Remedy)
{
    /// <summary>Gets the values concerned as a criterion that a rule can take: <c>employees &lt; 100 and arr &gt;= 50000 and arr &lt; 500000</c>; null where it is about a rule, or about every record.</summary>
    public string? Criteria { get; init; }

    /// <summary>Gets one record with such values: one row, a column a field that the dimension uses. No row where no such record can be.</summary>
    public required Table Example { get; init; }

    /// <summary>Gets the records with these values, excluded ones not counted; each record counts once. Null where no records were given.</summary>
    public int? Records { get; init; }

    /// <summary>Gets their ARR in the workspace's currency; null where no records were given or they have none.</summary>
    public double? Arr { get; init; }
}
