namespace Segmentation.Match;

/// <summary>How many candidate pairs have the same levels and are made by the same rules.</summary>
/// <param name="Levels">Levels of the pairs: comparison i in bits 4i … 4i + 3.</param>
/// <param name="Rules">Rules that make the pairs: rule i in bit i.</param>
/// <param name="Pairs">Number of pairs.</param>
internal readonly record struct PatternCount(ulong Levels, uint Rules, long Pairs);
