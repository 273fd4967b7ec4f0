using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Segmentation.Audit;
using Segmentation.Load;

namespace Segmentation.Charts;

/// <summary>How complete each field of a framework is, by count and by ARR, against the target.</summary>
internal static class CompletenessFigure
{
    public static Figure Draw(CompletenessScorecard scorecard, EntityKind kind)
    {
        var (name, many) = ($"completeness-{AuditText.Many(kind)}", AuditText.Many(kind));
        CompletenessRow[] all = [.. scorecard.Rows.Where(r => r.Table == kind)];
        CompletenessRow[] rows = [.. all.Where(r => r.Column is not null && r.Records > 0).OrderBy(r => r.ValidShare).ThenBy(r => r.Field, StringComparer.Ordinal)];
        if (rows.Length == 0) return ChartInput.Empty(name, $"Completeness of {many}", $"No export holds {many} with fields that a framework uses.", ChartOptions.Default);
        var target = rows[0].Target;
        var missed = rows.Count(r => r.ValidShare < r.Target);
        var lowest = rows[0];
        var fields = rows.Length == 1 ? "1 field" : string.Create(CultureInfo.InvariantCulture, $"{rows.Length} fields");
        var heading = missed == 0
            ? Phrase.Of($"All {AuditText.One(kind)} fields that a framework uses meet the {AuditText.Limit(target)} target")
            : Phrase.Of(string.Create(CultureInfo.InvariantCulture, $"{missed} of {fields} of {many} {(missed == 1 ? "misses" : "miss")} the {AuditText.Limit(target)} target; {Label(lowest, rows)} is lowest at "), AuditText.Share(lowest.ValidShare ?? 0, lowest.Valid));
        ImmutableArray<string> labels = [.. rows.Select(r => Label(r, rows))];
        CompletenessRow[] known = [.. rows.Where(r => r.ArrShare is not null)];
        var without = all.Where(r => r.Column is null).Select(r => r.Field).ToArray();
        return new Figure(name, heading,
            new FigureLayout(AuditText.Shares($"share of {many} with a valid value", 1.12), new Axis(Phrase.Empty, AxisKind.Category) { Reversed = true, Grid = false })
            {
                Height = FigureLayout.HeightOf(rows.Length, 30),
                Limits = [new LimitLine(target, $"target {AuditText.Limit(target)}", true)],
            },
            new Trace("bar",
            [
                new("y", new LabelSeries(labels)),
                new("x", new NumberSeries([.. rows.Select(r => r.ValidShare ?? 0)])),
                new("hovertext", new TextSeries([.. rows.Select(r => Phrase.Of(Piece.Count(r.Valid), " of ", Piece.Count(r.Records), $" valid, {AuditText.Share(r.ValidShare ?? 0)}"))])),
                new("marker.color", new StyleSeries([.. rows.Select(r => r.ValidShare < r.Target ? FigureStyle.Alert : FigureStyle.Main)])),
            ])
            {
                Records = [.. rows.Select(r => (double)r.Valid)],
                Style = () => new JsonObject { ["orientation"] = "h", ["hovertemplate"] = "%{y}: %{hovertext}<extra></extra>", ["textposition"] = "none" },
            },
            new Trace("scatter",
            [
                new("y", new LabelSeries(labels)),
                new("x", new PositionSeries([.. rows.Select(_ => 1.02)])),
                new("text", new TextSeries([.. rows.Select(r => Phrase.Of(AuditText.Share(r.ValidShare ?? 0)))])),
            ])
            {
                Records = [.. rows.Select(r => (double)r.Valid)],
                Style = () => new JsonObject { ["mode"] = "text", ["textposition"] = "middle right", ["cliponaxis"] = false, ["hoverinfo"] = "skip" },
            },
            new Trace("scatter",
            [
                new("y", new LabelSeries([.. known.Select(r => Label(r, rows))])),
                new("x", new NumberSeries([.. known.Select(r => r.ArrShare ?? 0)])),
                new("hovertext", new TextSeries([.. known.Select(r => Phrase.Of($"{AuditText.Share(r.ArrShare ?? 0)} of ARR"))])),
            ])
            {
                Records = [.. known.Select(r => (double)r.Valid)],
                Style = () => new JsonObject
                {
                    ["mode"] = "markers",
                    ["marker"] = new JsonObject { ["symbol"] = "diamond", ["size"] = 11, ["color"] = FigureStyle.Ink, ["line"] = new JsonObject { ["color"] = "#FFFFFF", ["width"] = 1.5 } },
                    ["hovertemplate"] = "%{y}: %{hovertext}<extra></extra>",
                },
            })
        {
            Note = Phrase.Join(" · ",
            [
                known.Length > 0 ? $"bar: share of {many}; diamond: share of ARR on them" : $"bar: share of {many}",
                Phrase.Of(Piece.Count(rows[0].Records), $" {many}"),
                without.Length > 0 ? $"no column: {string.Join(", ", without)}" : Phrase.Empty,
            ]),
        };
    }

    // A field that several columns stand for is told apart by the column.
    private static string Label(CompletenessRow row, CompletenessRow[] rows) => rows.Count(r => r.Field == row.Field) > 1 ? $"{row.Field} ({row.Column})" : row.Field;
}
