using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Criteria;
using Segmentation.Load;

namespace Segmentation.Framework;

/// <summary>Draws the rule map of a dimension over two fields.</summary>
internal sealed class RuleMapDrawing
{
    private readonly CoverageContext context;
    private readonly CoverageCells cells;
    private readonly CellSpace space;
    private readonly FieldDefinition[] axes;
    private readonly int?[] held;

    public RuleMapDrawing(SegmentationFramework framework, Dimension dimension, FrameworkRecords? records, FieldDefinition x, FieldDefinition y, IReadOnlyDictionary<string, string> held, CoverageOptions options)
    {
        axes = [x, y];
        cells = CoverageCells.Of(framework, dimension, CoverageCells.DateOf(framework, dimension, records, options), options.MostCells, axes.Select(a => a.Name));
        context = new CoverageContext(framework, cells, records, options);
        space = cells.Space;
        this.held = [.. space.Axes.Select(a => axes.Any(own => own.Name == a.Field.Name) ? (int?)null : Hold(a, held))];
    }

    public RuleMap Draw()
    {
        var records = context.Records;
        var keys = Enumerable.Range(0, space.Count).Select(c => IsDrawn(c) ? Key(c) : null).ToArray();
        var area = new int[space.Count];
        var areas = new List<RuleMapArea>();
        foreach (var key in keys.OfType<string>().Distinct())
        {
            foreach (var box in CellBox.Cover(space, c => keys[c] == key))
            {
                foreach (var cell in box.Cells) area[cell] = areas.Count;
                areas.Add(Area(box));
            }
        }

        var (x, y) = (records?.Fields.Number(axes[0].Name), records?.Fields.Number(axes[1].Name));
        var points = ImmutableArray.CreateBuilder<RuleMapPoint>();
        var (count, arr) = (new int[areas.Count], new double[areas.Count]);
        var (blank, elsewhere) = (0, 0);
        for (var row = 0; row < context.Cell.Length; row++)
        {
            if (context.IsExcluded[row]) continue;
            var cell = context.Cell[row];
            if (x![row] is not { } across || y![row] is not { } up) blank++;
            else if (cell < 0 || !IsDrawn(cell)) elsewhere++;
            else
            {
                points.Add(new(records!.Ids[row]!, across, up, NameOf(cells.Winner[cell]), records.Arr?[row]));
                count[area[cell]]++;
                arr[area[cell]] += records.Arr?[row] ?? 0;
            }
        }

        var words = space.Axes.Select((axis, a) => held[a] is { } place ? CellWords.Of(axis, [.. axis.Cells.Select((_, p) => p == place)]) : null).OfType<string>().ToArray();
        return new()
        {
            Dimension = cells.Dimension,
            X = axes[0],
            Y = axes[1],
            Held = words.Length == 0 ? null : string.Join(" and ", words),
            Areas = [.. areas.Select((a, i) => records is null ? a : a with { Records = count[i], Arr = records.Arr is null ? null : arr[i] })],
            Points = points.ToImmutable(),
            Blank = records is null ? null : blank,
            Elsewhere = records is null ? null : elsewhere,
            Excluded = records is null ? null : context.IsExcluded.Count(e => e),
        };
    }

    private static int Hold(Axis axis, IReadOnlyDictionary<string, string> held)
    {
        var field = axis.Field;
        if (held.FirstOrDefault(h => string.Equals(h.Key, field.Name, StringComparison.OrdinalIgnoreCase)).Value is not { } text)
            throw new ArgumentException($"The rules also name '{field.Name}'; hold it at one value, as in {{ [\"{field.Name}\"] = \"…\" }}, empty for blank.", nameof(held));
        if (text.Length == 0) return axis.Blank;
        object? value = field.Type switch
        {
            FieldType.Text => text,
            FieldType.Flag when bool.TryParse(text, out var flag) => flag,
            FieldType.Date when DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => Axis.Day(date),
            FieldType.Number or FieldType.Whole when double.TryParse(text.Replace("_", string.Empty, StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            _ => null,
        };
        var place = value is null ? -1 : axis.Locate(axis.Column([value]))[0];
        return place >= 0 ? place : throw new ArgumentException($"'{text}' is held for '{field.Name}', which is a {SnakeName.Words(field.Type)}; write it as criteria do.", nameof(held));
    }

    /// <summary>Tells whether a cell has the held values and a value on both axes.</summary>
    private bool IsDrawn(int cell)
    {
        for (var a = 0; a < space.Axes.Length; a++)
        {
            if (held[a] is { } place ? space.On(a, cell) != place : space.On(a, cell) == space.Axes[a].Blank) return false;
        }

        return true;
    }

    private string Key(int cell) => string.Join(',', [cells.Excluded[cell] ? "excluded" : "open", cells.Winner[cell], cells.Open[cell], .. cells.Holding(cell)]);

    private RuleMapArea Area(CellBox box)
    {
        var cell = box.Cells[0];
        var (holding, winner) = (cells.Holding(cell), cells.Winner[cell]);
        var kind = cells.Excluded[cell] ? RuleMapKind.Excluded
            : holding.Length > 1 ? CoverageSearch.Shared(cells, box) is null ? RuleMapKind.Overlap : RuleMapKind.Boundary
            : cells.IsGap(cell) ? CoverageSearch.Untouched(cells, box) is null ? RuleMapKind.Gap : RuleMapKind.Boundary
            : winner < 0 ? RuleMapKind.Blank : RuleMapKind.Segment;
        var (x, y) = (Ends(axes[0].Name, box), Ends(axes[1].Name, box));
        var segments = holding.Length == 0 && winner >= 0 && !cells.Excluded[cell] ? [winner] : holding;
        return new(kind, context.Names(segments), cells.Excluded[cell] ? null : NameOf(winner), x.From, x.To, y.From, y.To, Words(box));
    }

    private (double? From, double? To) Ends(string field, CellBox box)
    {
        var a = space.Axes.Select((axis, i) => (axis, i)).First(o => o.axis.Field.Name == field).i;
        var (axis, places) = (space.Axes[a], box.Places[a]);
        var range = axis.Cells[Array.IndexOf(places, true)].Range.To(axis.Cells[Array.LastIndexOf(places, true)].Range);
        return (double.IsInfinity(range.Low) ? null : range.Low, double.IsInfinity(range.High) ? null : axis.IsWhole ? range.High + 1 : range.High);
    }

    // That the axes hold a value, and what is held, goes without saying in every area.
    private string Words(CellBox box)
    {
        var places = box.Places.Select((own, a) => held[a] is not null ? [.. own.Select(_ => true)] : own[..^1].All(p => p) ? [.. own.Select(_ => true)] : own).ToArray();
        return CellWords.Of(space, box with { Places = places });
    }

    private string? NameOf(int segment) => segment < 0 ? null : cells.Dimension.Segments[segment].Name;
}
