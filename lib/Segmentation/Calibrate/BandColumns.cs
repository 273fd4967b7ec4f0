using Segmentation.Tables;

namespace Segmentation.Calibrate;

/// <summary>The columns in which every table of bands shows them.</summary>
internal static class BandColumns
{
    /// <summary>Returns a table of bands, one row each.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="measure">What the outcome is.</param>
    /// <param name="hasOutcome">Whether there is one.</param>
    /// <param name="bands">The bands.</param>
    /// <param name="first">The columns before them.</param>
    public static Table Table(string name, OutcomeMeasure measure, bool hasOutcome, IEnumerable<CutBand> bands, params ReadOnlySpan<Column> first)
    {
        CutBand[] all = [.. bands];
        List<Column> columns =
        [
            .. first,
            Column.Of("from", all.Select(b => b.From)),
            Column.Of("below", all.Select(b => b.Below)),
            Column.Of("accounts", all.Select(b => b.Accounts)),
            Column.Of("share", all.Select(b => b.Share), NumberFormat.Share),
            Column.Of("ARR", all.Select(b => b.Arr), NumberFormat.Money),
            Column.Of("share of ARR", all.Select(b => b.ArrShare), NumberFormat.Share),
        ];
        if (hasOutcome)
        {
            columns.Add(Column.Of("paid at the start", all.Select(b => (double?)b.Paid), NumberFormat.Count));
            if (measure != OutcomeMeasure.NetRetention) columns.Add(Column.Of(CalibrationWords.Of(measure), all.Select(b => (double?)b.Events), NumberFormat.Count));
            columns.Add(Column.Of(measure == OutcomeMeasure.NetRetention ? CalibrationWords.Of(measure) : "rate", all.Select(b => b.Outcome), NumberFormat.Share));
            columns.Add(Column.Of("rate from", all.Select(b => b.OutcomeInterval?.Low), NumberFormat.Share));
            columns.Add(Column.Of("rate to", all.Select(b => b.OutcomeInterval?.High), NumberFormat.Share));
        }

        return new(name, columns);
    }
}
