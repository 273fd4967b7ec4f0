using System.Collections.Immutable;
using Segmentation.Audit;
using Segmentation.Tables;

namespace Segmentation.Framework;

/// <summary>Looks at what the rules of a framework leave open or say twice. Exact: every threshold cuts its field, and the finitely many cells between the cuts are all looked at.</summary>
/// <remarks>
/// A cell is a gap where every rule answers no; a blank that keeps a rule open is no gap. Zero, negative and blank values are reported where no rule mentions them.
/// Severity: a rule that puts nobody anywhere is an error. A gap, and a threshold in no rule, is an error unless records were given and none is in it, then a warning; outside a field's
/// list of values it is a warning, then information. An overlap is a warning, and information where the winner stands first and lies wholly inside the others, as in
/// <c>employees &gt;= 1000</c> before <c>employees &gt;= 100</c>: that order is how such rules are written. <c>otherwise</c> overlaps nothing; what it takes is information. Values that no
/// rule mentions are a warning, and information where records were given and none holds them.
/// Overrides are not looked at: they are about records, not rules.
/// </remarks>
public static class RuleCoverage
{
    /// <summary>Returns what the rules of a framework's dimensions leave open.</summary>
    /// <param name="framework">The framework.</param>
    /// <param name="records">Records to count in every finding, and the date from which relative dates count; only dimensions of their kind are looked at. Null: every dimension, nothing counted.</param>
    /// <param name="options">Limits. Default: <see cref="CoverageOptions.Default"/>.</param>
    public static RuleCoverageResult Analyse(SegmentationFramework framework, FrameworkRecords? records = null, CoverageOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(framework);
        return Analyse(framework, records is null ? framework.Dimensions : framework.DimensionsOf(records.Of), records, options ?? CoverageOptions.Default);
    }

    /// <summary>Returns what the rules of one dimension leave open.</summary>
    /// <param name="framework">The framework.</param>
    /// <param name="dimension">The dimension, one of the framework's or a draft of one over its fields.</param>
    /// <param name="records">Records of the dimension's kind to count in every finding. Null: nothing counted.</param>
    /// <param name="options">Limits. Default: <see cref="CoverageOptions.Default"/>.</param>
    /// <exception cref="ArgumentException">The records are of another kind than the dimension.</exception>
    public static RuleCoverageResult Analyse(SegmentationFramework framework, Dimension dimension, FrameworkRecords? records = null, CoverageOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentNullException.ThrowIfNull(dimension);
        if (records is not null && records.Of != dimension.Of)
            throw new ArgumentException($"The records are {records.Of} but '{dimension.Name}' divides {dimension.Of}; take the records of that kind.", nameof(records));
        return Analyse(framework, [dimension], records, options ?? CoverageOptions.Default);
    }

    private static RuleCoverageResult Analyse(SegmentationFramework framework, ImmutableArray<Dimension> dimensions, FrameworkRecords? records, CoverageOptions options)
    {
        var looked = ImmutableArray.CreateBuilder<CoverageDimension>();
        var findings = new List<CoverageFinding>();
        var excluded = records is null ? null : new bool[records.Count];
        foreach (var dimension in dimensions)
        {
            ImmutableArray<string> fields = [.. dimension.Segments.SelectMany(s => s.Criteria.Fields).Distinct(StringComparer.Ordinal)];
            try
            {
                var cells = CoverageCells.Of(framework, dimension, CoverageCells.DateOf(framework, dimension, records, options), options.MostCells);
                var context = new CoverageContext(framework, cells, records, options);
                if (records is not null) excluded = context.IsExcluded;
                CoverageFinding[] found = [.. CoverageSearch.Find(context), .. CoverageRules.Find(context), .. CoverageUnspoken.Find(context)];
                findings.AddRange(found.OrderByDescending(f => f.Severity).ThenBy(f => f.Kind));
                looked.Add(new(dimension.Name, fields, cells.Space.Count));
            }
            catch (CellLimitException limit)
            {
                looked.Add(new(dimension.Name, fields, 0));
                findings.Add(new(dimension.Name, CoverageKind.NotAnalysed, Severity.Error, [], limit.Message, "not known", limit.Remedy) { Example = new Table("example") });
            }
        }

        var taken = excluded?.Count(e => e);
        return new() { Dimensions = looked.ToImmutable(), Findings = [.. findings], Options = options, Records = records?.Count - taken, Excluded = taken };
    }
}
