namespace Segmentation.Calibrate;

/// <summary>What is looked at after the values were seen.</summary>
public enum OutcomeMeasure
{
    /// <summary>Whether the account stopped paying at the end of some month of the window. Binary.</summary>
    Churned,

    /// <summary>Whether the account pays more at the end of the window than at its start. Binary.</summary>
    Expanded,

    /// <summary>What the account pays at the end of the window over what it paid at its start; 0 where it left. Continuous.</summary>
    NetRetention,

    /// <summary>Months until the account stopped paying; censored at the end of the window. Censored.</summary>
    TimeToChurn,
}
