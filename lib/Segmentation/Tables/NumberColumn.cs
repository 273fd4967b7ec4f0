using System.Globalization;

namespace Segmentation.Tables;

/// <summary>A column of double-precision numbers.</summary>
public sealed class NumberColumn : Column
{
    private readonly double[] values;

    /// <summary>Returns a column over an array that the caller gives up.</summary>
    internal NumberColumn(string name, double[] values, NullMask nulls, NumberFormat format = NumberFormat.General, bool isPersonal = false)
        : base(name, values.Length, nulls, isPersonal)
    {
        this.values = values;
        Format = format;
    }

    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Number;

    /// <summary>Gets how the numbers are shown.</summary>
    public NumberFormat Format { get; }

    /// <summary>Gets all values, aligned with the rows; NaN where the row is null.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>Gets the value of a row; null where there is none.</summary>
    /// <param name="row">Zero-based row.</param>
    public double? this[int row] => Nulls[row] ? null : values[row];

    /// <summary>Returns a number column in which NaN is null.</summary>
    /// <param name="name">Column name.</param>
    /// <param name="values">One value a row; copied.</param>
    /// <param name="format">How the numbers are shown.</param>
    public static NumberColumn Create(string name, ReadOnlySpan<double> values, NumberFormat format = NumberFormat.General)
    {
        var copy = values.ToArray();
        return new NumberColumn(name, copy, NullMask.Where(copy.Length, r => double.IsNaN(copy[r])), format);
    }

    /// <summary>Returns the same values, shown in another format. Shares the storage.</summary>
    /// <param name="format">How the numbers are shown.</param>
    public NumberColumn WithFormat(NumberFormat format) => new(Name, values, Nulls, format, IsPersonal);

    /// <inheritdoc/>
    public override object? Value(int row) => this[row];

    /// <inheritdoc/>
    public override string Display(int row) => this[row] is { } value ? Show(value, Format) : string.Empty;

    /// <inheritdoc/>
    public override Column Take(ReadOnlySpan<int> rows)
    {
        var taken = new double[rows.Length];
        for (var i = 0; i < rows.Length; i++) taken[i] = rows[i] < 0 ? double.NaN : values[rows[i]];
        return new NumberColumn(Name, taken, Nulls.Take(rows), Format, IsPersonal);
    }

    /// <inheritdoc/>
    public override Column Rename(string name) => new NumberColumn(name, values, Nulls, Format, IsPersonal);

    /// <inheritdoc/>
    public override Column AsPersonal(bool personal = true) => new NumberColumn(Name, values, Nulls, Format, personal);

    /// <summary>Returns a number as the format shows it, in the invariant culture; what rounds to 0 has no sign.</summary>
    /// <param name="value">The number.</param>
    /// <param name="format">The format.</param>
    public static string Show(double value, NumberFormat format) =>
        value is < 0 and > -1 && Shown(value, format) is var text ? text.AsSpan().IndexOfAnyInRange('1', '9') < 0 ? text.TrimStart('-') : text : Shown(value, format);

    private static string Shown(double value, NumberFormat format) => format switch
    {
        NumberFormat.Share => string.Create(CultureInfo.InvariantCulture, $"{value * 100:0.0}%"),
        NumberFormat.Count or NumberFormat.Money => value.ToString("#,0", CultureInfo.InvariantCulture),
        NumberFormat.Score => value.ToString("0.000", CultureInfo.InvariantCulture),
        _ => value.ToString(Math.Abs(value) < 1e15 ? "#,0.######" : "R", CultureInfo.InvariantCulture),
    };
}
