using System.Collections.Immutable;
using Segmentation.Audit;
using Segmentation.Criteria;
using Segmentation.Tables;

namespace Segmentation.Framework;

/// <summary>The cells of a dimension with the real records in them, and how a finding about some of them is made.</summary>
internal sealed class CoverageContext
{
    private readonly int[] count;
    private readonly double[] arr;

    public CoverageContext(SegmentationFramework framework, CoverageCells cells, FrameworkRecords? records, CoverageOptions options)
    {
        (Framework, Cells, Records, Options) = (framework, cells, records, options);
        (count, arr) = (new int[cells.Space.Count], new double[cells.Space.Count]);
        if (records is null) return;
        Cell = cells.Space.Locate(records.Fields);
        IsExcluded = new bool[records.Count];
        foreach (var exclusion in framework.Exclusions.Where(e => e.Of == records.Of))
        {
            var answers = exclusion.Criteria.Evaluate(records.Fields, records.AsOf);
            for (var row = 0; row < answers.Length; row++) IsExcluded[row] |= answers[row] == Truth.True;
        }

        for (var row = 0; row < Cell.Length; row++)
        {
            if (IsExcluded[row] || Cell[row] < 0) continue;
            count[Cell[row]]++;
            arr[Cell[row]] += records.Arr?[row] ?? 0;
        }
    }

    public SegmentationFramework Framework { get; }

    public CoverageCells Cells { get; }

    public FrameworkRecords? Records { get; }

    public CoverageOptions Options { get; }

    /// <summary>Gets the cell of every record; -1 where a field of whole numbers holds another.</summary>
    public int[] Cell { get; } = [];

    /// <summary>Gets, per record, whether an exclusion holds.</summary>
    public bool[] IsExcluded { get; } = [];

    /// <summary>Returns the number of records in cells; null where no records were given.</summary>
    public int? CountIn(IEnumerable<int> cells) => Records is null ? null : cells.Sum(c => count[c]);

    /// <summary>Returns a finding about cells, with the records in them.</summary>
    public CoverageFinding Finding(CoverageKind kind, Severity severity, IEnumerable<int> segments, string cell, IReadOnlyCollection<int> cells, string goesTo, string remedy, Table? example = null) =>
        new(Cells.Dimension.Name, kind, severity, Names(segments), cell, goesTo, remedy)
        {
            Example = example ?? Sample(cells.Count == 0 ? null : [.. Cells.Space.Axes.Select((axis, a) => axis.Example(Cells.Space.On(a, cells.First())))]),
            Records = CountIn(cells),
            Arr = Records?.Arr is null ? null : cells.Sum(c => arr[c]),
        };

    /// <summary>Returns a finding about a box, with the records in it.</summary>
    public CoverageFinding Finding(CoverageKind kind, Severity severity, IEnumerable<int> segments, CellBox box, string goesTo, string remedy) =>
        Finding(kind, severity, segments, CellWords.Of(Cells.Space, box), box.Cells, goesTo, remedy, Sample([.. Cells.Space.Axes.Select((axis, a) => axis.Example(box.Places[a]))])) with { Criteria = CellCriteria.Of(Cells.Space, box) };

    /// <summary>Returns one record as a table: a value a field; no row where there is none.</summary>
    public Table Sample(object?[]? values) => new("example", Cells.Space.Axes.Select((axis, a) => axis.Column(values is null ? [] : [values[a]])));

    public ImmutableArray<string> Names(IEnumerable<int> segments) => [.. segments.Order().Select(s => Cells.Dimension.Segments[s].Name)];

    /// <summary>Returns where records land: the names of segments in order of precedence, Unassigned last.</summary>
    public string Landing(IEnumerable<int> winners)
    {
        var all = winners.ToHashSet();
        return CellWords.Join([.. Names(all.Where(w => w >= 0)), .. all.Contains(-1) ? ["Unassigned"] : Array.Empty<string>()], "or");
    }
}
