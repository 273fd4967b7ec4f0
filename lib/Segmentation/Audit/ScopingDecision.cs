using System.Collections.Immutable;
using Segmentation.Playbook;
using static System.FormattableString;

namespace Segmentation.Audit;

/// <summary>The advisory's decision table (section 5 of the playbook page) and scoping factors (section 4), as rules over facts.</summary>
internal sealed class ScopingDecision(ScopingFacts facts, PlaybookLimits limits, ScopeHours hours)
{
    private static readonly ImmutableArray<int> WithoutBehaviour = [1, 2];

    public ImmutableArray<ScopingVote> Votes() => [ByUsage(), ByCompleteness(), ByDimensions(), ByAccounts()];

    /// <summary>Chooses among the votes, which often disagree: the advisory does not say which question wins.</summary>
    public (int Approach, string Rule) Approach(ImmutableArray<ScopingVote> votes)
    {
        if (facts.HasUsageData)
            return (3, "Usage data decides for approach 3: only it makes behaviour measurable. Completeness and size change the additions, not the approach.");
        // Each vote at its least, the most demanding of these, and never more than approach 2 without behaviour to measure.
        var most = votes.Where(v => v.Approaches.Length > 0).Select(v => v.Approaches[0]).DefaultIfEmpty(1).Max();
        return (Math.Min(most, 2), most > 2
            ? "The most demanding vote is approach 3, but without usage data there is no behaviour to measure: approach 2."
            : "Without usage data, the most demanding of the votes (each at the least it allows).");
    }

    public ImmutableArray<ScopingHours> HourLines(int approach)
    {
        var lines = ImmutableArray.CreateBuilder<ScopingHours>();
        lines.Add(new($"approach {approach}", approach switch { 1 => hours.FirmographicOnly, 2 => hours.WithEnrichment, _ => hours.Behavioural }, "the approach's range"));
        if (facts.Completeness is not { } share || share <= limits.FirmographicOnlyAbove)
        {
            lines.Add(new("clean-up and standardisation", hours.CleanUp, facts.Completeness < limits.CleanUpBelow
                ? Invariant($"weakest key field below {limits.CleanUpBelow:0.#%}: at the least this, as a project of its own before this one")
                : Invariant($"weakest key field not above {limits.FirmographicOnlyAbove:0.#%}")));
        }

        if (facts.FieldsToEnrich > 0)
        {
            // The advisory pairs few fields with few accounts and many with many; the mixed cases are taken as heavy.
            var light = facts.FieldsToEnrich <= limits.LightEnrichmentFields && facts.ActiveAccounts < limits.HeavyEnrichmentAccounts;
            lines.Add(new(light ? "light enrichment" : "heavy enrichment", light ? hours.LightEnrichment : hours.HeavyEnrichment,
                Invariant($"{facts.FieldsToEnrich} fields need a provider, {facts.ActiveAccounts:#,0} active accounts; light is up to {limits.LightEnrichmentFields} fields and fewer than {limits.HeavyEnrichmentAccounts:#,0} accounts")));
        }

        if (facts.CrmSystems.Count > 1)
            lines.Add(new("two CRMs", hours.SecondCrm, $"exports come from {string.Join(" and ", facts.CrmSystems)}; take it off where one of them is only the marketing platform"));
        if (facts.HasUsageData) lines.Add(new("integration of the customer success platform", hours.CspIntegration, facts.UsageSource));
        return lines.ToImmutable();
    }

    public (bool MayStart, string Rule) StartGate() => facts.Completeness is not { } share
        ? (false, "There are no accounts to measure.")
        : (share >= limits.StartGate, Invariant($"Weakest key field {facts.WeakestField} at {share:0.0%}; do not start below {limits.StartGate:0.#%} (customer success playbook)."));

    public (ScopingFit Fit, string Rule) Fit() => facts.ActiveAccounts switch
    {
        var n when n < limits.FewestAccounts => (ScopingFit.AddsNothing, Invariant($"{n:#,0} active accounts: below {limits.FewestAccounts} segmentation adds nothing, individual management is better.")),
        var n when n < limits.FittingAccounts => (ScopingFit.Marginal, Invariant($"{n:#,0} active accounts: a project fits from {limits.FittingAccounts}.")),
        var n => (ScopingFit.Fits, Invariant($"{n:#,0} active accounts: a project fits from {limits.FittingAccounts}.")),
    };

    private ScopingVote ByUsage() => new("usage data from a customer success platform?", facts.UsageSource, facts.HasUsageData ? [3] : WithoutBehaviour, "yes is approach 3, no is 1 or 2");

    private ScopingVote ByCompleteness()
    {
        var rule = Invariant($"weakest key field above {limits.FirmographicOnlyAbove:0.#%} is approach 1, from {limits.CleanUpBelow:0.#%} approach 2, below clean up first");
        if (facts.Completeness is not { } share) return new("how complete are the key fields?", "no accounts", [], rule);
        var found = Invariant($"{facts.WeakestField} {share:0.0%}");
        if (share > limits.FirmographicOnlyAbove) return new("how complete are the key fields?", found, [1], rule);
        return share >= limits.CleanUpBelow ? new("how complete are the key fields?", found, [2], rule) : new("how complete are the key fields?", found + ", clean up first", [], rule);
    }

    private ScopingVote ByDimensions()
    {
        var rule = Invariant($"up to {limits.FirmographicDimensions} is approach 1, {limits.FirmographicDimensions}-{limits.EnrichedDimensions} approach 2, {limits.EnrichedDimensions}-{limits.MostDimensions} with behaviour approach 3; {limits.FirmographicDimensions} is in two of the ranges");
        ImmutableArray<int> vote = facts.Dimensions switch
        {
            < 1 => [],
            var n when n < limits.FirmographicDimensions => [1],
            var n when n == limits.FirmographicDimensions => [1, 2],
            var n when n == limits.EnrichedDimensions => facts.HasUsageData ? [2, 3] : [2],
            var n when n > limits.EnrichedDimensions => facts.HasUsageData ? [3] : [2],
            _ => [2],
        };
        var found = Invariant($"{facts.Dimensions}: {facts.DimensionsSource}") + (facts.Dimensions > limits.MostDimensions ? Invariant($"; more than {limits.MostDimensions} is over-segmentation") : string.Empty);
        return new("how many dimensions are needed?", found, vote, rule);
    }

    private ScopingVote ByAccounts()
    {
        var rule = Invariant($"below {limits.BulkAccounts:#,0} approach 1, up to {limits.AutomatedValidationAccounts:#,0} approach 2, above approach 3 with automated validation");
        ImmutableArray<int> vote = facts.ActiveAccounts < limits.BulkAccounts ? [1] : facts.ActiveAccounts <= limits.AutomatedValidationAccounts ? [2] : [3];
        return new("how many active accounts?", Invariant($"{facts.ActiveAccounts:#,0}: {facts.ActiveRule}"), vote, rule);
    }
}
