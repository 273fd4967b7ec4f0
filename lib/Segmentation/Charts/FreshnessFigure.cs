using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Segmentation.Audit;
using Segmentation.Load;

namespace Segmentation.Charts;

/// <summary>The share of records that nobody has touched for so many months.</summary>
internal static class FreshnessFigure
{
    public static Figure Draw(FreshnessResult freshness, EntityKind kind)
    {
        var many = AuditText.Many(kind);
        var name = $"freshness-{many}";
        FreshnessRow[] rows = [.. freshness.Rows.Where(r => r.Table == kind && r.Curve.Length > 0)];
        if (rows.Length == 0) return ChartInput.Empty(name, $"Freshness of {many}", $"The exports do not say when {many} were last touched.", ChartOptions.Default);
        var first = rows[0];
        static Series Months(ImmutableArray<double> at) => new PositionSeries(at);
        return new Figure(name,
            Phrase.Of(AuditText.Share(first.StaleShare ?? 0, first.Stale), $" of {many} had no {Basis(first)} for {freshness.StaleMonths.ToString(CultureInfo.InvariantCulture)} months or more"),
            new FigureLayout(
                new Axis($"months since the last touch, on {freshness.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}") { Grid = false },
                AuditText.Shares($"share of dated {many} not touched since", 1.02))
            {
                RightMargin = 160,
                Limits = [new LimitLine(freshness.StaleMonths, string.Create(CultureInfo.InvariantCulture, $"stale from {freshness.StaleMonths} months"), true)],
            },
            [
                .. rows.Select((row, i) => new Trace("scatter",
                [
                    new("x", Months([.. Enumerable.Range(0, row.Curve.Length).Select(m => (double)m)])),
                    new("y", new NumberSeries([.. row.Curve])),
                    new("hovertext", new TextSeries([.. row.Curve.Select((s, m) => Phrase.Of(string.Create(CultureInfo.InvariantCulture, $"{AuditText.Share(s)} not touched for {m} months")))])),
                ])
                {
                    Name = row.Basis,
                    Records = [.. row.Curve.Select(s => Math.Round(s * row.Dated))],
                    Style = () => new JsonObject
                    {
                        ["mode"] = "lines",
                        ["line"] = new JsonObject { ["color"] = FigureStyle.Palette[i % FigureStyle.Palette.Length], ["width"] = 2.5 },
                        ["hovertemplate"] = "%{hovertext}<extra>%{fullData.name}</extra>",
                    },
                }),
                LineEnds.Draw(rows.Select((row, i) => new LineEnd(row.Curve.Length - 1, row.Curve[^1], row.Basis, FigureStyle.Palette[i % FigureStyle.Palette.Length], double.MaxValue)), [0, 1], false, Months),
            ])
        {
            Note = Phrase.Join(" · ", rows.Select(r => Phrase.Of($"{r.Basis}: ", Piece.Count(r.Dated), " of ", Piece.Count(r.Records), $" {many} dated"))),
        };
    }

    private static string Basis(FreshnessRow row) => row.Basis.Replace("last ", string.Empty, StringComparison.Ordinal);
}
