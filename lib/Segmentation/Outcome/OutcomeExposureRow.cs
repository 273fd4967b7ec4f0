namespace Segmentation.Outcome;

/// <summary>Who of a segment could have churned in the window.</summary>
/// <param name="Segment">The segment, Unassigned, Excluded, or all.</param>
/// <param name="Accounts">Accounts at the start.</param>
/// <param name="Arr">What they paid at the start.</param>
/// <param name="UpForRenewal">Accounts whose contract came up for renewal in the window.</param>
/// <param name="ArrUpForRenewal">What those paid at the start.</param>
/// <param name="NotKnown">Accounts of which no date says whether it did.</param>
/// <param name="ArrNotKnown">What those paid at the start.</param>
/// <param name="ChurnedOfUp">Of those up for renewal, accounts that churned.</param>
/// <param name="ChurnedOfNotUp">Of those not up for renewal, accounts that churned: before their contract's term, or with dates that are wrong.</param>
/// <param name="ChurnedOfNotKnown">Of those not known, accounts that churned.</param>
public sealed record OutcomeExposureRow(
    string Segment, int Accounts, double Arr, int UpForRenewal, double ArrUpForRenewal, int NotKnown, double ArrNotKnown, int ChurnedOfUp, int ChurnedOfNotUp, int ChurnedOfNotKnown)
{
    /// <summary>Gets the accounts that were not up for renewal.</summary>
    public int NotUp => Accounts - UpForRenewal - NotKnown;

    /// <summary>Gets the share of the accounts with a known date that came up for renewal; null where there is none.</summary>
    public double? Share => Accounts == NotKnown ? null : (double)UpForRenewal / (Accounts - NotKnown);

    /// <summary>Gets all that churned.</summary>
    public int Churned => ChurnedOfUp + ChurnedOfNotUp + ChurnedOfNotKnown;
}
