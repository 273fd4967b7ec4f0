using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>The account on which a group's GRR hangs most: the one that moves it furthest when it is left out.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Start">What it paid at the start.</param>
/// <param name="Share">Its share of the group's ARR at the start.</param>
/// <param name="Without">The group's GRR without it.</param>
/// <param name="Move">GRR with it less GRR without it.</param>
/// <param name="IsWarning">Whether that is at or above <see cref="RetentionOptions.ConcentrationMove"/>.</param>
public sealed record RetentionLargest([property: Personal] string Id, [property: Personal] decimal Start, double Share, double Without, double Move, bool IsWarning);
