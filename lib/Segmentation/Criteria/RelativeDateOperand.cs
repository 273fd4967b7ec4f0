namespace Segmentation.Criteria;

/// <summary>A day relative to the date on which the exports are looked at: <c>as_of - 90 days</c>.</summary>
/// <param name="Amount">Distance; negative is before.</param>
/// <param name="Unit">Its unit.</param>
public sealed record RelativeDateOperand(int Amount, DateUnit Unit) : Operand
{
    /// <summary>Returns the day meant; the first or last day of the calendar where it would lie beyond.</summary>
    /// <param name="asOf">The date on which the exports are looked at; a time of day is dropped.</param>
    public DateTime On(DateTime asOf)
    {
        var (shortest, longest) = Days;
        if (Math.Min(shortest, longest) < (DateTime.MinValue - asOf.Date).Days) return DateTime.MinValue;
        if (Math.Max(shortest, longest) > (DateTime.MaxValue.Date - asOf.Date).Days) return DateTime.MaxValue.Date;
        return Unit switch
        {
            DateUnit.Days => asOf.Date.AddDays(Amount),
            DateUnit.Weeks => asOf.Date.AddDays(7.0 * Amount),
            DateUnit.Months => asOf.Date.AddMonths(Amount),
            _ => asOf.Date.AddYears(Amount),
        };
    }

    /// <summary>Gets the distance in days where the months and years on the way are short, and where they are long.</summary>
    internal (long Short, long Long) Days => Unit switch
    {
        DateUnit.Days => (Amount, Amount),
        DateUnit.Weeks => (7L * Amount, 7L * Amount),
        DateUnit.Months => (28L * Amount, 31L * Amount),
        _ => (365L * Amount, 366L * Amount),
    };
}
