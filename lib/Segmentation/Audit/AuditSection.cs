using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>One section of the audit: its figures as a table, and what it found.</summary>
public abstract record AuditSection : Result
{
    /// <summary>Gets what the section found, in the order of its checks; never null, empty where nothing is worth saying.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }
}
