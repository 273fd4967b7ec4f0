using System.Collections.Immutable;
using Segmentation.Load;

namespace Segmentation.Tests.Standardize;

/// <summary>Lists of allowed values for a workspace made by hand.</summary>
internal static class Picklists
{
    public static ImmutableSortedDictionary<Role, ImmutableArray<string>> Of(Role role, params string[] values) =>
        ImmutableSortedDictionary<Role, ImmutableArray<string>>.Empty.Add(role, [.. values]);
}
