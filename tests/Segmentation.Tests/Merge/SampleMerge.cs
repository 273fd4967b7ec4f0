using Segmentation.Load;
using Segmentation.Match;
using Segmentation.Merge;
using Segmentation.Tests.Samples;

namespace Segmentation.Tests.Merge;

/// <summary>The samples, merged once by the entities that are true.</summary>
public sealed class SampleMerge
{
    public SampleMerge()
    {
        Before = Workspace.Open(SampleFiles.Folder);
        Done = MergePlan.Of(Before, True(Before.Accounts, "truth/accounts-entities.csv", "account_id"), True(Before.Contacts, "truth/contacts-entities.csv", "contact_id")).Apply();
        Survivors = MergeWorkspace.Values(Done.IdMap, "old id").Zip(MergeWorkspace.Values(Done.IdMap, "surviving id")).ToDictionary(p => p.First!, p => p.Second!);
    }

    public Workspace Before { get; }

    public MergeResult Done { get; }

    /// <summary>Gets the id that stands for each id after the merge.</summary>
    public Dictionary<string, string> Survivors { get; }

    /// <summary>Returns the true entity of a record; test and internal records have none in common.</summary>
    internal static string EntityOf(Dictionary<string, string> truth, string id) => truth["entity_id"] is { Length: > 0 } entity ? entity : truth[id];

    private static EntityAssignment True(Export export, string file, string id)
    {
        var truth = SampleFiles.Read(file).Rows.ToDictionary(r => r[id], r => EntityOf(r, id));
        var ids = MergeWorkspace.Values(export.Table, export.Require(export.Kind == EntityKind.Accounts ? Role.AccountId : Role.ContactId).Name);
        return MergeWorkspace.Entities(export, [.. ids.Select(i => truth[i!])]);
    }
}
