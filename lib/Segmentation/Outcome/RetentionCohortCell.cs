namespace Segmentation.Outcome;

/// <summary>The accounts that came in one quarter, so many months after the month in which each came.</summary>
/// <param name="Quarter">First day of the quarter.</param>
/// <param name="Months">Whole months since.</param>
/// <param name="Figures">What became of them, from the month in which each came. Every account of the quarter has been followed so long.</param>
public sealed record RetentionCohortCell(DateTime Quarter, int Months, RetentionFigures Figures);
