namespace Segmentation.Tables;

/// <summary>How the numbers of a column are shown. The stored value never changes: a share stays a proportion.</summary>
public enum NumberFormat
{
    /// <summary>As many digits as the value needs, thousands grouped.</summary>
    General,

    /// <summary>A count of records. Under <c>--mask</c>, counts from 1 to 4 are shown as "&lt; 5".</summary>
    Count,

    /// <summary>A proportion in [0, 1], shown as a percentage with one decimal.</summary>
    Share,

    /// <summary>An amount of money in the workspace's currency, shown without decimals.</summary>
    Money,

    /// <summary>A decimal with three digits after the point (scores, distances, confidences).</summary>
    Score,
}
