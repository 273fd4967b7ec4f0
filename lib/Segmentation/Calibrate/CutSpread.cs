using System.Collections.Immutable;
using Segmentation.Statistics;

namespace Segmentation.Calibrate;

/// <summary>Where one cut falls in the resamples.</summary>
/// <param name="Cut">The cut found in the sample.</param>
/// <param name="Positions">Where it falls in the resamples that have a match for it, ascending.</param>
public sealed record CutSpread(double Cut, ImmutableArray<double> Positions)
{
    /// <summary>Gets the percentile interval of the positions, drawn down to the value of the sample below its lower end, as every cut between the two makes the same bands; null where no resample has a match.</summary>
    public Interval? Interval { get; init; }

    /// <summary>Gets the median position; null where no resample has a match.</summary>
    public double? Median { get; init; }

    /// <summary>Gets the share of all resamples that have a match.</summary>
    public double Matched { get; init; }

    /// <summary>Gets the share of all resamples that have a match near the cut (<see cref="CutStabilityOptions.Near"/>).</summary>
    public double Near { get; init; }

    /// <summary>Gets the accounts between the cut and its match as a share of all with a value, on average over the resamples that have one; null where none has.</summary>
    public double? AccountsBetween { get; init; }

    /// <summary>Gets what those accounts pay, as a share of what all pay; null where none has one or nobody pays.</summary>
    public double? ArrBetween { get; init; }
}
