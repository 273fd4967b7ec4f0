using System.Collections.Immutable;

namespace Segmentation.Match;

/// <summary>One difference of an entity from the last run. An entity that grew and split has two.</summary>
/// <param name="Entity">Id of the entity.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Records">Ids of the records that it happened to, by ordinal.</param>
/// <param name="Others">Ids of the entities that those records went to (split) or came from (merged), by ordinal; else empty.</param>
public sealed record EntityChange(string Entity, EntityChangeKind Kind, ImmutableArray<string> Records, ImmutableArray<string> Others)
{
    /// <summary>Gets whether the matching did it; otherwise the export did, in which records came or went.</summary>
    public bool ByMatching => Kind is EntityChangeKind.Split or EntityChangeKind.Merged;
}
