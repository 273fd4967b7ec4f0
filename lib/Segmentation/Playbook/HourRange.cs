namespace Segmentation.Playbook;

/// <summary>A range of consulting hours, both ends included.</summary>
/// <param name="From">Fewest hours.</param>
/// <param name="To">Most hours.</param>
public readonly record struct HourRange(int From, int To)
{
    /// <summary>Returns the range of two pieces of work together.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static HourRange operator +(HourRange left, HourRange right) => new(left.From + right.From, left.To + right.To);

    /// <summary>Returns the range of two pieces of work together.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static HourRange Add(HourRange left, HourRange right) => left + right;
}
