namespace Segmentation.Statistics;

/// <summary>An interval; both ends belong to it.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end; positive infinity where nothing bounds it from above.</param>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>Tells whether a value lies in the interval; the ends do.</summary>
    /// <param name="value">The value; NaN lies in none.</param>
    public bool Contains(double value) => value >= Low && value <= High;
}
