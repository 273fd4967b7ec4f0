using Segmentation.Criteria;
using Segmentation.Load;

namespace Segmentation.Framework;

/// <summary>Records that are in no segment, whatever else holds of them: do-not-email, competitors, inactive, test.</summary>
/// <param name="Name">Its name: <c>Competitors</c>.</param>
/// <param name="Of">What it excludes: <see cref="EntityKind.Accounts"/> or <see cref="EntityKind.Contacts"/>.</param>
/// <param name="Criteria">Who is excluded. A record for which a blank keeps the answer open is not excluded, and counted.</param>
public sealed record Exclusion(string Name, EntityKind Of, Criterion Criteria)
{
    /// <summary>Gets why; null where nobody has said.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets how far it is agreed.</summary>
    public Standing Standing { get; init; } = Standing.Assumed;
}
