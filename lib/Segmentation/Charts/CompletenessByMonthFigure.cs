using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Segmentation.Audit;
using Segmentation.Load;

namespace Segmentation.Charts;

/// <summary>How complete records are by the month in which they were created: is the gap an old one or still being made?</summary>
internal static class CompletenessByMonthFigure
{
    // A month of fewer records swings with each of them; dates that a typing error put into the future fall here too.
    private const int FewestRecords = 10;

    public static Figure Draw(CompletenessByGroup completeness, EntityKind kind)
    {
        var many = AuditText.Many(kind);
        var name = $"completeness-by-month-{many}";
        var months = completeness.Groups.Where(g => g.Table == kind && g.Records > 0)
            .Select(g => (Group: g, Month: DateTime.TryParseExact(g.Group, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : (DateTime?)null))
            .Where(g => g.Month is not null && g.Group.Records >= FewestRecords).ToArray();
        int[] fields = [.. Enumerable.Range(0, completeness.Fields.Length).Where(f => months.Any(m => m.Group.Valid[f] is not null))];
        if (months.Length == 0 || fields.Length == 0) return ChartInput.Empty(name, $"Completeness of {many} by month of creation", string.Create(CultureInfo.InvariantCulture, $"No month is known in which {FewestRecords} {many} or more were created."), ChartOptions.Default);
        double Share(int f, int m) => months[m].Group.Share(f) ?? double.NaN;
        var last = months.Length - 1;
        var worst = fields.MinBy(f => double.IsNaN(Share(f, last)) ? double.MaxValue : Share(f, last));
        ImmutableArray<double> at = [.. Enumerable.Range(0, months.Length).Select(i => (double)i)];
        Series Dates(ImmutableArray<double> places) => new DateSeries([.. places.Select(p => months[(int)p].Month!.Value)]);
        // One message: the field that new records lack most stands out, the others are context.
        string Colour(int f) => f == worst ? FigureStyle.Alert : FigureStyle.Aside;
        var others = months.Length < completeness.Groups.Count(g => g.Table == kind && g.Records > 0);
        return new Figure(name,
            Phrase.Of($"{completeness.Fields[worst]} is what new {many} lack most: ", AuditText.Share(Share(worst, last), months[last].Group.Records), $" of those created in {months[last].Group.Group} have it"),
            new FigureLayout(new Axis("month of creation", AxisKind.Date) { Grid = false }, AuditText.Shares($"share of {many} with a valid value", 1.02)) { RightMargin = 150 },
            [
                .. fields.OrderBy(f => f == worst).Select(f => new Trace("scatter",
                [
                    new("x", Dates(at)),
                    new("y", new NumberSeries([.. at.Select(m => Share(f, (int)m))])),
                    new("hovertext", new TextSeries([.. months.Select((m, i) => Phrase.Of($"{m.Group.Group}: ", AuditText.Share(Share(f, i), m.Group.Records), " of ", Piece.Count(m.Group.Records)))])),
                ])
                {
                    Name = completeness.Fields[f],
                    Records = [.. months.Select(m => (double)m.Group.Records)],
                    Style = () => new JsonObject
                    {
                        ["mode"] = "lines",
                        ["line"] = new JsonObject { ["color"] = Colour(f), ["width"] = f == worst ? 3 : 1.5 },
                        ["hovertemplate"] = "%{hovertext}<extra>%{fullData.name}</extra>",
                    },
                }),
                LineEnds.Draw(fields.Where(f => !double.IsNaN(Share(f, last))).Select(f => new LineEnd(last, Share(f, last), completeness.Fields[f], Colour(f), months[last].Group.Records)), [0, 1], false, Dates),
            ])
        {
            Note = others ? string.Create(CultureInfo.InvariantCulture, $"months of fewer than {FewestRecords} {many}, {many} without a date, and earlier ones gathered in one are not drawn") : Phrase.Empty,
        };
    }
}
