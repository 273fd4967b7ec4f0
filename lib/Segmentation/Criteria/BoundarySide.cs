namespace Segmentation.Criteria;

/// <summary>To which side of a threshold the threshold itself belongs.</summary>
public enum BoundarySide
{
    /// <summary>To the values above it: <c>&gt;= 1000</c> and <c>&lt; 1000</c> cut between what is below 1000 and 1000 itself.</summary>
    Above,

    /// <summary>To the values below it: <c>&lt;= 1000</c> and <c>&gt; 1000</c> cut between 1000 itself and what is above it.</summary>
    Below,

    /// <summary>To neither: <c>= 1000</c> sets it apart from both sides.</summary>
    Neither,
}
