using Segmentation.Framework;
using Segmentation.Tables;

namespace Segmentation.Assign;

/// <summary>Says in words why a record has no segment in a dimension, or might have another.</summary>
internal static class AssignmentReason
{
    /// <summary>Returns the reason: <c>ARR is blank: could be Enterprise or Mid-Market</c>, <c>no rule covers employees 60, ARR 100,000</c>.</summary>
    public static string Of(DimensionAssignment place, FrameworkRecords records, int row) =>
        place.OpenOf(row) is { } open ? $"{Blank(open, records)}: could be {ExplanationWords.Or(open.Segments.Select(s => place.Dimension.Segments[s].Name))}" : Uncovered(place, records, row);

    /// <summary>Returns the blanks: <c>employees and ARR are blank</c>.</summary>
    public static string Blank(OpenAnswer open, FrameworkRecords records) =>
        $"{ExplanationWords.And(open.Fields.Select(f => ExplanationWords.Field(records, f)))} {(open.Fields.Length == 1 ? "is" : "are")} blank";

    /// <summary>Names the values that no rule covers. Personal ones are not said: an alert list goes round.</summary>
    private static string Uncovered(DimensionAssignment place, FrameworkRecords records, int row)
    {
        var values = place.Dimension.Segments.SelectMany(s => s.Criteria.Fields).Distinct(StringComparer.OrdinalIgnoreCase).Select(f => records.Fields.Columns.IndexOf(records.Fields[f]))
            .Select(c => (Name: ExplanationWords.Field(records, c), Column: records.Fields.Columns[c]))
            .Select(c => $"{c.Name} {(c.Column.IsNull(row) ? "blank" : c.Column.IsPersonal ? RenderOptions.Hidden : c.Column.Display(row))}");
        return $"no rule covers {string.Join(", ", values)}";
    }
}
