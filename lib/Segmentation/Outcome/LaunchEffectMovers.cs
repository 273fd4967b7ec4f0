using Segmentation.Statistics;

namespace Segmentation.Outcome;

/// <summary>Accounts whose segment today is another than at the launch, held against those that stayed: whether what became of them moved them.</summary>
/// <param name="Stayed">Accounts in the segment of the launch still.</param>
/// <param name="StayedWorse">Those that churned, or paid less at the end of the window.</param>
/// <param name="Moved">Accounts in another segment of the dimension.</param>
/// <param name="MovedWorse">Those that churned, or paid less at the end of the window.</param>
/// <param name="Left">Accounts that are in no segment today: excluded or Unassigned.</param>
/// <param name="LeftWorse">Those that churned, or paid less at the end of the window.</param>
/// <param name="Overridden">Accounts whose segment of the launch stands by an override that a person dated after it.</param>
/// <param name="OverriddenWorse">Those that churned, or paid less at the end of the window.</param>
/// <param name="Difference">Share of worse among those that moved, less that among those that stayed; NaN where there are none of either.</param>
/// <param name="Interval">Newcombe's interval of it.</param>
/// <param name="PValue">Its p-value.</param>
/// <param name="IsWarning">Whether they differ beyond chance, or an override after the launch stands for an account that did worse: segments of today, and of such overrides, then know the outcome.</param>
public sealed record LaunchEffectMovers(
    int Stayed,
    int StayedWorse,
    int Moved,
    int MovedWorse,
    int Left,
    int LeftWorse,
    int Overridden,
    int OverriddenWorse,
    double Difference,
    Interval Interval,
    double PValue,
    bool IsWarning);
