namespace Segmentation.Outcome;

/// <summary>From when time is counted.</summary>
public enum OutcomeClock
{
    /// <summary>From the start of the cohort, the same day for all: what happened since the launch.</summary>
    SinceStart,

    /// <summary>From the start of each account's contract: an account comes under watch late, at the tenure it has when the cohort starts.</summary>
    Tenure,
}
