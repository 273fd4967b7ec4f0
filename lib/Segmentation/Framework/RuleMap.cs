using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Criteria;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Framework;

/// <summary>The rules of a dimension over two numeric fields: rectangles that together are the plane, and the records on it. Open ends are for the drawing to clip.</summary>
public sealed record RuleMap : Result
{
    /// <inheritdoc/>
    public override string ResultName => "rule-map";

    /// <summary>Gets the dimension.</summary>
    public required Dimension Dimension { get; init; }

    /// <summary>Gets the field of the first axis.</summary>
    public required FieldDefinition X { get; init; }

    /// <summary>Gets the field of the second axis.</summary>
    public required FieldDefinition Y { get; init; }

    /// <summary>Gets what is held of the other fields that the rules name, in words; null where there are none.</summary>
    public required string? Held { get; init; }

    /// <summary>Gets the rectangles, which do not overlap.</summary>
    public required ImmutableArray<RuleMapArea> Areas { get; init; }

    /// <summary>Gets the records that lie on the map; empty where none were given.</summary>
    public required ImmutableArray<RuleMapPoint> Points { get; init; }

    /// <summary>Gets how many records have no value on one of the axes, and so no place; excluded ones not counted. Null where no records were given.</summary>
    public required int? Blank { get; init; }

    /// <summary>Gets how many records differ from the held values, or are no whole numbers on an axis of such; excluded ones not counted. Null where no records were given.</summary>
    public required int? Elsewhere { get; init; }

    /// <summary>Gets how many records an exclusion takes; null where no records were given.</summary>
    public required int? Excluded { get; init; }

    /// <summary>Returns the map of a dimension.</summary>
    /// <param name="framework">The framework.</param>
    /// <param name="dimension">The dimension.</param>
    /// <param name="records">Records to draw. Null: none.</param>
    /// <param name="x">Name of the number field of the first axis.</param>
    /// <param name="y">Name of the number field of the second axis.</param>
    /// <param name="held">A value for every other field that the rules name, as criteria write it; empty text is blank.</param>
    /// <param name="options">Limits, and the date where no records are given. Default: <see cref="CoverageOptions.Default"/>.</param>
    /// <exception cref="ArgumentException">An axis is no number field of the dimension's records, another field that the rules name is not held, or the rules cut the space into too many cells.</exception>
    public static RuleMap Of(SegmentationFramework framework, Dimension dimension, FrameworkRecords? records, string x, string y, IReadOnlyDictionary<string, string>? held = null, CoverageOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentNullException.ThrowIfNull(dimension);
        if (records is not null && records.Of != dimension.Of) throw new ArgumentException($"The records are {records.Of} but '{dimension.Name}' divides {dimension.Of}; take the records of that kind.", nameof(records));
        if (string.Equals(x, y, StringComparison.OrdinalIgnoreCase)) throw new ArgumentException($"Both axes are '{x}'; name two fields.", nameof(y));
        var fields = framework.Fields.Where(f => f.Of == dimension.Of).ToDictionary(f => f.Definition.Name, f => f.Definition, StringComparer.OrdinalIgnoreCase);
        try
        {
            return new RuleMapDrawing(framework, dimension, records, Number(x, nameof(x)), Number(y, nameof(y)), held ?? ImmutableDictionary<string, string>.Empty, options ?? CoverageOptions.Default).Draw();
        }
        catch (CellLimitException limit)
        {
            throw new ArgumentException($"'{dimension.Name}' cannot be drawn: {limit.Message}. {limit.Remedy}", nameof(dimension), limit);
        }

        FieldDefinition Number(string name, string parameter) => fields.GetValueOrDefault(name ?? string.Empty) is { Type: FieldType.Number or FieldType.Whole } field ? field
            : throw new ArgumentException($"'{name}' is no number among the framework's fields of {SnakeName.Words(dimension.Of)}; there are: {string.Join(", ", fields.Values.Where(f => f.Type is FieldType.Number or FieldType.Whole).Select(f => f.Name))}.", parameter);
    }

    /// <summary>Returns the map of the first dimension of the records whose rules name two number fields and nothing else; null where there is none.</summary>
    /// <param name="framework">The framework.</param>
    /// <param name="records">Records to draw. Null: none, and a dimension of any kind.</param>
    public static RuleMap? Find(SegmentationFramework framework, FrameworkRecords? records)
    {
        ArgumentNullException.ThrowIfNull(framework);
        foreach (var dimension in framework.Dimensions.Where(d => records is null || d.Of == records.Of))
        {
            string[] named = [.. dimension.Segments.SelectMany(s => s.Criteria.Fields).Distinct(StringComparer.Ordinal)];
            if (named is [var x, var y] && named.All(n => framework.Fields.Any(f => f.Of == dimension.Of && f.Definition.Name == n && f.Definition.Type is FieldType.Number or FieldType.Whole)))
                return Of(framework, dimension, records, x, y);
        }

        return null;
    }

    /// <summary>Gets what the map leaves out, in one sentence.</summary>
    public string Summary()
    {
        var drawn = Blank is null ? "No records given." : string.Create(CultureInfo.InvariantCulture, $"{Points.Length:#,0} records drawn; not drawn: {Blank:#,0} blank on an axis, {Elsewhere:#,0} with other held values, {Excluded:#,0} excluded.");
        return Held is null ? drawn : $"Held: {Held}. {drawn}";
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"rule map of {Dimension.Name}",
        [
            Column.Of("rules", Areas.Select(a => SnakeName.Words(a.Kind))),
            Column.Of("segments", Areas.Select(a => string.Join(", ", a.Segments))),
            Column.Of("values", Areas.Select(a => a.Words)),
            Column.Of("goes to", Areas.Select(a => a.GoesTo)),
            .. Blank is null ? Array.Empty<Column>() :
            [
                Column.Of("records", Areas.Select(a => (double?)a.Records), NumberFormat.Count),
                Column.Of("ARR", Areas.Select(a => a.Arr), NumberFormat.Money),
            ],
        ]);

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options) => options.Mask ? [] : [Summary()];
}
