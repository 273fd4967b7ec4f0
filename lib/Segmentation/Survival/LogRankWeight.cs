namespace Segmentation.Survival;

/// <summary>How much each time counts in a test of the log-rank family.</summary>
public enum LogRankWeight
{
    /// <summary>All times alike: the log-rank test, best where one hazard is a constant multiple of the other.</summary>
    LogRank,

    /// <summary>As many as are at risk: Gehan's form of Wilcoxon's test (E. A. Gehan, Biometrika 52(1-2), 1965, 203-223). Early times count most, and censoring moves the weights.</summary>
    Gehan,

    /// <summary>The square root of those at risk (R. E. Tarone and J. Ware, Biometrika 64(1), 1977, 156-160).</summary>
    TaroneWare,

    /// <summary>S^ρ (1-S)^γ with the pooled Kaplan-Meier survival just before the time (T. R. Fleming and D. P. Harrington, Counting Processes and Survival Analysis, 1991, 7.2): ρ 1 for early differences, γ 1 for late ones. With γ 0 it
    /// is R's survdiff.</summary>
    FlemingHarrington,
}
