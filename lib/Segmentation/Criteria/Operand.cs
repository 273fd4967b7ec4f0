namespace Segmentation.Criteria;

/// <summary>A value that a condition compares with: one of the records below.</summary>
public abstract record Operand;

/// <summary>A number.</summary>
/// <param name="Value">The number, finite.</param>
public sealed record NumberOperand(double Value) : Operand;

/// <summary>A text.</summary>
/// <param name="Value">The text as written.</param>
public sealed record TextOperand(string Value) : Operand;

/// <summary>Yes or no.</summary>
/// <param name="Value">Which.</param>
public sealed record FlagOperand(bool Value) : Operand;

/// <summary>A day.</summary>
/// <param name="Value">The day, at midnight.</param>
public sealed record DateOperand(DateTime Value) : Operand;

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
