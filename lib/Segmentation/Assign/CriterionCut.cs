using Segmentation.Criteria;
using Segmentation.Tables;

namespace Segmentation.Assign;

/// <summary>A place at which a rule cuts the axis of a number or a date in two: the upper side begins at the value, or just above it.</summary>
/// <param name="Field">The field.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Value">The value: a number, or a day as <see cref="DateOnly.DayNumber"/> counts them. Of whole numbers and days the first of the upper side.</param>
/// <param name="IsClosed">Whether the value belongs to the upper side; always for whole numbers and days.</param>
internal readonly record struct CriterionCut(string Field, FieldType Type, double Value, bool IsClosed)
{
    /// <summary>Gets the cut as people read it: <c>employees &gt;= 1,000</c>.</summary>
    public string Text => $"{Field} {(IsClosed ? ">=" : ">")} {Shown}";

    /// <summary>Gets the value as people read it.</summary>
    public string Shown => Type == FieldType.Date ? DateColumn.Show(DayOf(Value)) : NumberColumn.Show(Value, NumberFormat.General);

    /// <summary>Gets the value nearest to the cut on its upper side.</summary>
    public double JustAbove => IsClosed ? Value : Math.BitIncrement(Value);

    /// <summary>Gets the value nearest to the cut on its lower side.</summary>
    public double JustBelow => Type != FieldType.Number ? Value - 1 : IsClosed ? Math.BitDecrement(Value) : Value;

    /// <summary>Returns the number of a day.</summary>
    public static double NumberOf(DateTime day) => DateOnly.FromDateTime(day).DayNumber;

    /// <summary>Returns the day of a number.</summary>
    public static DateTime DayOf(double number) => DateTime.MinValue.AddDays(number);

    /// <summary>Returns the value of a row on the cut's axis; null where it is blank.</summary>
    public static double? Read(Column column, int row) => column.IsNull(row) ? null : column is DateColumn dates ? NumberOf(dates.Values[row]) : ((NumberColumn)column).Values[row];

    /// <summary>Tells whether a value lies on the upper side.</summary>
    public bool IsAbove(double value) => IsClosed ? value >= Value : value > Value;

    /// <summary>Returns what a value does when it crosses the cut: "falls below 1,000".</summary>
    public string Crossing(bool isAbove) => $"{(isAbove ? IsClosed ? "falls below" : "falls to" : IsClosed ? "reaches" : "rises above")} {Shown}";
}
