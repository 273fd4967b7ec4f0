using System.Collections.Immutable;

namespace Segmentation.Standardize;

/// <summary>What becomes of one distinct value, before its records are counted.</summary>
internal sealed record PicklistOutcome(string Value, string? Target, PicklistMethod? Method, double? Score, PicklistStatus Status, ImmutableArray<PicklistCandidate> Candidates)
{
    public PicklistOutcome(string value, string? target, PicklistMethod? method, double? score, PicklistStatus status)
        : this(value, target, method, score, status, [])
    {
    }
}
