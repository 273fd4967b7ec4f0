using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Segmentation.Clean;

namespace Segmentation.Charts;

/// <summary>Every quality figure before and after the clean-up, with the limit it is held against.</summary>
internal static class BeforeAfterFigure
{
    public static Figure Draw(BeforeAfter result)
    {
        const string Name = "before-after";
        QualityFigure[] figures = [.. result.Figures.Where(f => f.Before?.Share is not null || f.After?.Share is not null)];
        if (figures.Length == 0) return ChartInput.Empty(Name, "Quality before and after the clean-up", "The audit took no figure that is a share.", ChartOptions.Default);
        ImmutableArray<string> labels = [.. figures.Select(f => $"{f.Table}: {f.Figure}")];
        (QualityFigure Figure, string Label)[] limited = [.. figures.Zip(labels).Where(p => p.First.Limit is not null)];
        var failing = figures.Count(f => f.Verdict is QualityVerdict.NotMet or QualityVerdict.NoLongerMet);
        var met = figures.Count(f => f.Verdict == QualityVerdict.NowMet);
        var heading = string.Create(CultureInfo.InvariantCulture, $"{met} more {(met == 1 ? "limit is" : "limits are")} met after the clean-up; {(failing == 0 ? "none is missed any more" : $"{failing} {(failing == 1 ? "is" : "are")} still missed")}");
        return new Figure(Name, heading,
            new FigureLayout(AuditText.Shares("share of records") with { Range = (-0.015, 1.02) }, new Axis(Phrase.Empty, AxisKind.Category) { Range = (figures.Length - 0.4, -0.6) }) { Height = FigureLayout.HeightOf(figures.Length, 24), ShowLegend = true },
            Ways(figures, labels),
            Dots("before", labels, figures, f => f.Before, [.. figures.Select(_ => FigureStyle.Aside)]),
            Dots("after", labels, figures, f => f.After, [.. figures.Select(f => f.Verdict is QualityVerdict.NotMet or QualityVerdict.NoLongerMet ? FigureStyle.Alert : FigureStyle.Main)]),
            new Trace("scatter",
            [
                new("y", new LabelSeries([.. limited.Select(f => f.Label)])),
                new("x", new PositionSeries([.. limited.Select(f => f.Figure.Limit!.Value)])),
                new("hovertext", new TextSeries([.. limited.Select(f => (Phrase)$"limit: {f.Figure.Rule} {AuditText.Limit(f.Figure.Limit!.Value)}")])),
            ])
            {
                Name = "limit",
                Style = () => new JsonObject
                {
                    ["mode"] = "markers",
                    ["marker"] = new JsonObject { ["symbol"] = "line-ns-open", ["size"] = 13, ["color"] = FigureStyle.Limit, ["line"] = new JsonObject { ["width"] = 2, ["color"] = FigureStyle.Limit } },
                    ["hovertemplate"] = "%{y}<br>%{hovertext}<extra></extra>",
                },
            })
        {
            Note = "orange: the limit is still missed after the clean-up",
        };
    }

    // One line a figure from before to after; a gap between lines.
    private static Trace Ways(QualityFigure[] figures, ImmutableArray<string> labels) => new("bar",
    [
        new("y", new LabelSeries(labels)),
        new("base", new PositionSeries([.. figures.Select(f => f.Before?.Share ?? f.After!.Share!.Value)])),
        new("x", new NumberSeries([.. figures.Select(f => f.Change ?? 0)])),
    ])
    {
        Records = [.. figures.Select(Behind)],
        Style = () => new JsonObject { ["orientation"] = "h", ["width"] = 0.16, ["marker"] = new JsonObject { ["color"] = FigureStyle.Grid }, ["hoverinfo"] = "skip", ["showlegend"] = false },
    };

    private static Trace Dots(string name, ImmutableArray<string> labels, QualityFigure[] figures, Func<QualityFigure, QualityMeasure?> of, ImmutableArray<string> colours) => new("scatter",
    [
        new("y", new LabelSeries(labels)),
        new("x", new NumberSeries([.. figures.Select(f => of(f)?.Share ?? double.NaN)])),
        new("hovertext", new TextSeries([.. figures.Select(f => (Phrase)(of(f)?.Share is { } share ? $"{name}: {AuditText.Share(share)}" : name))])),
        new("marker.color", new StyleSeries(colours)),
    ])
    {
        Name = name,
        Records = [.. figures.Select(f => of(f)?.Records is { } records ? records : double.MaxValue)],
        Style = () => new JsonObject { ["mode"] = "markers", ["marker"] = new JsonObject { ["size"] = 10 }, ["hovertemplate"] = "%{y}<br>%{hovertext}<extra></extra>" },
    };

    private static double Behind(QualityFigure figure) => Math.Min(figure.Before?.Records ?? double.MaxValue, figure.After?.Records ?? double.MaxValue);
}
