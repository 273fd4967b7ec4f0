namespace Segmentation.Tables;

/// <summary>A column of true and false.</summary>
public sealed class BooleanColumn : Column
{
    private readonly bool[] values;

    /// <summary>Returns a column over an array that the caller gives up.</summary>
    internal BooleanColumn(string name, bool[] values, NullMask nulls, bool isPersonal = false)
        : base(name, values.Length, nulls, isPersonal) => this.values = values;

    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Boolean;

    /// <summary>Gets all values, aligned with the rows; false where the row is null.</summary>
    public ReadOnlySpan<bool> Values => values;

    /// <summary>Gets the value of a row; null where there is none.</summary>
    /// <param name="row">Zero-based row.</param>
    public bool? this[int row] => Nulls[row] ? null : values[row];

    /// <inheritdoc/>
    public override object? Value(int row) => this[row];

    /// <inheritdoc/>
    public override string Display(int row) => this[row] switch { true => "yes", false => "no", null => string.Empty };

    /// <inheritdoc/>
    public override Column Take(ReadOnlySpan<int> rows)
    {
        var taken = new bool[rows.Length];
        for (var i = 0; i < rows.Length; i++) taken[i] = rows[i] >= 0 && values[rows[i]];
        return new BooleanColumn(Name, taken, Nulls.Take(rows), IsPersonal);
    }

    /// <inheritdoc/>
    public override Column Rename(string name) => new BooleanColumn(name, values, Nulls, IsPersonal);

    /// <inheritdoc/>
    public override Column AsPersonal(bool personal = true) => new BooleanColumn(Name, values, Nulls, personal);
}
