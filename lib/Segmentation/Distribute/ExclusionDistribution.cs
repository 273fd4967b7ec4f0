namespace Segmentation.Distribute;

/// <summary>The records that one exclusion holds; a record that several hold counts with the first.</summary>
/// <param name="Name">The exclusion.</param>
/// <param name="Records">Records.</param>
/// <param name="Arr">Their ARR; null for contacts and where the exports hold none.</param>
public sealed record ExclusionDistribution(string Name, int Records, double? Arr);
