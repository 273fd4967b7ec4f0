using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Clean;

/// <summary>One step of the clean-up.</summary>
/// <param name="Name">The step: <c>enrich accounts</c>.</param>
/// <param name="Changes">What it changed, one entry a table; none where it changed nothing.</param>
/// <param name="Note">Why it had nothing to do; null where it ran.</param>
public sealed record CleanupStep(string Name, ImmutableArray<TableChange> Changes, string? Note)
{
    /// <summary>Gets the number of cells it changed.</summary>
    public int Cells => Changes.Sum(c => c.Cells.Length);

    /// <summary>Gets the number of rows it removed; each was merged into one that stays.</summary>
    public int Rows => Changes.Sum(c => c.RemovedRows.Length);
}
