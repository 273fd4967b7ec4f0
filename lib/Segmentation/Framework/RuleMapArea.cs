using System.Collections.Immutable;

namespace Segmentation.Framework;

/// <summary>A rectangle of a rule map.</summary>
/// <param name="Kind">What the rules say there.</param>
/// <param name="Segments">Names of the segments whose rules hold, in order of precedence; the catch-all where it alone takes the area.</param>
/// <param name="GoesTo">Name of the segment that gets records there; null where none does.</param>
/// <param name="FromX">Lower end on the first axis; null where it is open. Where whole numbers are drawn, the first of them.</param>
/// <param name="ToX">Upper end on the first axis; null where it is open. Where whole numbers are drawn, the first beyond. Equal to <paramref name="FromX"/> at a single threshold of other numbers.</param>
/// <param name="FromY">Lower end on the second axis, as on the first.</param>
/// <param name="ToY">Upper end on the second axis, as on the first.</param>
/// <param name="Words">The values in words; fields of which every value belongs are not named.</param>
public sealed record RuleMapArea(RuleMapKind Kind, ImmutableArray<string> Segments, string? GoesTo, double? FromX, double? ToX, double? FromY, double? ToY, string Words)
{
    /// <summary>Gets the records drawn in it; null where no records were given.</summary>
    public int? Records { get; init; }

    /// <summary>Gets their ARR in the workspace's currency; null where no records were given or they have none.</summary>
    public double? Arr { get; init; }
}
