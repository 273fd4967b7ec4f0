using System.Globalization;
using Segmentation.Assign;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Playbook;
using Segmentation.Tables;

namespace Segmentation.Tests.Distribute;

/// <summary>Assignments in memory: each dimension reads a text field of its own name that holds the segment's name; null leaves the record Unassigned.</summary>
internal sealed class SmallAssignment
{
    public static readonly DateTime AsOf = new(2026, 6, 30);

    private readonly EntityKind of;
    private readonly List<(string Dimension, string[] Segments, string?[] Values)> dimensions = [];
    private readonly List<FieldDefinition> fields = [];
    private readonly List<Column> columns = [];
    private readonly Dictionary<(string Dimension, string Segment), int> expected = [];
    private readonly List<(string Name, string Criteria)> exclusions = [];
    private readonly List<Override> overrides = [];
    private readonly List<(string Name, string? Dimension, string? Segment, string? Criteria)> views = [];
    private readonly List<Dimension> written = [];
    private double?[]? arr;
    private string?[]? owners;
    private PlaybookLimits limits = PlaybookLimits.Default;

    private SmallAssignment(EntityKind of) => this.of = of;

    public static SmallAssignment Of(EntityKind of) => new(of);

    public static SmallAssignment Accounts => new(EntityKind.Accounts);

    public static SmallAssignment Contacts => new(EntityKind.Contacts);

    /// <summary>Returns so many of each value, in order: <c>Repeat(("SMB", 3), (null, 1))</c>.</summary>
    public static string?[] Repeat(params (string? Value, int Count)[] values) => [.. values.SelectMany(v => Enumerable.Repeat(v.Value, v.Count))];

    /// <summary>Adds a dimension with one value a record.</summary>
    public SmallAssignment Dimension(string name, string[] segments, params string?[] values)
    {
        dimensions.Add((name, segments, values));
        return Field(name, FieldType.Text, Column.Of(name, values));
    }

    /// <summary>Adds a dimension whose segments have rules of their own over the fields added so far.</summary>
    public SmallAssignment Rules(string name, params (string Segment, string Criteria)[] segments)
    {
        written.Add(new Dimension(name, DimensionKind.Value, of, [.. segments.Select(s => new Segment(s.Segment, Criterion.Parse(s.Criteria, fields)))]));
        return this;
    }

    public SmallAssignment Field(string name, FieldType type, Column values)
    {
        fields.Add(new FieldDefinition(name, type));
        columns.Add(values.Rename(name));
        return this;
    }

    public SmallAssignment Arr(params double?[] values)
    {
        arr = values;
        return this;
    }

    public SmallAssignment Owners(params string?[] values)
    {
        owners = values;
        return this;
    }

    public SmallAssignment Expect(string dimension, string segment, int records)
    {
        expected[(dimension, segment)] = records;
        return this;
    }

    public SmallAssignment Exclude(string name, string criteria)
    {
        exclusions.Add((name, criteria));
        return this;
    }

    public SmallAssignment Override(string id, string dimension, string segment, DateTime expires)
    {
        overrides.Add(new Override(id, dimension, segment, "VP Customer Success", "agreed", expires));
        return this;
    }

    public SmallAssignment View(string name, string? dimension, string? segment, string? criteria)
    {
        views.Add((name, dimension, segment, criteria));
        return this;
    }

    public SmallAssignment Limits(PlaybookLimits changed)
    {
        limits = changed;
        return this;
    }

    /// <summary>Returns the assignment; record i has the id <c>R001</c>, <c>R002</c> … and the name <c>Name 1</c> ….</summary>
    public AssignmentResult Run()
    {
        var count = columns.Count > 0 ? columns[0].Length : 0;
        var framework = new SegmentationFramework
        {
            Version = "v1",
            Limits = limits,
            Fields = [.. fields.Select(f => new FrameworkField(of, f))],
            Dimensions =
            [
                .. dimensions.Select(d => new Dimension(d.Dimension, DimensionKind.Firmographic, of,
                    [.. d.Segments.Select(s => new Segment(s, Criterion.Parse($"{d.Dimension} = \"{s}\"", fields)) { Expected = expected.TryGetValue((d.Dimension, s), out var records) ? records : null })])),
                .. written,
            ],
            Exclusions = [.. exclusions.Select(e => new Exclusion(e.Name, of, Criterion.Parse(e.Criteria, fields)))],
            Overrides = [.. overrides],
            Views =
            [
                .. views.Select(v => new SavedView(v.Name, of)
                {
                    Segments = v.Dimension is null ? new SavedView(v.Name, of).Segments : new SavedView(v.Name, of).Segments.Add(v.Dimension, v.Segment!),
                    Criteria = v.Criteria is null ? null : Criterion.Parse(v.Criteria, fields),
                }),
            ],
        };
        var records = new FrameworkRecords
        {
            Of = of,
            AsOf = AsOf,
            Ids = Column.Of("id", Enumerable.Range(1, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"R{i:000}"))),
            Names = (TextColumn)Column.Of("name", Enumerable.Range(1, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"Name {i}"))).AsPersonal(),
            Owners = owners is null ? null : Column.Of("owner", owners),
            Arr = arr is null ? null : Column.Of("arr", arr, NumberFormat.Money),
            Fields = new Table(of.ToString(), columns),
        };
        var side = Assignment.Run(framework, records);
        return new AssignmentResult { Framework = framework, AsOf = AsOf, Accounts = of == EntityKind.Accounts ? side : null, Contacts = of == EntityKind.Contacts ? side : null };
    }
}
