using Segmentation.Load;

namespace Segmentation.Enrich;

/// <summary>Fills blanks of contacts from enrichment providers.</summary>
public static class ContactEnrichment
{
    /// <summary>
    /// Returns the workspace with blanks of contacts filled as <see cref="AccountEnrichment.Run"/> fills those of accounts. What is the person's (title, level,
    /// phone) comes from a row about the person only; what is the company's (its name, industry, employees) also from a row about the company of the email's domain.
    /// </summary>
    /// <param name="workspace">The exports, among them enrichment files.</param>
    /// <param name="decisions">Providers, prices, columns, words, accepted values. Default: <see cref="EnrichmentDecisions.Empty"/>.</param>
    /// <param name="options">Tolerance, bands, keys. Default: <see cref="EnrichmentOptions.Default"/>.</param>
    /// <returns>The new workspace, its changes, and the waterfall; coverage of ARR is null, as contacts pay nothing.</returns>
    /// <exception cref="WorkspaceException">There are no contacts, or the decisions name a column that a provider's file does not have.</exception>
    public static EnrichmentResult Run(Workspace workspace, EnrichmentDecisions? decisions = null, EnrichmentOptions? options = null) =>
        EnrichmentRun.Of(workspace, EntityKind.Contacts, decisions, options);
}
