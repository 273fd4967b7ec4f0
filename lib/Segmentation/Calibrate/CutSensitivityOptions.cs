using System.Collections.Immutable;
using Segmentation.Cuts;

namespace Segmentation.Calibrate;

/// <summary>How far cuts are moved.</summary>
public sealed record CutSensitivityOptions
{
    /// <summary>Gets the defaults.</summary>
    public static CutSensitivityOptions Default { get; } = new();

    /// <summary>Gets the field that is cut, as tables and names of results say it. Default <c>value</c>.</summary>
    public string Field { get; init; } = "value";

    /// <summary>Gets the moves, each a proportion of the cut. Default -20%, -10%, +10%, +20%.</summary>
    public ImmutableArray<double> Moves { get; init; } = [-0.2, -0.1, 0.1, 0.2];

    /// <summary>Gets the most positions of a cut on its curve. Default 60.</summary>
    public int Positions { get; init; } = 60;

    /// <summary>Gets how far the curve reaches from the cut, as a factor down and up; it ends before a neighbouring cut. Default 2: half to double.</summary>
    public double Reach { get; init; } = 2;

    /// <summary>Gets the scale of the goodness of variance fit. Default <see cref="CutScale.Log"/>.</summary>
    public CutScale Scale { get; init; } = CutScale.Log;

    /// <summary>Gets what an account counts for in the goodness of variance fit. Default <see cref="CutWeight.Count"/>.</summary>
    public CutWeight Weight { get; init; } = CutWeight.Count;
}
