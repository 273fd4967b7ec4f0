namespace Segmentation.Statistics;

/// <summary>What a chi-square test found.</summary>
/// <param name="Statistic">Σ(observed - expected)²/expected; 0 where nothing can differ.</param>
/// <param name="DegreesOfFreedom">(rows - 1)(columns - 1) over the rows and columns that hold records; 0 where nothing can differ.</param>
/// <param name="PValue">How often chance alone gives a statistic at least as large; 1 where nothing can differ.</param>
/// <param name="CramersV">Cramér's V in [0, 1]: 0 no association, 1 complete. NaN where nothing can differ.</param>
/// <param name="CorrectedCramersV">The same without its upward bias in small tables, in [0, 1].</param>
/// <param name="SmallestExpected">The smallest count expected in a cell; below 5 the p-value is rough. NaN where nothing can differ.</param>
public sealed record ChiSquareResult(double Statistic, int DegreesOfFreedom, double PValue, double CramersV, double CorrectedCramersV, double SmallestExpected);
