using System.Collections.Immutable;
using Segmentation.Audit;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Text;

namespace Segmentation.Distribute;

/// <summary>What a distribution looks at beyond the framework's limits.</summary>
public sealed record DistributionOptions
{
    /// <summary>Gets the defaults.</summary>
    public static DistributionOptions Default { get; } = new();

    /// <summary>Gets the names of segments that say a record is in none, compared without case and accents. Default: those of the audit (<see cref="AuditOptions.OtherValues"/>).
    /// A segment whose rule is <c>otherwise</c> counts with them.</summary>
    public ImmutableArray<string> OtherNames { get; init; } = AuditOptions.Default.OtherValues;

    /// <summary>Gets how many of the largest accounts are added up to say how concentrated ARR is. Default 10.</summary>
    public int LargestAccounts { get; init; } = 10;

    /// <summary>Gets the names of segments for which the playbook has a benchmark of accounts a CSM, compared without case and accents. Default <c>Enterprise</c>.</summary>
    public ImmutableArray<string> EnterpriseNames { get; init; } = ["Enterprise"];

    /// <summary>Tells whether a segment is "Other": by its name, or because its rule takes everything that is left.</summary>
    internal bool IsOther(Segment segment) => segment.Criteria.Root is Always || IsNamed(segment.Name, OtherNames);

    /// <summary>Tells whether the playbook's benchmark of accounts a CSM is about a segment.</summary>
    internal bool IsEnterprise(string segment) => IsNamed(segment, EnterpriseNames);

    private static bool IsNamed(string name, ImmutableArray<string> names)
    {
        var folded = Folding.Fold(name).Trim();
        return names.Any(other => Folding.Fold(other).Trim() == folded);
    }
}
