using Segmentation.Statistics;

namespace Segmentation.Calibrate;

/// <summary>The accounts between two cuts: how many, what they pay, and what became of those who paid at the start of the outcome's window.</summary>
/// <param name="From">Where the band begins, included; null where it is open below.</param>
/// <param name="Below">Where it ends, not included; null where it is open above.</param>
/// <param name="Accounts">Accounts today.</param>
public sealed record CutBand(double? From, double? Below, int Accounts)
{
    /// <summary>Gets the share of today's accounts with a value; null where there is none, and for the accounts without a value.</summary>
    public double? Share { get; init; }

    /// <summary>Gets what the accounts pay today; an unknown or negative amount counts as 0. Null where the exports hold no ARR.</summary>
    public double? Arr { get; init; }

    /// <summary>Gets the share of what the accounts with a value pay together; null where they pay nothing, and for the accounts without a value.</summary>
    public double? ArrShare { get; init; }

    /// <summary>Gets the accounts that paid at the start of the window; null where there is none.</summary>
    public int? Paid { get; init; }

    /// <summary>Gets how many of them churned, or expanded; null without a window, and where the measure is no event.</summary>
    public int? Events { get; init; }

    /// <summary>Gets the share of them that churned, or expanded; for <see cref="OutcomeMeasure.NetRetention"/> what they paid together at the end over what they paid at the start. Null where none paid.</summary>
    public double? Outcome { get; init; }

    /// <summary>Gets the interval of <see cref="Outcome"/>: Wilson's for a share, a ratio estimate's for net retention; null where there is none.</summary>
    public Interval? OutcomeInterval { get; init; }
}
