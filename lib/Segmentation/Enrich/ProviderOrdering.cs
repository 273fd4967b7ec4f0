using Segmentation.Load;

namespace Segmentation.Enrich;

/// <summary>Finds the order in which to ask the providers.</summary>
public static class ProviderOrdering
{
    /// <summary>
    /// Returns the orders of the providers, best first. All orders end at the same coverage; they differ in what is paid for it and how early it is there. Best
    /// is the order that pays least until every field that the providers together bring to the target is there; on a tie, the one that asks fewer providers until then, then
    /// the one that pays least for all, then the one whose coverage is highest on the way, then the decided one.
    /// </summary>
    /// <param name="workspace">The exports, among them enrichment files.</param>
    /// <param name="records">Accounts or contacts.</param>
    /// <param name="decisions">Providers and prices. Default: <see cref="EnrichmentDecisions.Empty"/>; without prices the first criterion is the same for all.</param>
    /// <param name="batch">The records to try the orders on. Default: all.</param>
    /// <param name="options">How many providers are ordered exactly. Default: <see cref="EnrichmentOptions.Default"/>.</param>
    /// <exception cref="WorkspaceException">There are no such records, or the decisions name a column that a provider's file does not have.</exception>
    public static ProviderOrderResult Best(Workspace workspace, EntityKind records, EnrichmentDecisions? decisions = null, TestBatch? batch = null, EnrichmentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        options ??= EnrichmentOptions.Default;
        var board = EnrichmentBoard.Of(workspace, records, decisions ?? EnrichmentDecisions.Empty, options);
        var rows = batch is null ? [.. Enumerable.Range(0, board.Rows)] : batch.RowsIn(workspace);
        var search = OrderSearch.Of(board, rows);
        var decided = Enumerable.Range(0, board.Providers.Length).ToArray();
        var isExact = decided.Length <= options.MostExactProviders;
        var orders = decided.Length == 0 ? [] : isExact ? OrderSearch.Permutations(decided) : [search.Greedy(), decided];
        return new ProviderOrderResult
        {
            Orders = [.. orders.Select((order, i) => (Order: search.Try(order), i)).OrderBy(o => o.Order.CostToTarget ?? 0).ThenBy(o => o.Order.NeededProviders)
                .ThenBy(o => o.Order.TotalCost ?? 0).ThenByDescending(o => o.Order.MeanCoverage).ThenBy(o => o.i).Select(o => o.Order).DistinctBy(o => string.Join('\n', o.Providers))],
            Decided = decided.Length == 0 ? null : search.Try(decided),
            IsExact = isExact,
            Records = rows.Length,
            Population = board.Rows,
            Reachable = search.Reachable,
            Target = board.Target,
        };
    }
}
