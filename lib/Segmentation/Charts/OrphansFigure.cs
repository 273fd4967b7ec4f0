using System.Text.Json.Nodes;
using Segmentation.Audit;

namespace Segmentation.Charts;

/// <summary>What a match of email domains would do for contacts without a company.</summary>
internal static class OrphansFigure
{
    public static Figure Draw(OrphansResult orphans)
    {
        const string Name = "orphans-rescued";
        if (orphans.ContactsWithCompany is not { } today || orphans.ContactsWithCompanyAfterRescue is not { } after)
            return ChartInput.Empty(Name, "Contacts with a company", "The exports hold no contacts that name their account.", ChartOptions.Default);
        var limit = AuditText.Limit(orphans.ContactsWithCompanyLimit);
        var end = after > orphans.ContactsWithCompanyLimit
            ? today > orphans.ContactsWithCompanyLimit ? $"; both are above the {limit} limit" : $", above the {limit} limit"
            : $", not above the {limit} limit";
        var heading = orphans.Rescue.RowCount == 0
            ? Phrase.Of($"{AuditText.Share(today)} of contacts have a company; no domain match would rescue more")
            : Phrase.Of($"Matching email domains would bring contacts with a company from {AuditText.Share(today)} to {AuditText.Share(after)}{end}");
        double[] values = [today, after];
        return new Figure(Name, heading,
            new FigureLayout(AuditText.Shares("share of contacts with a company"), new Axis(Phrase.Empty, AxisKind.Category) { Reversed = true, Grid = false })
            {
                Height = 170,
                Limits = [new LimitLine(orphans.ContactsWithCompanyLimit, $"limit: above {limit}", true)],
            },
            new Trace("bar",
            [
                new("y", new LabelSeries(["today", "after a domain match"])),
                new("x", new NumberSeries([.. values])),
                new("text", new TextSeries([.. values.Select(v => Phrase.Of(AuditText.Share(v)))])),
                new("marker.color", new StyleSeries([FigureStyle.Aside, FigureStyle.Main])),
            ])
            {
                Style = () => new JsonObject
                {
                    ["orientation"] = "h",
                    ["textposition"] = "inside",
                    ["insidetextanchor"] = "start",
                    ["hovertemplate"] = "%{y}: %{text}<extra></extra>",
                },
            })
        {
            Note = Phrase.Of(Piece.Count(orphans.Rescue.RowCount), " contacts match exactly one account by domain, ", Piece.Count(orphans.Ambiguous.RowCount), " match several and need a person"),
        };
    }
}
