namespace Segmentation.Outcome;

/// <summary>Who could have left and who did, by month and segment.</summary>
internal sealed record ChurnConcentrationExposure(int[,] AtRisk, int[,] Churned, double[,] ArrAtRisk, double[,] ArrChurned)
{
    public int Months => AtRisk.GetLength(0);

    public int Segments => AtRisk.GetLength(1);

    /// <summary>Returns the month's churn, all segments together, per account at risk.</summary>
    public double Rate(int month)
    {
        var (churned, atRisk) = (0, 0);
        for (var s = 0; s < Segments; s++) (churned, atRisk) = (churned + Churned[month, s], atRisk + AtRisk[month, s]);
        return atRisk == 0 ? 0 : (double)churned / atRisk;
    }

    /// <summary>Returns the ARR that a segment would have lost by its share of the ARR at risk.</summary>
    public double ArrExpected(int month, int segment)
    {
        var (churned, atRisk) = (0d, 0d);
        for (var s = 0; s < Segments; s++) (churned, atRisk) = (churned + ArrChurned[month, s], atRisk + ArrAtRisk[month, s]);
        return atRisk > 0 ? churned * ArrAtRisk[month, segment] / atRisk : 0;
    }
}
