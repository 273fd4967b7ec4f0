using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Text;

namespace Segmentation.Standardize;

/// <summary>The allowed values of a role, and where they come from.</summary>
/// <param name="Values">The values; empty where every value is allowed.</param>
/// <param name="Source">Where they come from, in words.</param>
internal sealed record PicklistList(ImmutableArray<string> Values, string Source)
{
    private static readonly ImmutableArray<string> Countries = [.. CountryName.AllCodes.Select(c => CountryName.NameOf(c)!).Order(StringComparer.Ordinal)];

    /// <summary>Returns the list of a role: the decisions', else the workspace's, else for countries the names of ISO 3166-1, else none.</summary>
    public static PicklistList Of(Workspace workspace, Role role, PicklistRules rules) =>
        !rules.Values.IsEmpty ? new(rules.Values, "picklists.yaml")
        : workspace.Picklists.TryGetValue(role, out var list) && !list.IsEmpty ? new([.. list.Distinct()], "workspace.yaml")
        : role == Role.Country ? new(Countries, "ISO 3166")
        : new([], "none: most frequent spelling");
}
