namespace Segmentation.Match;

/// <summary>How right clusters are, in pairs of labelled records.</summary>
/// <param name="Right">Pairs joined that are one.</param>
/// <param name="Wrong">Pairs joined that are not.</param>
/// <param name="Missed">Pairs not joined that are one.</param>
public sealed record MatchScore(int Right, int Wrong, int Missed)
{
    /// <summary>Gets the share of the joined pairs that are one; null where none is joined.</summary>
    public double? Precision => Right + Wrong == 0 ? null : (double)Right / (Right + Wrong);

    /// <summary>Gets the share of the pairs that are one that is joined; null where none is one.</summary>
    public double? Recall => Right + Missed == 0 ? null : (double)Right / (Right + Missed);

    /// <summary>Gets the harmonic mean of precision and recall, 2 right / (2 right + wrong + missed); null where there is no pair to be right about.</summary>
    public double? F1 => Right + Wrong + Missed == 0 ? null : 2.0 * Right / ((2.0 * Right) + Wrong + Missed);
}
