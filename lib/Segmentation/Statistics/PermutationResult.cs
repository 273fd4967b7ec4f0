namespace Segmentation.Statistics;

/// <summary>What a test by random orders found.</summary>
/// <param name="PValue">How often random orders are at least as far from equal as the one seen, which counts as one of them: in [1 / (orders + 1), 1].</param>
/// <param name="StandardError">Standard error of the p-value, which another seed would move by as much: √(p(1 - p) / orders).</param>
/// <param name="Orders">Random orders.</param>
public sealed record PermutationResult(double PValue, double StandardError, int Orders);
