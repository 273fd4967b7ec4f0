using Segmentation.Load;
using Segmentation.Match;

namespace Segmentation.Tests.Samples;

/// <summary>The samples matched once, with the truth as labels.</summary>
public sealed class MatchedSamples
{
    private readonly Dictionary<EntityKind, MatchResult> matches = [];

    public MatchedSamples()
    {
        var workspace = Workspace.Open(SampleFiles.Folder);
        foreach (var (kind, file, id) in new[] { (EntityKind.Accounts, "accounts", "account_id"), (EntityKind.Contacts, "contacts", "contact_id") })
        {
            var truth = SampleFiles.Read($"truth/{file}-entities.csv").Rows;
            matches[kind] = DuplicateMatch.Run(workspace, kind, MatchOptions.Default with { Labels = MatchLabels.OfEntities(truth.Select(r => (r[id], (string?)r["entity_id"]))) });
        }
    }

    public MatchResult Of(EntityKind kind) => matches[kind];

    /// <summary>Returns the entity of each record by its id.</summary>
    public Dictionary<string, int> EntityOf(EntityKind kind) =>
        matches[kind].Records.Ids.Zip(matches[kind].Entities.Entity).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
}
