namespace Segmentation.Assign;

/// <summary>How near a cut a record has to lie to be listed.</summary>
public sealed record NearBoundaryOptions
{
    /// <summary>Gets the defaults.</summary>
    public static NearBoundaryOptions Default { get; } = new();

    /// <summary>Gets the largest distance from a cut as a share of the cut's value, at or below; of a cut at 0 as a share of the median of the field's values, without
    /// sign and without zeros. Default 0.10.</summary>
    public double Within { get; init; } = 0.10;

    /// <summary>Gets the largest distance from a date in days, at or below. Default 30.</summary>
    public int WithinDays { get; init; } = 30;
}
