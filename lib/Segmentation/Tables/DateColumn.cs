using System.Globalization;

namespace Segmentation.Tables;

/// <summary>A column of dates, or dates with a time of day. Values with an offset are held in UTC.</summary>
public sealed class DateColumn : Column
{
    private readonly DateTime[] values;

    /// <summary>Returns a column over an array that the caller gives up.</summary>
    internal DateColumn(string name, DateTime[] values, NullMask nulls, bool isPersonal = false)
        : base(name, values.Length, nulls, isPersonal) => this.values = values;

    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Date;

    /// <summary>Gets all values, aligned with the rows; <see cref="DateTime.MinValue"/> where the row is null.</summary>
    public ReadOnlySpan<DateTime> Values => values;

    /// <summary>Gets the value of a row; null where there is none.</summary>
    /// <param name="row">Zero-based row.</param>
    public DateTime? this[int row] => Nulls[row] ? null : values[row];

    /// <inheritdoc/>
    public override object? Value(int row) => this[row];

    /// <inheritdoc/>
    public override string Display(int row) => this[row] is { } value ? Show(value) : string.Empty;

    /// <inheritdoc/>
    public override Column Take(ReadOnlySpan<int> rows)
    {
        var taken = new DateTime[rows.Length];
        for (var i = 0; i < rows.Length; i++) taken[i] = rows[i] < 0 ? default : values[rows[i]];
        return new DateColumn(Name, taken, Nulls.Take(rows), IsPersonal);
    }

    /// <inheritdoc/>
    public override Column Rename(string name) => new DateColumn(name, values, Nulls, IsPersonal);

    /// <inheritdoc/>
    public override Column AsPersonal(bool personal = true) => new DateColumn(Name, values, Nulls, personal);

    /// <summary>Returns a date in ISO form; the time of day only where it is not midnight.</summary>
    /// <param name="value">The date.</param>
    public static string Show(DateTime value) => value.ToString(
        value.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : value.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-ddTHH:mm:ss" : value.Ticks % TimeSpan.TicksPerMillisecond == 0 ? "yyyy-MM-ddTHH:mm:ss.fff" : "yyyy-MM-ddTHH:mm:ss.fffffff",
        CultureInfo.InvariantCulture);
}
