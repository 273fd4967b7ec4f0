using System.Collections.Immutable;
using Segmentation.Criteria;
using Segmentation.Tables;

namespace Segmentation.Calibrate;

/// <summary>Says cuts, bands and figures as people do.</summary>
internal static class CalibrationWords
{
    private const double Percent = 100;

    /// <summary>Returns the stable name of a result about a field: <c>calibration-days-to-renewal-comparison</c>.</summary>
    public static string ResultName(string field, string? part = null) =>
        $"calibration-{string.Concat(field.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-'))}{(part is null ? string.Empty : "-" + part)}";

    /// <summary>Returns a value of a field without its unit, no sharper than it is known; a share as a percentage.</summary>
    public static string Value(double value, FieldDefinition? field) => field?.Unit == "share" ? $"{CutSizes.Show(value * Percent)}%" : CutSizes.Show(value);

    /// <summary>Returns cuts: <c>100 and 1,000</c>; <c>no cut</c> where there is none.</summary>
    public static string Cuts(ImmutableArray<double> cuts, FieldDefinition? field) => cuts.IsEmpty ? "no cut" : List(cuts.Select(c => Value(c, field)), "and");

    /// <summary>Returns a band: <c>100 to below 1,000</c>.</summary>
    public static string Band(CutBand band, FieldDefinition? field) => (band.From, band.Below) switch
    {
        (null, null) => "all values",
        (null, { } below) => $"below {Value(below, field)}",
        ({ } from, null) => $"{Value(from, field)} or more",
        ({ } from, { } below) => $"{Value(from, field)} to below {Value(below, field)}",
    };

    /// <summary>Returns one figure a band, lowest first: <c>45% | 38% | 17%</c>; a dash where there is none.</summary>
    public static string Shares(IEnumerable<double?> shares) => string.Join(" | ", shares.Select(s => s is { } share ? Share(share) : "-"));

    /// <summary>Returns a proportion with one decimal: <c>16.4%</c>.</summary>
    public static string Share(double share) => NumberColumn.Show(share, NumberFormat.Share);

    /// <summary>Returns an amount without decimals.</summary>
    public static string Money(double amount) => NumberColumn.Show(amount, NumberFormat.Money);

    /// <summary>Returns words with commas and a last joint.</summary>
    public static string List(IEnumerable<string> words, string joint)
    {
        string[] all = [.. words];
        return all is [] ? string.Empty : all is [var only] ? only : $"{string.Join(", ", all[..^1])} {joint} {all[^1]}";
    }

    /// <summary>Returns what a measure counts, for a column's head and a sentence.</summary>
    public static string Of(OutcomeMeasure measure) => measure switch
    {
        OutcomeMeasure.Expanded => "expanded",
        OutcomeMeasure.NetRetention => "net retention",
        _ => "churned",
    };
}
