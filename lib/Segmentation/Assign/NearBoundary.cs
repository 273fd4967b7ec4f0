using System.Collections.Immutable;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Assign;

/// <summary>Finds the records that lie so near a cut that a small change, or a small mistake, puts them elsewhere.</summary>
public static class NearBoundary
{
    /// <summary>Returns the records near a cut that would be in another place just across it.</summary>
    /// <param name="assignment">The assignment.</param>
    /// <param name="options">How near; <see cref="NearBoundaryOptions.Default"/> where null.</param>
    /// <returns>Each candidate is decided again with the value just across the cut and every other value as it is: whom another rule or an override keeps in
    /// place is counted as near, and not listed. Cuts without records are kept.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A distance is negative or no number.</exception>
    public static NearBoundaryResult Find(AssignmentResult assignment, NearBoundaryOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        options ??= NearBoundaryOptions.Default;
        if (!(options.Within >= 0 && double.IsFinite(options.Within)))
            throw new ArgumentOutOfRangeException(nameof(options), FormattableString.Invariant($"Within is {options.Within} but must be a share of the cut's value of at least 0, such as 0.10."));
        if (options.WithinDays < 0)
            throw new ArgumentOutOfRangeException(nameof(options), FormattableString.Invariant($"WithinDays is {options.WithinDays} but must be a number of days of at least 0, such as 30."));
        var cuts = ImmutableArray.CreateBuilder<NearBoundaryCut>();
        var found = ImmutableArray.CreateBuilder<NearBoundaryRecord>();
        foreach (var assigned in new[] { assignment.Accounts, assignment.Contacts }.OfType<RecordAssignment>())
        {
            foreach (var dimension in assigned.Dimensions)
            {
                foreach (var cut in CriterionCuts.Of(assignment.Framework, dimension.Dimension, assigned.Records.AsOf))
                    cuts.Add(At(assignment.Framework, assigned.Records, dimension, cut, options, found));
            }
        }

        return new NearBoundaryResult
        {
            Options = options,
            AsOf = assignment.AsOf,
            Cuts = cuts.ToImmutable(),
            All = [.. found.OrderBy(f => f.Of).ThenByDescending(f => f.Arr ?? 0)],
            PersonalFields = [.. new[] { assignment.Accounts, assignment.Contacts }.OfType<RecordAssignment>().SelectMany(a => a.Records.Fields.Columns).Where(c => c.IsPersonal).Select(c => c.Name).Distinct()],
        };
    }

    private static NearBoundaryCut At(
        SegmentationFramework framework, FrameworkRecords records, DimensionAssignment dimension, CriterionCut cut, NearBoundaryOptions options, ImmutableArray<NearBoundaryRecord>.Builder found)
    {
        var column = records.Fields[cut.Field];
        var isDate = cut.Type == FieldType.Date;
        var scale = isDate ? 1 : cut.Value == 0 ? Scale((NumberColumn)column) : Math.Abs(cut.Value);
        var most = isDate ? options.WithinDays : options.Within;
        int[] near = [.. Enumerable.Range(0, records.Count).Where(row => CriterionCut.Read(column, row) is { } value && Math.Abs(value - cut.Value) / scale <= most)];
        double[] across = [.. near.Select(row => cut.IsAbove(CriterionCut.Read(column, row)!.Value) ? cut.JustBelow : cut.JustAbove)];
        Column moved = isDate ? Column.Of(column.Name, across.Select(v => (DateTime?)CriterionCut.DayOf(v))) : NumberColumn.Create(column.Name, across);
        var there = Assignment.Run(framework, RecordRows.With(RecordRows.Take(records, near), moved)).Dimensions.First(d => d.Dimension.Name == dimension.Dimension.Name);
        var (rise, fall, arr) = (0, 0, 0.0);
        for (var i = 0; i < near.Length; i++)
        {
            var (row, place) = (near[i], there.NameOf(i));
            if (place == dimension.NameOf(row)) continue;
            var value = CriterionCut.Read(column, row)!.Value;
            var isAbove = cut.IsAbove(value);
            if (isAbove) fall++;
            else rise++;
            arr += RecordRows.Counted(records.Arr?[row]);
            var distance = Math.Abs(value - cut.Value) / scale;
            found.Add(new(records.Of, records.Ids[row], records.Names?[row], dimension.Dimension.Name, cut.Field, cut.Text, column.Display(row), isDate ? null : distance, isDate ? distance : null,
                cut.Crossing(isAbove), dimension.NameOf(row), place, records.Arr?[row]));
        }

        return new(records.Of, dimension.Dimension.Name, cut.Field, cut.Text, near.Length, rise, fall, records.Of == EntityKind.Accounts && records.Arr is not null ? arr : null);
    }

    /// <summary>Returns the median of a field's values without sign and without zeros, as a cut at 0 has no percentage of its own; 1 where there are none.</summary>
    private static double Scale(NumberColumn column)
    {
        double[] sizes = [.. Enumerable.Range(0, column.Length).Where(row => !column.IsNull(row) && column.Values[row] != 0 && double.IsFinite(column.Values[row])).Select(row => Math.Abs(column.Values[row])).Order()];
        return sizes.Length == 0 ? 1 : Quantile.OfSorted(sizes, 0.5);
    }
}
