using System.Collections.Immutable;
using Segmentation.Load;

namespace Segmentation.Audit;

/// <summary>How complete the fields are in one group of records.</summary>
/// <param name="Table">What the export holds.</param>
/// <param name="Group">The segment, owner or month; <c>(none)</c> where the records carry none.</param>
/// <param name="Records">Records in the group.</param>
/// <param name="Arr">ARR of the accounts in the group, or behind its contacts; null where it cannot be known.</param>
/// <param name="Valid">Records with a valid value, aligned with <see cref="CompletenessByGroup.Fields"/>; null for a field that the table does not have.</param>
public sealed record CompletenessGroup(EntityKind Table, string Group, int Records, double? Arr, ImmutableArray<int?> Valid)
{
    /// <summary>Returns the share of the group's records with a valid value of a field; null where the table has no such field.</summary>
    /// <param name="field">Zero-based field of <see cref="CompletenessByGroup.Fields"/>.</param>
    public double? Share(int field) => Records > 0 && Valid[field] is { } valid ? (double)valid / Records : null;
}
