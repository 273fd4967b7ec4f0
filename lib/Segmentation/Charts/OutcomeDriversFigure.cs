using System.Text.Json.Nodes;
using Segmentation.Load;
using Segmentation.Outcome;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>How far the churn of the segments of each dimension lies apart.</summary>
internal static class OutcomeDriversFigure
{
    private const string Name = "outcome-drivers";

    public static Figure Draw(OutcomeDriversResult result)
    {
        OutcomeDriver[] asked = [.. result.Items.Where(d => d.Refused is null)];
        if (asked.Length == 0) return ChartInput.Empty(Name, "Dimensions and churn", result.Reason ?? "No dimension can be held against churn.", ChartOptions.Default);
        var related = asked.Where(d => d.Verdict == OutcomeVerdict.Difference).ToArray();
        var margin = result.Cohort.Options.EquivalenceMargin;
        return new Figure(Name,
            related.Length == 0 ? "No dimension is related to churn beyond chance"
                : Phrase.Of($"{related[0].Dimension}: segments typically lie ", Piece.Figure(Audit.Phrase.Points(related[0].Spread), related[0].Churned), " from the churn of all", related.Length == 1 ? string.Empty : FormattableString.Invariant($"; {related.Length - 1} more dimensions matter")),
            new FigureLayout(
                new Axis("typical distance of a segment's churn from the churn of all") { TickFormat = ".1%", FromZero = true },
                new Axis(Phrase.Empty, AxisKind.Category) { Reversed = true, Grid = false })
            {
                Height = FigureLayout.HeightOf(asked.Length, 40),
                ShowLegend = true,
                Limits = [new LimitLine(margin, $"below {NumberColumn.Show(margin, NumberFormat.Share)} does not matter", true, FigureStyle.Quiet)],
            },
            [.. new OutcomeVerdict?[] { OutcomeVerdict.Difference, OutcomeVerdict.NoRelevantDifference, OutcomeVerdict.Inconclusive, null }.Where(v => asked.Any(d => d.Verdict == v)).Select(v => Marks(v, [.. asked.Where(d => d.Verdict == v)]))])
        {
            Note = Phrase.Join(" · ",
            [
                $"{DateColumn.Show(result.Cohort.Start)} to {DateColumn.Show(result.Cohort.End)}",
                FormattableString.Invariant($"bars: {result.Cohort.Framework.Limits.Confidence * 100:0.#}% intervals"),
                "each dimension by itself",
            ]),
        };
    }

    private static Trace Marks(OutcomeVerdict? verdict, OutcomeDriver[] drivers) => new("scatter",
    [
        new("y", new LabelSeries([.. drivers.Select(d => d.Dimension)])),
        new("x", new NumberSeries([.. drivers.Select(d => d.Spread)])),
        new("error_x.array", new NumberSeries([.. drivers.Select(d => Math.Max(0, d.SpreadInterval.High - d.Spread))])),
        new("error_x.arrayminus", new NumberSeries([.. drivers.Select(d => Math.Max(0, d.Spread - d.SpreadInterval.Low))])),
        new("text", new TextSeries([.. drivers.Select(d => Phrase.Of(Piece.Count(d.Churned), " of ", Piece.Count(d.Accounts)))])),
    ])
    {
        Name = verdict is { } v ? SnakeName.Words(v) : "no evidence: known as of today only",
        Records = [.. drivers.Select(d => (double)d.Churned)],
        Style = () =>
        {
            var colour = verdict switch { OutcomeVerdict.Difference => FigureStyle.Alert, OutcomeVerdict.NoRelevantDifference => FigureStyle.Main, OutcomeVerdict.Inconclusive => FigureStyle.Quiet, _ => FigureStyle.Aside };
            return new JsonObject
            {
                ["mode"] = "markers",
                ["marker"] = new JsonObject { ["size"] = 10, ["color"] = colour },
                ["error_x"] = new JsonObject { ["type"] = "data", ["symmetric"] = false, ["color"] = colour, ["thickness"] = 2, ["width"] = 5 },
                ["hovertemplate"] = "%{y}: %{x:.1%} (%{text} churned)<extra></extra>",
            };
        },
    };
}
