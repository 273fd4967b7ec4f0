namespace Segmentation.Match;

/// <summary>A pair at or above the threshold that was not joined, because that would have put two records into one cluster that must not be.</summary>
/// <param name="Left">Zero-based row of one record of the pair.</param>
/// <param name="Right">Zero-based row of the other.</param>
/// <param name="Weight">Match weight of the pair.</param>
/// <param name="ForbiddenLeft">Zero-based row of one of the two records that must not be one: <paramref name="Left"/> where the pair itself is forbidden, else a record joined to it before.</param>
/// <param name="ForbiddenRight">Zero-based row of the other.</param>
/// <param name="Reason">Why they must not.</param>
public sealed record ClusterRefusal(int Left, int Right, double Weight, int ForbiddenLeft, int ForbiddenRight, string Reason)
{
    /// <summary>Gets whether the pair itself is forbidden; otherwise it conflicts with what stronger links had joined.</summary>
    public bool IsVeto => (Left == ForbiddenLeft && Right == ForbiddenRight) || (Left == ForbiddenRight && Right == ForbiddenLeft);
}
