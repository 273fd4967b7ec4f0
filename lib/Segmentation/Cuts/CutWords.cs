using System.Globalization;

namespace Segmentation.Cuts;

/// <summary>What findings say, once.</summary>
internal static class CutWords
{
    /// <summary>Returns the name of a scale.</summary>
    /// <param name="scale">The scale.</param>
    public static string Scale(CutScale scale) => scale == CutScale.Log ? "log scale" : "raw";

    /// <summary>Returns the name of a weight.</summary>
    /// <param name="weight">The weight.</param>
    public static string Weight(CutWeight weight) => weight == CutWeight.Count ? "count" : "amount";

    /// <summary>Returns why so many bands cannot be had whatever the limits; null where they can.</summary>
    /// <param name="groups">The distinct values.</param>
    /// <param name="bands">Number of bands.</param>
    /// <param name="scale">The scale.</param>
    /// <param name="weight">What a record weighs.</param>
    public static string? NoCut(ValueGroups groups, int bands, CutScale scale, CutWeight weight)
    {
        if (groups.Length == 0) return groups.OffScale > 0 ? "no cut is supported: every value is 0 or below, which is not on the log scale" : "no cut is supported: no record has a value";
        if (groups.Length == 1) return $"no cut is supported: every record has the value {ShortfallWords.Number(groups.At[0])}{(groups.OffScale > 0 ? " or one of 0 or below, which is not on the log scale" : null)}";
        if (weight == CutWeight.Amount && groups.Weighing == 0) return "no cut is supported: no record pays anything, so by amount none counts";
        if (groups.Weighing >= bands) return null;
        var which = (scale == CutScale.Log && groups.OffScale > 0 ? " above 0" : null) + (groups.Weighing < groups.Length ? " that pay anything" : null);
        return string.Create(CultureInfo.InvariantCulture, $"no cut is supported: {bands} bands need {bands} distinct values, found {groups.Weighing}{which}");
    }

    /// <summary>Returns what has to be known of values that are not on the scale; null where all are.</summary>
    /// <param name="groups">The distinct values.</param>
    public static string? OffScale(ValueGroups groups) => groups.OffScale == 0 ? null
        : $"{ShortfallWords.Records(groups.OffScale)} of 0 or below {(groups.OffScale == 1 ? "is" : "are")} not on the log scale and {(groups.OffScale == 1 ? "belongs" : "belong")} to the lowest band";

    /// <summary>Returns a finding with the limits that its cuts break.</summary>
    /// <param name="found">The finding.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="limits">The limits; none are checked where null.</param>
    public static CutFinding Checked(CutFinding found, CutSample sample, BandLimits? limits) =>
        limits is null ? found : found with { Shortfalls = BandFeasibility.Check(sample, found.Cuts.AsSpan(), limits) };
}
