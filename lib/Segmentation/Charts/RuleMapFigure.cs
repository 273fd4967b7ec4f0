using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>The rules of a dimension over two numbers, with what they leave open and what they say twice, and the records on it.</summary>
internal static class RuleMapFigure
{
    private const string GapFill = "rgba(213,94,0,0.20)";
    private const string OverlapFill = "rgba(230,159,0,0.35)";

    // One pale colour a segment for the areas; the points carry the palette's own.
    private static readonly ImmutableArray<string> Pale = ["#E1EEF7", "#E2F3EC", "#F7EAF2", "#E9F5FC", "#F1F1F1"];
    private static readonly ImmutableArray<string> Strong = ["#0072B2", "#009E73", "#CC79A7", "#56B4E9", "#000000"];

    public static Figure Draw(RuleMap map)
    {
        var name = ChartInput.FigureName("rule-map", map.Dimension.Name);
        var (x, y) = (Scale.Of(map.X, Cuts(map, a => a.FromX, a => a.ToX), map.Points.Select(p => p.X)), Scale.Of(map.Y, Cuts(map, a => a.FromY, a => a.ToY), map.Points.Select(p => p.Y)));
        var drawn = map.Points.Where(p => x.Has(p.X) && y.Has(p.Y)).ToArray();
        var step = Math.Max(1, (drawn.Length + ChartOptions.Default.MostPoints - 1) / ChartOptions.Default.MostPoints);
        RuleMapPoint[] shown = [.. drawn.Where((_, i) => i % step == 0)];
        var areas = map.Areas.Select(a => (Area: a, Box: Clip(a, x, y))).Where(a => a.Box is not null).Select(a => (a.Area, Box: a.Box!.Value)).ToArray();
        var (gaps, overlaps) = (Of(map, RuleMapKind.Gap), Of(map, RuleMapKind.Overlap));
        var labelled = areas.Where(a => a.Area.Kind is RuleMapKind.Segment).GroupBy(a => a.Area.GoesTo).Select(g => g.MaxBy(a => a.Box.Size(x, y)).Area)
            .Concat(areas.Where(a => a.Area.Kind is RuleMapKind.Gap or RuleMapKind.Overlap).GroupBy(a => a.Area.Kind).Select(g => g.MaxBy(a => a.Box.Size(x, y)).Area)).ToHashSet();
        return new Figure(name, Heading(map, gaps, overlaps),
            new FigureLayout(x.Axis(map.X), y.Axis(map.Y))
            {
                Height = 520,
                ShowLegend = shown.Length > 0,
                Regions = [.. areas.OrderBy(a => a.Area.Kind == RuleMapKind.Segment ? 0 : 1).Select(a => Paint(map, a.Area, a.Box, labelled.Contains(a.Area)))],
            },
            [.. map.Dimension.Segments.Select((s, i) => (s.Name, Colour: Strong[i % Strong.Length])).Append((Name: "Unassigned", Colour: FigureStyle.Alert)).Select(s => Dots(s.Name, s.Colour, [.. shown.Where(p => (p.Segment ?? "Unassigned") == s.Name)])).Where(t => t.Channels[0].Values.Length > 0)])
        {
            Note = Phrase.Join(" · ",
            [
                map.Held is { } held ? $"held: {held}" : Phrase.Empty,
                map.Blank is > 0 and var blank ? Phrase.Of(Piece.Count(blank), " records are blank on an axis") : Phrase.Empty,
                map.Points.Length > drawn.Length ? Phrase.Of(Piece.Count(map.Points.Length - drawn.Length), " records at zero or below have no place on a log axis") : Phrase.Empty,
                step > 1 ? string.Create(CultureInfo.InvariantCulture, $"every {step}th record is drawn") : Phrase.Empty,
                map.Excluded is > 0 and var excluded ? Phrase.Of(Piece.Count(excluded), " excluded records are not drawn") : Phrase.Empty,
            ]),
        };
    }

    private static Phrase Heading(RuleMap map, RuleMapArea[] gaps, RuleMapArea[] overlaps)
    {
        if (gaps.Length + overlaps.Length == 0) return $"{map.Dimension.Name}: every place belongs to exactly one segment";
        return Phrase.Join(", ",
        [
            gaps.Length == 0 ? $"{map.Dimension.Name}: no gap" : Found($"{map.Dimension.Name}: a gap", gaps),
            overlaps.Length == 0 ? "no overlap" : Found("an overlap", overlaps),
        ]);
    }

    private static Phrase Found(string what, RuleMapArea[] areas) => areas.All(a => a.Records is null) ? what
        : Phrase.Of(what, " with ", Piece.Count(areas.Sum(a => a.Records ?? 0)), " records",
            areas.Sum(a => a.Arr ?? 0) is > 0 and var arr ? Piece.Figure($" and {ShortNumber.Show(arr, NumberFormat.Money)} of ARR", areas.Sum(a => a.Records ?? 0)) : string.Empty);

    private static RuleMapArea[] Of(RuleMap map, RuleMapKind kind) => [.. map.Areas.Where(a => a.Kind == kind)];

    private static Region Paint(RuleMap map, RuleMapArea area, Box box, bool isLabelled)
    {
        var place = map.Dimension.Segments.ToList().FindIndex(s => s.Name == area.GoesTo);
        var (fill, border) = area.Kind switch
        {
            RuleMapKind.Gap => (GapFill, FigureStyle.Alert),
            RuleMapKind.Overlap => (OverlapFill, FigureStyle.Palette[1]),
            RuleMapKind.Segment when place >= 0 => (Pale[place % Pale.Length], "#FFFFFF"),
            _ => ("#FFFFFF", FigureStyle.Aside),
        };
        var label = !isLabelled ? Phrase.Empty
            : area.Kind == RuleMapKind.Segment ? Phrase.Of(Piece.Label(area.GoesTo ?? "Unassigned", false))
            : Phrase.Of(area.Kind == RuleMapKind.Gap ? "gap: no rule" : $"overlap: {string.Join(" and ", area.Segments)}");
        return new Region(box.Left, box.Right, box.Low, box.High, fill, border, label);
    }

    private static Trace Dots(string name, string colour, RuleMapPoint[] points) => new("scatter",
    [
        new("x", new PositionSeries([.. points.Select(p => p.X)])),
        new("y", new PositionSeries([.. points.Select(p => p.Y)])),
    ])
    {
        Name = Piece.Label(name, false),
        Style = () => new JsonObject
        {
            ["mode"] = "markers",
            ["marker"] = new JsonObject { ["color"] = colour, ["size"] = 6, ["opacity"] = 0.55 },
            ["hovertemplate"] = "%{x:,} / %{y:,}<extra>%{fullData.name}</extra>",
        },
    };

    private static IEnumerable<double> Cuts(RuleMap map, Func<RuleMapArea, double?> from, Func<RuleMapArea, double?> to) =>
        map.Areas.SelectMany(a => new[] { from(a), to(a) }).Where(c => c is not null).Select(c => c!.Value);

    private static Box? Clip(RuleMapArea area, Scale x, Scale y)
    {
        var box = new Box(Math.Max(area.FromX ?? x.Low, x.Low), Math.Min(area.ToX ?? x.High, x.High), Math.Max(area.FromY ?? y.Low, y.Low), Math.Min(area.ToY ?? y.High, y.High));
        return box.Left < box.Right && box.Low < box.High ? box : null;
    }

    private readonly record struct Box(double Left, double Right, double Low, double High)
    {
        public double Size(Scale x, Scale y) => x.Length(Left, Right) * y.Length(Low, High);
    }

    /// <summary>One axis: logarithmic where the amounts span more than two powers of ten, as sizes and ARR do.</summary>
    private readonly record struct Scale(double Low, double High, bool Log)
    {
        private const double Decades = 100;
        private const double Room = 1.3;

        public static Scale Of(FieldDefinition field, IEnumerable<double> cuts, IEnumerable<double> values)
        {
            double[] all = [.. cuts.Concat(values).Where(double.IsFinite)];
            double[] positive = [.. all.Where(v => v > 0)];
            if (positive.Length > 0 && positive.Max() / positive.Min() > Decades)
            {
                var low = field.Type == FieldType.Whole ? Math.Max(positive.Min(), 1) : positive.Min();
                return new Scale(low / Room, positive.Max() * Room, true);
            }

            var (bottom, top) = all.Length == 0 ? (0, 1) : (Math.Min(0, all.Min()), all.Max());
            var room = top > bottom ? (top - bottom) * (Room - 1) : 1;
            return new Scale(bottom < 0 ? bottom - room : 0, top + room, false);
        }

        public bool Has(double value) => value >= Low && value <= High;

        public double Length(double from, double to) => Log ? Math.Log10(to / from) : (to - from) / (High - Low);

        public Axis Axis(FieldDefinition field) => new(field.Unit is { } unit ? $"{field.Name}, {unit}" : field.Name, Log ? AxisKind.Log : AxisKind.Linear)
        {
            Range = Log ? (Math.Log10(Low), Math.Log10(High)) : (Low, High),
            Grid = false,
        };
    }
}
