namespace Segmentation.Framework;

/// <summary>Who wins where several segments of a dimension match.</summary>
public enum ConflictPolicy
{
    /// <summary>A segment that matches only because of a value field (ARR) comes before those that match without it; among equals the first.</summary>
    ValueFirst,

    /// <summary>The first in order.</summary>
    Order,
}
