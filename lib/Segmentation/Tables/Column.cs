using System.Globalization;

namespace Segmentation.Tables;

/// <summary>A named, typed, immutable column of a <see cref="Table"/>. Null and "no value" are one thing here.</summary>
public abstract class Column
{
    private protected Column(string name, int length, NullMask nulls, bool isPersonal)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        Length = length;
        Nulls = nulls;
        IsPersonal = isPersonal;
    }

    /// <summary>Gets the column's name as the export or the result spells it.</summary>
    public string Name { get; }

    /// <summary>Gets the type of the values.</summary>
    public abstract ColumnType Type { get; }

    /// <summary>Gets the number of rows, nulls included.</summary>
    public int Length { get; }

    /// <summary>Gets the nulls.</summary>
    public NullMask Nulls { get; }

    /// <summary>Gets the number of null rows.</summary>
    public int NullCount => Nulls.Count;

    /// <summary>Gets whether the values point at a person or a customer (name, email, phone, web address): hidden under <c>--mask</c>.</summary>
    public bool IsPersonal { get; }

    /// <summary>Tells whether a row holds no value.</summary>
    /// <param name="row">Zero-based row.</param>
    public bool IsNull(int row) => Nulls[row];

    /// <summary>Returns the value of a row as string, double, DateTime or bool; null where there is none. Boxes: for rendering, not for loops.</summary>
    /// <param name="row">Zero-based row.</param>
    public abstract object? Value(int row);

    /// <summary>Returns the value of a row as a person reads it, in the invariant culture; empty where there is none.</summary>
    /// <param name="row">Zero-based row.</param>
    public abstract string Display(int row);

    /// <summary>Returns the value of a row as text that reads back unchanged (ISO dates, round-trip numbers); empty where there is none.</summary>
    /// <param name="row">Zero-based row.</param>
    public virtual string Raw(int row) => Value(row) switch
    {
        null => string.Empty,
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        var other => Display(row),
    };

    /// <summary>Returns the rows taken, in that order, as a new column.</summary>
    /// <param name="rows">Zero-based rows; -1 gives a null, as an outer join needs it.</param>
    public abstract Column Take(ReadOnlySpan<int> rows);

    /// <summary>Returns the same values under another name. Shares the storage.</summary>
    /// <param name="name">The new name.</param>
    public abstract Column Rename(string name);

    /// <summary>Returns the same values, marked as pointing at a person or customer or not. Shares the storage.</summary>
    /// <param name="personal">Whether the values are hidden under <c>--mask</c>.</param>
    public abstract Column AsPersonal(bool personal = true);

    /// <summary>Returns other values under the same name, type, format and marking.</summary>
    /// <param name="raw">One value a row, as <see cref="Raw"/> writes it; null where there is none. May be of another length.</param>
    /// <exception cref="FormatException">A value is not one of the column's type.</exception>
    public Column WithRaw(IReadOnlyList<string?> raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        var nulls = NullMask.Where(raw.Count, r => raw[r] is null);
        return this switch
        {
            NumberColumn number => new NumberColumn(Name, [.. raw.Select(v => v is null ? double.NaN : double.Parse(v, NumberStyles.Float, CultureInfo.InvariantCulture))], nulls, number.Format, IsPersonal),
            DateColumn => new DateColumn(Name, [.. raw.Select(v => v is null ? default : DateTime.Parse(v, CultureInfo.InvariantCulture, DateTimeStyles.None))], nulls, IsPersonal),
            BooleanColumn => new BooleanColumn(Name, [.. raw.Select(v => v is not null && bool.Parse(v))], nulls, IsPersonal),
            _ => TextColumn.Create(Name, raw).AsPersonal(IsPersonal),
        };
    }

    /// <summary>Returns a text column; a null string is a null.</summary>
    /// <param name="name">Column name.</param>
    /// <param name="values">One value a row.</param>
    public static TextColumn Of(string name, IEnumerable<string?> values) => TextColumn.Create(name, values);

    /// <summary>Returns a number column; null and NaN are null.</summary>
    /// <param name="name">Column name.</param>
    /// <param name="values">One value a row.</param>
    /// <param name="format">How the numbers are shown.</param>
    public static NumberColumn Of(string name, IEnumerable<double?> values, NumberFormat format = NumberFormat.General) =>
        NumberColumn.Create(name, [.. values.Select(v => v ?? double.NaN)], format);

    /// <summary>Returns a number column; NaN is null.</summary>
    /// <param name="name">Column name.</param>
    /// <param name="values">One value a row.</param>
    /// <param name="format">How the numbers are shown.</param>
    public static NumberColumn Of(string name, IEnumerable<double> values, NumberFormat format = NumberFormat.General) =>
        NumberColumn.Create(name, [.. values], format);

    /// <summary>Returns a column of counts.</summary>
    /// <param name="name">Column name.</param>
    /// <param name="values">One count a row.</param>
    public static NumberColumn Of(string name, IEnumerable<int> values) =>
        NumberColumn.Create(name, [.. values.Select(v => (double)v)], NumberFormat.Count);

    /// <summary>Returns a date column; a null is a null.</summary>
    /// <param name="name">Column name.</param>
    /// <param name="values">One value a row.</param>
    public static DateColumn Of(string name, IEnumerable<DateTime?> values)
    {
        var all = values.ToArray();
        return new DateColumn(name, [.. all.Select(v => v ?? default)], NullMask.Where(all.Length, r => all[r] is null));
    }

    /// <summary>Returns a boolean column; a null is a null.</summary>
    /// <param name="name">Column name.</param>
    /// <param name="values">One value a row.</param>
    public static BooleanColumn Of(string name, IEnumerable<bool?> values)
    {
        var all = values.ToArray();
        return new BooleanColumn(name, [.. all.Select(v => v ?? false)], NullMask.Where(all.Length, r => all[r] is null));
    }
}
