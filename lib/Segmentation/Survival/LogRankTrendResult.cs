namespace Segmentation.Survival;

/// <summary>What a test for trend found.</summary>
/// <param name="Z">Standard normal where there is no trend; above 0 where events come more often as the score rises. 0 where nothing can differ.</param>
/// <param name="PValue">Two-sided; 1 where nothing can differ.</param>
public sealed record LogRankTrendResult(double Z, double PValue)
{
    /// <summary>Gets the chi-square on one degree of freedom, Z².</summary>
    public double Statistic => Z * Z;
}
