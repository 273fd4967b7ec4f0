namespace Segmentation.Clustering;

/// <summary>What the spread of a component may look like.</summary>
public enum CovarianceShape
{
    /// <summary>Any ellipsoid: every coordinate its own variance, every pair its own covariance.</summary>
    Full,

    /// <summary>An ellipsoid along the axes: every coordinate its own variance, no covariances.</summary>
    Diagonal,

    /// <summary>A ball: one variance for all coordinates.</summary>
    Spherical,
}
