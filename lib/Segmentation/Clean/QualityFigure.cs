namespace Segmentation.Clean;

/// <summary>One quality figure of the audit before and after the clean-up.</summary>
/// <param name="Section">Section of the audit: <c>completeness</c>, <c>duplicates</c> …</param>
/// <param name="Table">What the records are: <c>accounts</c>, <c>contacts</c>; the file's name where they are neither.</param>
/// <param name="Figure">What is measured, in words.</param>
/// <param name="Limit">The limit as a proportion; null where there is none, or where it is one in words only.</param>
/// <param name="Rule">How the figure has to stand to the limit, in words; null where there is none.</param>
/// <param name="Before">The figure before; null where the audit did not take it.</param>
/// <param name="After">The figure after, likewise.</param>
public sealed record QualityFigure(string Section, string Table, string Figure, double? Limit, string? Rule, QualityMeasure? Before, QualityMeasure? After)
{
    /// <summary>Gets the change of the share, in [-1, 1]; null where one of the two is not known.</summary>
    public double? Change => After?.Share - Before?.Share;

    /// <summary>Gets how the figure stands to its limit.</summary>
    public QualityVerdict Verdict => (Before?.Met, After?.Met) switch
    {
        (_, null) => QualityVerdict.NoLimit,
        (true, true) => QualityVerdict.Met,
        (_, true) => QualityVerdict.NowMet,
        (true, false) => QualityVerdict.NoLongerMet,
        _ => QualityVerdict.NotMet,
    };
}
