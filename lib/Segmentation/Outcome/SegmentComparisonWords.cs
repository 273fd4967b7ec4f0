using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Audit;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>How comparisons are worded.</summary>
internal static class SegmentComparisonWords
{
    /// <summary>Returns the measure as a verb: "6.1% of SMB churned".</summary>
    public static string Of(SegmentComparisonMeasure measure) => measure switch
    {
        SegmentComparisonMeasure.GoneAtEnd => "were gone at the end",
        SegmentComparisonMeasure.Expanded => "expanded",
        SegmentComparisonMeasure.Contracted => "contracted",
        _ => "churned",
    };

    /// <summary>Returns what the measure counts.</summary>
    public static string Definition(SegmentComparisonMeasure measure) => measure switch
    {
        SegmentComparisonMeasure.GoneAtEnd => "Gone at the end: the account paid nothing at the end of the window (churn by endpoint; one that left and came back does not count).",
        SegmentComparisonMeasure.Expanded => "Expanded: the account paid more at the end of the window than at its start.",
        SegmentComparisonMeasure.Contracted => "Contracted: the account paid less at the end of the window than at its start, and something.",
        _ => "Churned: the account paid nothing at the end of some month of the window (churn by event; one that left and came back counts).",
    };

    public static string Of(SegmentComparisonTest test) => test switch
    {
        SegmentComparisonTest.ChiSquare => "chi-square",
        SegmentComparisonTest.FisherExact => "Fisher's exact",
        SegmentComparisonTest.Permutation => "permutation",
        _ => "none",
    };

    /// <summary>Returns the verdict, with what could have been seen where it is inconclusive.</summary>
    public static string Verdict(SegmentComparisonRate rate) => rate.Accounts == 0 ? "no accounts at the start"
        : rate.Test == SegmentComparisonTest.None ? "nothing to compare with"
        : rate.Verdict != OutcomeVerdict.Inconclusive ? SnakeName.Words(rate.Verdict)
        : rate.DetectableDifference is { } least ? $"inconclusive (could only have seen {Points(least)} or more)"
        : "inconclusive (could not have seen any difference)";

    /// <summary>Returns why no rate of an open window is given.</summary>
    public static string Open(OutcomeCohort cohort) =>
        $"the window is open until {DateColumn.Show(cohort.End)} and the history of ARR ends before: no rate is given. Choose an earlier start or a shorter window.";

    /// <summary>Returns what must be said about when the segments were true: nothing where they are those of the start.</summary>
    public static ImmutableArray<string> Timing(OutcomeCohort cohort, Dimension dimension)
    {
        if (cohort.Source == SegmentSource.Today) return ["Biased: segments are those of today, and what happened in the window may have made them."];
        if (cohort.Source == SegmentSource.Snapshot) return [];
        var late = cohort.KnownTodayOnly(dimension.Name);
        var assumed = dimension.Segments.SelectMany(s => s.Criteria.Fields).Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(f => !late.Contains(f, StringComparer.OrdinalIgnoreCase) && cohort.Options.AssumedUnchanged.Contains(f, StringComparer.OrdinalIgnoreCase)).ToArray();
        return
        [
            .. late.IsEmpty ? Array.Empty<string>() : [$"Biased: {string.Join(" and ", late)} {(late.Length == 1 ? "is" : "are")} known as of today only, so that what happened in the window may have made the segment."],
            .. assumed.Length == 0 ? Array.Empty<string>() : [$"{string.Join(" and ", assumed)} {(assumed.Length == 1 ? "is" : "are")} taken as unchanged since {DateColumn.Show(cohort.Start)}."],
        ];
    }

    /// <summary>Returns the columns of comparisons; empty cells where there is none.</summary>
    public static IEnumerable<Column> Columns(ImmutableArray<SegmentComparisonRate?> rates, SegmentComparisonMeasure measure, string other)
    {
        var verb = Of(measure);
        return
        [
            Column.Of(verb, rates.Select(r => (double?)r?.Events)).WithFormat(NumberFormat.Count),
            Column.Of("rate", rates.Select(r => r?.Rate), NumberFormat.Share),
            Column.Of("rate from", rates.Select(r => r?.Rate is null ? (double?)null : r.RateInterval.Low), NumberFormat.Share),
            Column.Of("rate to", rates.Select(r => r?.Rate is null ? (double?)null : r.RateInterval.High), NumberFormat.Share),
            Column.Of(other, rates.Select(r => r?.OtherRate), NumberFormat.Share),
            Column.Of("difference", rates.Select(r => r?.Difference), NumberFormat.Share),
            Column.Of("difference from", rates.Select(r => r?.Difference is null ? (double?)null : r.DifferenceInterval.Low), NumberFormat.Share),
            Column.Of("difference to", rates.Select(r => r?.Difference is null ? (double?)null : r.DifferenceInterval.High), NumberFormat.Share),
            Column.Of("verdict", rates.Select(r => r is null ? null : Verdict(r))),
            Column.Of("test", rates.Select(r => r is null ? null : Of(r.Test))),
            Column.Of("smallest expected", rates.Select(r => r is null ? null : (double?)Math.Round(r.SmallestExpected, 1))),
            Column.Of("p", rates.Select(r => r?.PValue), NumberFormat.Score),
            Column.Of("p corrected", rates.Select(r => r?.CorrectedPValue), NumberFormat.Score),
            Column.Of("Cohen's h", rates.Select(r => r?.CohenH), NumberFormat.Score),
            Column.Of("risk ratio", rates.Select(r => Finite(r?.RiskRatio.Value)), NumberFormat.Score),
            Column.Of("risk ratio from", rates.Select(r => r?.Difference is null ? null : Finite(r.RiskRatio.Interval.Low)), NumberFormat.Score),
            Column.Of("risk ratio to", rates.Select(r => r?.Difference is null ? null : Finite(r.RiskRatio.Interval.High)), NumberFormat.Score),
            Column.Of("odds ratio", rates.Select(r => Finite(r?.OddsRatio.Value)), NumberFormat.Score),
            Column.Of("could have seen", rates.Select(r => r?.DetectableDifference), NumberFormat.Share),
            Column.Of("accounts needed a group", rates.Select(r => Finite(r?.NeededAccounts)), NumberFormat.General),
            Column.Of("days needed", rates.Select(r => r?.NeededDays is { } d ? Days(d) : null)),
        ];
    }

    /// <summary>Returns a difference in points, never "-0.0".</summary>
    public static string Points(double difference) => Phrase.Points(Rounded(difference) / 100);

    /// <summary>Returns a difference in points to one digit; what rounds to 0 is 0, without a sign.</summary>
    public static double Rounded(double difference) => Math.Round(difference * 100, 1, MidpointRounding.AwayFromZero) + 0.0;

    /// <summary>Returns days as a person reads them; what takes longer than anybody waits is said so.</summary>
    public static string Days(double days) => double.IsPositiveInfinity(days) ? "no window is long enough" : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(days):#,0}");

    private static double? Finite(double? value) => value is { } v && double.IsFinite(v) ? v : null;
}
