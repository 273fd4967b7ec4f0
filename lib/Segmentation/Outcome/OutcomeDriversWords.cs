using System.Globalization;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>How drivers, controlled rates and hazards are worded.</summary>
internal static class OutcomeDriversWords
{
    public static string Open(OutcomeCohort cohort) =>
        $"the window is open until {DateColumn.Show(cohort.End)} and the history of ARR ends before: no rate is given. Choose an earlier start or a shorter window.";

    /// <summary>Returns names as a sentence lists them: "A, B and C".</summary>
    public static string List(IEnumerable<string> names)
    {
        string[] all = [.. names];
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }

    /// <summary>Returns a ratio with two digits, or more where it is small.</summary>
    public static string Ratio(double ratio) => double.IsPositiveInfinity(ratio) ? "without bound" : string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00}");

    public static string Ratio(Interval interval) => $"{Ratio(interval.Low)} to {Ratio(interval.High)}";

    /// <summary>Returns an interval of a difference in percentage points.</summary>
    public static string Points(Interval interval) => string.Create(CultureInfo.InvariantCulture, $"{interval.Low * 100:0.0} to {interval.High * 100:0.0}");

    public static string PValue(double p) => double.IsNaN(p) ? "none" : p < .0001 ? "below 0.0001" : string.Create(CultureInfo.InvariantCulture, $"{p:0.0000}");

    /// <summary>Says that fields are known as of today only.</summary>
    public static string Biased(string dimension, IReadOnlyCollection<string> fields, SegmentSource source) => source == SegmentSource.Today
        ? $"Biased: the segments of {dimension} are those of today, and what happened in the window may have made them."
        : $"Biased: {List(fields)} {(fields.Count == 1 ? "is" : "are")} known as of today only, so that what happened in the window may have made the segments of {dimension}.";
}
