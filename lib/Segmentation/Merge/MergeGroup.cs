using System.Collections.Immutable;

namespace Segmentation.Merge;

/// <summary>The records of one entity that become one.</summary>
/// <param name="Entity">Id of the entity.</param>
/// <param name="Rows">Zero-based rows, the master first, the others in the order in which they would have been master; at least two.</param>
/// <param name="DecidedBy">The rule that put the master before the next, in words.</param>
internal sealed record MergeGroup(string Entity, ImmutableArray<int> Rows, string DecidedBy)
{
    /// <summary>Gets the zero-based row of the record that stays.</summary>
    public int Master => Rows[0];
}
