namespace Segmentation.Outcome;

/// <summary>How long each period of a series of retention is.</summary>
public enum RetentionPeriod
{
    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A calendar quarter; the first may be shorter where the cohort starts within one, the last where the history ends within one.</summary>
    Quarter,
}
