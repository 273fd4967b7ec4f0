using System.Collections.Immutable;
using Segmentation.Criteria;
using Segmentation.Load;

namespace Segmentation.Framework;

/// <summary>A list that people work from, such as "My at-risk SMB accounts": the records of some segments for which a condition holds.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Of">What it lists: <see cref="EntityKind.Accounts"/> or <see cref="EntityKind.Contacts"/>.</param>
public sealed record SavedView(string Name, EntityKind Of)
{
    /// <summary>Gets the segment asked for in each dimension named: <c>Customer Tier</c> to <c>SMB</c>. Empty: any.</summary>
    public ImmutableSortedDictionary<string, string> Segments { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Gets the further condition; null where there is none.</summary>
    public Criterion? Criteria { get; init; }

    /// <summary>Gets how far it is agreed.</summary>
    public Standing Standing { get; init; } = Standing.Assumed;
}
