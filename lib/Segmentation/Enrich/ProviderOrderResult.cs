using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;
using static System.FormattableString;

namespace Segmentation.Enrich;

/// <summary>The orders in which the providers can be asked, best first.</summary>
public sealed record ProviderOrderResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "provider-order";

    /// <summary>Gets the orders looked at, best first; empty without providers.</summary>
    public required ImmutableArray<ProviderOrder> Orders { get; init; }

    /// <summary>Gets the order of the decisions; null without providers.</summary>
    public required ProviderOrder? Decided { get; init; }

    /// <summary>Gets whether every order was looked at. Else <see cref="Orders"/> holds one that was built greedily, which may not be the best, and the decided one.</summary>
    public required bool IsExact { get; init; }

    /// <summary>Gets the number of records that the orders were tried on.</summary>
    public required int Records { get; init; }

    /// <summary>Gets the number of records there are.</summary>
    public required int Population { get; init; }

    /// <summary>Gets the fields that the providers together bring to the target, and the CRM alone does not: what <see cref="ProviderOrder.CostToTarget"/> waits for.</summary>
    public required ImmutableArray<Role> Reachable { get; init; }

    /// <summary>Gets the target, a proportion.</summary>
    public required double Target { get; init; }

    /// <summary>Gets the best order; null without providers.</summary>
    public ProviderOrder? Best => Orders.FirstOrDefault();

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "orders of the providers",
        Column.Of("order", Orders.Select(o => string.Join(", ", o.Providers))),
        Column.Of("providers to the target", Orders.Select(o => (double?)o.NeededProviders)),
        Column.Of("cost to the target", Orders.Select(o => o.CostToTarget)),
        Column.Of("cost of all", Orders.Select(o => o.TotalCost)),
        Column.Of("mean coverage on the way", Orders.Select(o => o.MeanCoverage), NumberFormat.Share));

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options) => [Verdict()];

    /// <summary>Returns what was found and how, in words.</summary>
    public string Verdict()
    {
        if (Best is not { } best) return "There are no providers to order.";
        var how = IsExact ? Invariant($"Every order was tried on {Records:#,0} of {Population:#,0} records")
            : Invariant($"With {best.Providers.Length} providers the order was built greedily on {Records:#,0} of {Population:#,0} records and may not be the best");
        var fields = Reachable.IsEmpty ? "no field needs the providers to reach the target, or can" : $"{string.Join(", ", Reachable.Select(f => EnrichmentResult.Words(SnakeName.Of(f))))} can reach {Target:0.#%}";
        return FormattableString.Invariant($"{how}; least cost to the target first ({fields}), then fewest providers, least cost of all, most coverage on the way. Best: {string.Join(", ", best.Providers)}.");
    }
}
