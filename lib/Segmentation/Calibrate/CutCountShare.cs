namespace Segmentation.Calibrate;

/// <summary>How often the resamples find a number of cuts.</summary>
/// <param name="Cuts">Number of cuts; 0 where none is supported.</param>
/// <param name="Share">Share of the resamples.</param>
public sealed record CutCountShare(int Cuts, double Share);
