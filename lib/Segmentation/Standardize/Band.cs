namespace Segmentation.Standardize;

/// <summary>One band of <see cref="Bands"/>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="From">Smallest number in it, included; null where the band is open below, down to the floor of its bands.</param>
/// <param name="Below">Number that it ends before, not included; null where it is open above.</param>
public sealed record Band(string Name, double? From, double? Below);
