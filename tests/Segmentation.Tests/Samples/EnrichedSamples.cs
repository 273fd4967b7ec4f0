using Segmentation.Enrich;
using Segmentation.Load;
using Segmentation.Standardize;

namespace Segmentation.Tests.Samples;

/// <summary>The samples enriched with the decisions that stand beside them, once for all tests that ask.</summary>
public sealed class EnrichedSamples
{
    internal static Workspace Before { get; } = Workspace.Open(SampleFiles.Folder);

    internal EnrichmentDecisions Decisions { get; } = EnrichmentDecisions.Load(Path.Combine(SampleFiles.Folder, "decisions", "enrichment.yaml"));

    internal EnrichmentResult Accounts { get; }

    internal EnrichmentResult Contacts { get; }

    internal OrphanAttachmentResult Orphans { get; } = OrphanAttachment.Run(Before);

    internal Dictionary<string, Dictionary<string, string>> AccountTruth { get; } =
        SampleFiles.Read("truth/accounts-entities.csv").Rows.ToDictionary(r => r["account_id"], StringComparer.Ordinal);

    internal EnrichmentOptions Options { get; } = EnrichmentOptions.Default with { Picklists = PicklistDecisions.Load(Path.Combine(SampleFiles.Folder, "decisions", "picklists.yaml")) };

    public EnrichedSamples() => (Accounts, Contacts) = (AccountEnrichment.Run(Before, Decisions, Options), ContactEnrichment.Run(Before, Decisions, Options));
}
