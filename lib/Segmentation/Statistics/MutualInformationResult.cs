namespace Segmentation.Statistics;

/// <summary>How much two ways of dividing the same records say about each other.</summary>
/// <param name="Records">Records counted n.</param>
/// <param name="Information">Mutual information in nats: 0 none, at most the smaller entropy. Never below what chance gives: see <see cref="Expected"/>.</param>
/// <param name="Expected">What chance gives at these sizes of rows and columns, in nats.</param>
/// <param name="RowEntropy">Entropy of the rows in nats.</param>
/// <param name="ColumnEntropy">Entropy of the columns in nats.</param>
/// <param name="Adjusted">(information - expected) / (smaller entropy - expected): 0 is what chance gives (it may fall below), 1 where one way of dividing says all of the other. NaN where one of
/// them does not divide, or where chance alone says everything.</param>
/// <param name="PValue">How often chance alone gives at least this much (likelihood ratio test); 1 where one of them does not divide.</param>
public sealed record MutualInformationResult(int Records, double Information, double Expected, double RowEntropy, double ColumnEntropy, double Adjusted, double PValue);
