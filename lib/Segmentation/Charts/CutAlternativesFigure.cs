using System.Text.Json.Nodes;
using Segmentation.Calibrate;

namespace Segmentation.Charts;

/// <summary>Where each way of cutting cuts.</summary>
internal static class CutAlternativesFigure
{
    public static Figure Draw(CalibrationResult calibration)
    {
        var name = ChartInput.FigureName("cut-alternatives", calibration.Field);
        CutAlternative[] all = [.. calibration.Alternatives, calibration.Recommended];
        CutAlternative[] ways = [.. all.Where(a => !a.Finding.Cuts.IsEmpty)];
        var field = CutsFigure.FieldOf(calibration);
        if (ways.Length == 0 || CutAxis.Of(field, calibration.Today.Values, ways.SelectMany(w => w.Finding.Cuts)) is not { } axis)
            return ChartInput.Empty(name, calibration.Field, $"No way of cutting {calibration.Field} finds a cut.", ChartOptions.Default);
        var others = ways.Count(w => w.Name != calibration.Recommended.Name);
        var first = ways.Min(w => w.Finding.Bands);
        var last = ways.Max(w => w.Finding.Bands);
        return new Figure(name,
            first == last ? $"{others} ways of cutting {calibration.Field.Replace('_', ' ')} into {first} bands" : $"{others} ways of cutting {calibration.Field.Replace('_', ' ')} into {first} to {last} bands",
            new FigureLayout(axis.Draw(), new Axis(Phrase.Empty, AxisKind.Category) { Reversed = true }) { Height = FigureLayout.HeightOf(ways.Length, 30) },
            [.. ways.Select(w => Marks(w, axis, calibration))])
        {
            Note = ways.Length == all.Length ? Phrase.Empty : $"{all.Length - ways.Length} ways find no cut that they can support: the table says why",
        };
    }

    private static Trace Marks(CutAlternative way, CutAxis axis, CalibrationResult calibration)
    {
        double[] cuts = [.. way.Finding.Cuts.Where(axis.Has)];
        var isRecommended = way.Name == calibration.Recommended.Name;
        return new("scatter",
        [
            new("x", new PositionSeries([.. cuts.Select(axis.At)])),
            new("y", new StyleSeries([.. cuts.Select(_ => PlotlyText.Encode(way.Name))])),
            new("text", new TextSeries([.. cuts.Select(c => (Phrase)axis.Show(c))])),
        ])
        {
            Style = () => new JsonObject
            {
                ["mode"] = "markers+text",
                ["textposition"] = "middle right",
                ["cliponaxis"] = false,
                ["textfont"] = new JsonObject { ["size"] = 12, ["color"] = isRecommended ? FigureStyle.Alert : FigureStyle.Quiet },
                ["marker"] = new JsonObject { ["symbol"] = isRecommended ? "diamond" : "circle", ["size"] = isRecommended ? 12 : 9, ["color"] = isRecommended ? FigureStyle.Alert : way.Name.StartsWith("today", StringComparison.Ordinal) ? FigureStyle.Quiet : FigureStyle.Main },
                ["hovertemplate"] = "%{y}: %{text}<extra></extra>",
                ["showlegend"] = false,
            },
        };
    }
}
