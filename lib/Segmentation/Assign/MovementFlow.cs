namespace Segmentation.Assign;

/// <summary>The records that were in one place of a dimension and are in another, or the same: one ribbon of a flow chart.</summary>
/// <param name="From">The place before; <see cref="MovementMatrix.New"/> for records that were not there.</param>
/// <param name="To">The place after; <see cref="MovementMatrix.Lost"/> for records that are not there any more.</param>
/// <param name="Count">Records.</param>
/// <param name="Arr">Their ARR after (before, where lost), negative amounts not counted; null where there is none, and for contacts, several of whom share an account.</param>
public sealed record MovementFlow(string From, string To, int Count, double? Arr);
