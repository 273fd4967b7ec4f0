namespace Segmentation.Statistics;

/// <summary>One record of a stratified sample.</summary>
/// <param name="Stratum">Zero-based stratum that it was drawn from.</param>
/// <param name="HasProperty">Whether it has the property asked about.</param>
public readonly record struct StratifiedUnit(int Stratum, bool HasProperty);
