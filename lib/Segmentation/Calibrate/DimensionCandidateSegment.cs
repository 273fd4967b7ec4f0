namespace Segmentation.Calibrate;

/// <summary>One part of a candidate.</summary>
/// <param name="Name">The segment, the band or the value.</param>
/// <param name="Accounts">Accounts in it today.</param>
/// <param name="Arr">What they pay; null where the exports hold no ARR.</param>
/// <param name="Watched">Accounts in it at the start of the window.</param>
/// <param name="Outcome">What became of those: the share that churned or expanded, or what they pay at the end over what they paid at the start. Null where nothing was watched or the field comes after
/// the outcome.</param>
public sealed record DimensionCandidateSegment(string Name, int Accounts, double? Arr, int Watched, double? Outcome);
