using Segmentation.Load;

namespace Segmentation.Assign;

/// <summary>Causes and values as people read them.</summary>
internal static class MovementWords
{
    private const string Blank = "blank";

    public static string Of(MovementCause cause) => cause switch
    {
        MovementCause.DataAndRule => "data and rule together",
        MovementCause.DataOrRule => "data or rule, either alone",
        MovementCause.ValueBlanked => "value lost",
        _ => SnakeName.Words(cause),
    };

    /// <summary>Returns "employees 900 → 1,100".</summary>
    public static string Of(MovementValue value) => $"{value.Field} {value.From ?? Blank} → {value.To ?? Blank}";
}
