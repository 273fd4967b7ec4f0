namespace Segmentation.Calibrate;

/// <summary>How well the clusters tell the values of a field apart.</summary>
/// <param name="Field">The field.</param>
/// <param name="Share">In [0, 1], without what chance gives: of a number the share of its variance, on the scale of the clustering, that lies between clusters; of a category the information that it shares with
/// them.</param>
public sealed record CustomerClustersSeparation(string Field, double Share);
