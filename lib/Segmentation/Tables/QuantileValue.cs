namespace Segmentation.Tables;

/// <summary>A quantile of a number column.</summary>
/// <param name="Probability">Proportion in [0, 1].</param>
/// <param name="Value">The value below which that proportion lies, interpolated.</param>
public readonly record struct QuantileValue(double Probability, double Value);
