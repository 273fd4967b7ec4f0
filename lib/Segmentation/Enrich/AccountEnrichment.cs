using Segmentation.Load;

namespace Segmentation.Enrich;

/// <summary>Fills blanks of accounts from enrichment providers.</summary>
public static class AccountEnrichment
{
    /// <summary>
    /// Returns the workspace with blanks of accounts filled, provider by provider in the order decided: the first that knows a value fills it. What the CRM
    /// says is kept; where a provider contradicts it, both values are listed, and the provider's is taken only where the decisions accept it.
    /// </summary>
    /// <param name="workspace">The exports, among them enrichment files.</param>
    /// <param name="decisions">Providers, prices, columns, words, accepted values. Default: <see cref="EnrichmentDecisions.Empty"/>.</param>
    /// <param name="options">Tolerance, bands, keys. Default: <see cref="EnrichmentOptions.Default"/>.</param>
    /// <returns>The new workspace, its changes, and the waterfall. Without enrichment files nothing is filled and the waterfall holds what the CRM does.</returns>
    /// <exception cref="WorkspaceException">There are no accounts, or the decisions name a column that a provider's file does not have.</exception>
    public static EnrichmentResult Run(Workspace workspace, EnrichmentDecisions? decisions = null, EnrichmentOptions? options = null) =>
        EnrichmentRun.Of(workspace, EntityKind.Accounts, decisions, options);
}
