namespace Segmentation.Calibrate;

/// <summary>One rounded cut.</summary>
/// <param name="Value">Where it is put.</param>
/// <param name="Origin">Why there.</param>
/// <param name="Optimum">Where it would be best.</param>
public sealed record RoundCut(double Value, string Origin, double Optimum)
{
    /// <summary>Gets the share of the optimum's separation that is lost when this cut alone is rounded; below 0 where rounding gains, as the cuts were best for something else.</summary>
    public required double Loss { get; init; }

    /// <summary>Gets the accounts between the two.</summary>
    public required int Accounts { get; init; }

    /// <summary>Gets what they pay as a proportion; null where nobody pays.</summary>
    public double? ArrShare { get; init; }

    /// <summary>Gets whether it lies outside the bootstrap interval of the optimum; null where no stability was given, or no resample found the cut.</summary>
    public bool? IsOutside { get; init; }
}
