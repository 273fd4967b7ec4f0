using System.Collections.Immutable;

namespace Segmentation.Assign;

/// <summary>Something that has to be there before a framework is signed.</summary>
/// <param name="Name">What, in words.</param>
/// <param name="Missing">What is missing, one sentence each; empty where it is met.</param>
public sealed record SignOffRequirement(string Name, ImmutableArray<string> Missing)
{
    /// <summary>Gets whether nothing is missing.</summary>
    public bool IsMet => Missing.IsEmpty;
}
