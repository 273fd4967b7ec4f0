using System.Collections.Immutable;
using Segmentation.Criteria;
using Segmentation.Tables;

namespace Segmentation.Framework;

/// <summary>Every combination of the cells of some fields' axes: finitely many, and together every record that can be.</summary>
internal sealed class CellSpace
{
    private readonly int[] strides;
    private readonly DateTime asOf;
    private readonly Table samples;

    private CellSpace(ImmutableArray<Axis> axes, DateTime asOf)
    {
        (Axes, this.asOf, strides) = (axes, asOf, new int[axes.Length]);
        var count = 1;
        for (var axis = axes.Length - 1; axis >= 0; axis--)
        {
            strides[axis] = count;
            count *= axes[axis].Cells.Length;
        }

        Count = count;
        samples = Rows(Enumerable.Range(0, count));
    }

    /// <summary>Gets the axes, slowest first.</summary>
    public ImmutableArray<Axis> Axes { get; }

    /// <summary>Gets the number of cells.</summary>
    public int Count { get; }

    /// <summary>Returns the space that conditions cut.</summary>
    /// <param name="fields">The fields, slowest axis first.</param>
    /// <param name="conditions">Every condition whose answer counts.</param>
    /// <param name="asOf">The date from which relative dates count.</param>
    /// <param name="most">Most cells.</param>
    /// <exception cref="CellLimitException">There would be more.</exception>
    public static CellSpace Of(IEnumerable<FieldDefinition> fields, IReadOnlyCollection<Condition> conditions, DateTime asOf, int most)
    {
        ImmutableArray<Axis> axes = [.. fields.Select(f => Axis.Of(f, conditions, asOf, most))];
        var count = axes.Aggregate(1.0, (product, axis) => product * axis.Cells.Length);
        return count <= most ? new CellSpace(axes, asOf) : throw new CellLimitException(
            FormattableString.Invariant($"its rules cut the space into {count:#,0} cells ({string.Join(", ", axes.Select(a => $"{a.Field.Name} {a.Cells.Length}"))}), more than {most:#,0}"),
            "Use fewer fields or thresholds in one dimension, or raise the most cells in the options.");
    }

    /// <summary>Returns the place of a cell on an axis.</summary>
    public int On(int axis, int cell) => cell / strides[axis] % Axes[axis].Cells.Length;

    /// <summary>Returns the cell with the same places but one.</summary>
    public int Move(int cell, int axis, int place) => cell + ((place - On(axis, cell)) * strides[axis]);

    /// <summary>Returns the answer of a condition in every cell.</summary>
    /// <param name="condition">A condition, one of those that cut the space.</param>
    /// <param name="blanked">Fields taken as blank.</param>
    public Truth[] Evaluate(Condition condition, IReadOnlySet<string>? blanked = null) => new Criterion(string.Empty, condition).Evaluate(samples, asOf, blanked);

    /// <summary>Returns the cell of every record; -1 where a field of whole numbers holds another.</summary>
    /// <param name="records">A column a field of the axes.</param>
    public int[] Locate(Table records)
    {
        var cells = new int[records.RowCount];
        for (var axis = 0; axis < Axes.Length; axis++)
        {
            var places = Axes[axis].Locate(records[Axes[axis].Field.Name]);
            for (var row = 0; row < cells.Length; row++) cells[row] = places[row] < 0 || cells[row] < 0 ? -1 : cells[row] + (places[row] * strides[axis]);
        }

        return cells;
    }

    // The first column keeps the number of rows where there is no axis at all.
    private Table Rows(IEnumerable<int> cells)
    {
        var wanted = cells.ToArray();
        return new Table("cells", [Column.Of("(cell)", wanted), .. Axes.Select((axis, a) =>
            axis.Column(Enumerable.Range(0, axis.Cells.Length).Select(axis.Example)).Take([.. wanted.Select(c => On(a, c))]))]);
    }
}
