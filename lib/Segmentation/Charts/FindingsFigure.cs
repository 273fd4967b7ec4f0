using System.Globalization;
using System.Text.Json.Nodes;
using Segmentation.Audit;

namespace Segmentation.Charts;

/// <summary>How many findings the audit has of each severity.</summary>
internal static class FindingsFigure
{
    public static Figure Draw(AuditFindings findings)
    {
        const string Name = "findings-by-severity";
        if (findings.Items.Length == 0) return ChartInput.Empty(Name, "Findings", "The audit found nothing to report.", ChartOptions.Default);
        var counts = findings.CountBySeverity;
        var (critical, errors) = (CountOf(findings, Severity.Critical), CountOf(findings, Severity.Error));
        var heading = critical > 0 ? $"{Number(critical)} {(critical == 1 ? "finding stops" : "findings stop")} the project until settled; {Number(errors)} more break a limit"
            : errors > 0 ? $"Nothing stops the project; {Number(errors)} {(errors == 1 ? "finding breaks" : "findings break")} a limit of the playbook"
            : "No finding breaks a limit of the playbook";
        return new Figure(Name, heading,
            new FigureLayout(new Axis("number of findings") { Range = (0, counts.Max(c => c.Count) * 1.12) }, new Axis(Phrase.Empty, AxisKind.Category) { Reversed = true, Grid = false }) { Height = FigureLayout.HeightOf(counts.Length, 34) },
            new Trace("bar",
            [
                new("y", new LabelSeries([.. counts.Select(c => c.Severity.ToString().ToLowerInvariant())])),
                new("x", new NumberSeries([.. counts.Select(c => (double)c.Count)])),
                new("text", new TextSeries([.. counts.Select(c => (Phrase)Number(c.Count))])),
                new("marker.color", new StyleSeries([.. counts.Select(c => Colour(c.Severity))])),
            ])
            {
                Style = () => new JsonObject { ["orientation"] = "h", ["textposition"] = "outside", ["cliponaxis"] = false, ["hovertemplate"] = "%{y}: %{text}<extra></extra>" },
            });
    }

    private static int CountOf(AuditFindings findings, Severity severity) => findings.Items.Count(f => f.Severity == severity);

    private static string Number(int value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Colour(Severity severity) => severity switch
    {
        Severity.Critical => FigureStyle.Alert,
        Severity.Error => FigureStyle.Palette[1],
        Severity.Warn => FigureStyle.Palette[4],
        _ => FigureStyle.Aside,
    };
}
