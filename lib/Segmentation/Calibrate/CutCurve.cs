using System.Collections.Immutable;

namespace Segmentation.Calibrate;

/// <summary>What every position of one cut would cost, worked out beforehand so that a slider needs no server.</summary>
/// <param name="Cut">Zero-based number of the cut, lowest first.</param>
/// <param name="At">Where it stands.</param>
/// <param name="Positions">Ascending positions between its neighbours, that of the cut among them.</param>
public sealed record CutCurve(int Cut, double At, ImmutableArray<CutMove> Positions);
