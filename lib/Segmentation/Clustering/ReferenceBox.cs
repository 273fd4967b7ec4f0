namespace Segmentation.Clustering;

/// <summary>Where the gap statistic draws the points that have no clusters.</summary>
public enum ReferenceBox
{
    /// <summary>Evenly over the box along the principal axes of the points: their shape is kept.</summary>
    Principal,

    /// <summary>Evenly over the range of each coordinate.</summary>
    Bounding,
}
