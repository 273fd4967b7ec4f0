using System.Collections.Immutable;

namespace Segmentation.Outcome;

/// <summary>What one segment could show against all others together.</summary>
/// <param name="Segment">Its name.</param>
/// <param name="Accounts">Its accounts at the start.</param>
/// <param name="OtherAccounts">The accounts of all other segments.</param>
/// <param name="Windows">One item a window of the options; empty where either side has no accounts.</param>
/// <param name="NeededDays">Days until hazards that differ by the margin in the cohort's window would be found; positive infinity where no window is long enough, null where either side has no accounts.</param>
/// <param name="NeededAccounts">Accounts that each of two equal groups needs for it in the cohort's window; null where either side has no accounts.</param>
public sealed record OutcomePowerRow(string Segment, int Accounts, int OtherAccounts, ImmutableArray<OutcomePowerWindow> Windows, double? NeededDays, double? NeededAccounts);
