namespace Segmentation.Criteria;

/// <summary>A day relative to the date on which the exports are looked at: <c>as_of - 90 days</c>.</summary>
/// <param name="Amount">Distance; negative is before.</param>
/// <param name="Unit">Its unit.</param>
public sealed record RelativeDateOperand(int Amount, DateUnit Unit) : Operand
{
    /// <summary>Returns the day meant.</summary>
    /// <param name="asOf">The date on which the exports are looked at.</param>
    public DateTime On(DateTime asOf) => Unit switch
    {
        DateUnit.Days => asOf.Date.AddDays(Amount),
        DateUnit.Weeks => asOf.Date.AddDays(7 * Amount),
        DateUnit.Months => asOf.Date.AddMonths(Amount),
        _ => asOf.Date.AddYears(Amount),
    };
}
