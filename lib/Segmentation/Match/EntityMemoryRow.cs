using Segmentation.Load;

namespace Segmentation.Match;

/// <summary>One record that belonged to an entity, or an entity's id that no record carries any more.</summary>
/// <param name="Kind">Accounts or contacts.</param>
/// <param name="Record">Id of the record; null for a retired id.</param>
/// <param name="Entity">Id of the entity.</param>
/// <param name="State">Whether the last run saw the record.</param>
public sealed record EntityMemoryRow(EntityKind Kind, string? Record, string Entity, EntityMemoryState State);
