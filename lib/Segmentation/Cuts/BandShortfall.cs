namespace Segmentation.Cuts;

/// <summary>A limit that no cuts can meet, and how near they come.</summary>
/// <param name="Limit">The limit's name as <see cref="BandLimits"/> has it: <c>LargestShare</c>.</param>
/// <param name="Wanted">What it asks for.</param>
/// <param name="Reached">What the best cuts reach, everything else met.</param>
/// <param name="Words">The same for people: which, by how much, and why.</param>
public sealed record BandShortfall(string Limit, double Wanted, double Reached, string Words);
