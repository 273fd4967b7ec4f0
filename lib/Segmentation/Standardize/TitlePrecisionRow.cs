using Segmentation.Statistics;

namespace Segmentation.Standardize;

/// <summary>How often the rules are right when they give one answer.</summary>
/// <param name="About"><c>level</c> or <c>department</c>.</param>
/// <param name="Answer">The answer of the rules.</param>
/// <param name="Labelled">Contacts of the sample that got this answer and have a label.</param>
/// <param name="Correct">Those whose label says the same.</param>
/// <param name="Interval">Wilson score interval of the precision; [0, 1] where nothing was labelled.</param>
/// <param name="Mistaken">The most frequent title with another label, and that label; null where there is none.</param>
public sealed record TitlePrecisionRow(string About, string Answer, int Labelled, int Correct, Interval Interval, string? Mistaken)
{
    /// <summary>Gets the precision, a proportion; null where nothing was labelled.</summary>
    public double? Precision => Labelled == 0 ? null : (double)Correct / Labelled;
}
