namespace Segmentation.Survival;

/// <summary>How events at one time are counted.</summary>
public enum CoxTies
{
    /// <summary>As if they had come one after another, averaged: near the exact answer however many ties there are (B. Efron, Journal of the American Statistical Association 72(359), 1977, 557-565).</summary>
    Efron,

    /// <summary>Each against all at risk, pulled towards 0 where there are many ties (N. Breslow, Biometrics 30(1), 1974, 89-99).</summary>
    Breslow,
}
