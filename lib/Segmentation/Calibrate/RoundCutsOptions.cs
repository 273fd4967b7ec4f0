using System.Collections.Immutable;
using Segmentation.Cuts;

namespace Segmentation.Calibrate;

/// <summary>How cuts are rounded.</summary>
public sealed record RoundCutsOptions
{
    /// <summary>Gets the defaults.</summary>
    public static RoundCutsOptions Default { get; } = new();

    /// <summary>Gets the field that is cut, as tables and names of results say it. Default <c>value</c>.</summary>
    public string Field { get; init; } = "value";

    /// <summary>Gets the roundest numbers: these times a power of ten, each in [1, 10). Default 1, 2, 2.5 and 5.</summary>
    public ImmutableArray<double> Mantissas { get; init; } = [1, 2, 2.5, 5];

    /// <summary>Gets the numbers that are taken where the roundest lose too much, in the same way. Default: those of one digit, 1.5, 2.5 and 7.5.</summary>
    public ImmutableArray<double> FinerMantissas { get; init; } = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 7.5, 8, 9];

    /// <summary>Gets the share of the separation that the roundest numbers may lose; above, finer ones are looked at as well. Default 0.05: less than resamples of a thousand accounts take from it.</summary>
    public double MostLoss { get; init; } = 0.05;

    /// <summary>Gets how many numbers on either side of each optimum are tried, in every combination. Default 6; fewer where there are so many cuts that <see cref="MostCombinations"/> is passed.</summary>
    public int Nearby { get; init; } = 6;

    /// <summary>Gets the most combinations tried. Default 100,000.</summary>
    public int MostCombinations { get; init; } = 100_000;

    /// <summary>Gets how many of the next best are listed. Default 3.</summary>
    public int RunnersUp { get; init; } = 3;

    /// <summary>Gets what every band must hold; the numbers of bands in it do not count, as rounding keeps theirs. Default: the playbook's.</summary>
    public BandLimits Limits { get; init; } = new();
}
