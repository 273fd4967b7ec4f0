namespace Segmentation.Calibrate;

/// <summary>What one band between cuts holds.</summary>
/// <param name="From">Its lower end, included; null for the lowest band.</param>
/// <param name="Below">Its upper end, not included; null for the highest band.</param>
/// <param name="Accounts">Accounts in it.</param>
/// <param name="Share">The same as a proportion of the accounts with a value; 0 where there are none.</param>
/// <param name="Arr">What they pay.</param>
/// <param name="ArrShare">The same as a proportion of what all accounts with a value pay; null where nobody pays.</param>
public sealed record CutBandSize(double? From, double? Below, int Accounts, double Share, double Arr, double? ArrShare);
