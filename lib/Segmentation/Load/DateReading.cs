namespace Segmentation.Load;

/// <summary>What a cell says when it is read as a date.</summary>
internal struct DateReading
{
    /// <summary>How it is written.</summary>
    public DateForm Form;

    /// <summary>Whether the day may stand first.</summary>
    public bool HasDayFirst;

    /// <summary>Whether the month may stand first.</summary>
    public bool HasMonthFirst;

    /// <summary>The date where the day stands first; where the form leaves no choice, the date.</summary>
    public DateTime DayFirst;

    /// <summary>The date where the month stands first; where the form leaves no choice, the date.</summary>
    public DateTime MonthFirst;

    /// <summary>Whether the parts are divided by points, as where the day stands first.</summary>
    public bool Points;

    /// <summary>Whether it carries an offset; the dates are in UTC then.</summary>
    public bool HasOffset;
}

/// <summary>How a date is written.</summary>
internal enum DateForm
{
    /// <summary>Year, month, day.</summary>
    Iso,

    /// <summary>Two numbers and a year, whose order the cell may not give away.</summary>
    Ordered,

    /// <summary>With the month's name.</summary>
    Named,

    /// <summary>A month without a day: its first day.</summary>
    Month,
}
