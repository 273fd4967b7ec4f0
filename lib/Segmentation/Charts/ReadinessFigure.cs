using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Segmentation.Audit;

namespace Segmentation.Charts;

/// <summary>How many records carry every field that a framework needs, and what filling one field after the other would bring.</summary>
internal static class ReadinessFigure
{
    public static Figure Draw(ReadinessOfTable readiness)
    {
        var many = AuditText.Many(readiness.Table);
        var name = $"readiness-{many}";
        if (readiness.JointShare is not { } today) return ChartInput.Empty(name, $"Readiness of {many}", $"There are no {many} with fields that a framework needs.", ChartOptions.Default);
        var steps = readiness.Steps;
        double[] before = [0, .. steps.Select((_, i) => i == 0 ? today : steps[i - 1].JointAfter)];
        double[] gains = [today, .. steps.Select((s, i) => s.JointAfter - before[i + 1])];
        double[] after = [today, .. steps.Select(s => s.JointAfter)];
        ImmutableArray<double> records = [readiness.Ready, .. after.Skip(1).Select(s => Math.Round(s * readiness.Records))];
        ImmutableArray<string> labels = ["today", .. steps.Select(s => $"then fill {s.Field}")];
        return new Figure(name,
            Phrase.Of(AuditText.Share(today, readiness.Ready), $" of {many} carry all {steps.Length} fields a framework needs; filling {steps[0].Field} first brings {AuditText.Points(steps[0].JointAfter - today)}"),
            new FigureLayout(AuditText.Shares($"share of {many} with every needed field", 1.2), new Axis(Phrase.Empty, AxisKind.Category) { Reversed = true, Grid = false }) { Height = FigureLayout.HeightOf(labels.Length, 34), Stacked = true },
            new Trace("bar", [new("y", new LabelSeries(labels)), new("x", new NumberSeries([.. before])), new("marker.color", new StyleSeries([.. labels.Select(_ => FigureStyle.Grid)]))])
            {
                Records = records,
                Style = () => new JsonObject { ["orientation"] = "h", ["hoverinfo"] = "skip" },
            },
            new Trace("bar",
            [
                new("y", new LabelSeries(labels)),
                new("x", new NumberSeries([.. gains])),
                new("text", new TextSeries([.. after.Select((s, i) => Phrase.Of(i == 0 ? AuditText.Share(s) : $"{AuditText.Share(s)} ({AuditText.Points(gains[i])})"))])),
                new("marker.color", new StyleSeries([.. labels.Select((_, i) => i == 0 ? FigureStyle.Main : i == 1 ? FigureStyle.Palette[1] : FigureStyle.Palette[4])])),
            ])
            {
                Records = records,
                Style = () => new JsonObject
                {
                    ["orientation"] = "h",
                    ["textposition"] = "outside",
                    ["cliponaxis"] = false,
                    ["hovertemplate"] = "%{y}: %{text}<extra></extra>",
                },
            })
        {
            Note = Phrase.Join(" · ",
            [
                $"each field alone is valid on at least {AuditText.Share(readiness.Lowest)}",
                $"{AuditText.Share(readiness.IfIndependent)} if gaps fell at random",
                readiness.WithoutColumn.Length > 0 ? $"no column: {string.Join(", ", readiness.WithoutColumn)}" : Phrase.Empty,
            ]),
        };
    }
}
