using System.Collections.Immutable;
using Segmentation.Framework;
using Segmentation.Load;

namespace Segmentation.Assign;

/// <summary>Puts two versions of a framework side by side on the same records.</summary>
public static class WhatIf
{
    /// <summary>Returns what a newer version of the framework changes for the accounts and contacts of a workspace.</summary>
    /// <param name="workspace">The workspace, cleaned.</param>
    /// <param name="older">The version that holds.</param>
    /// <param name="newer">The version that might.</param>
    /// <exception cref="WorkspaceException">A field that a version declares has no column.</exception>
    public static WhatIfResult Compare(Workspace workspace, SegmentationFramework older, SegmentationFramework newer)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(newer);
        return Result(Assignment.Run(workspace, older), Assignment.Run(workspace, newer));
    }

    /// <summary>Returns what a newer version of the framework changes for some records.</summary>
    /// <param name="records">The records, with the fields of both versions.</param>
    /// <param name="older">The version that holds.</param>
    /// <param name="newer">The version that might.</param>
    /// <exception cref="ArgumentException">A version names a field that the records do not have.</exception>
    public static WhatIfResult Compare(FrameworkRecords records, SegmentationFramework older, SegmentationFramework newer)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(newer);
        return Result(Assigned(older), Assigned(newer));

        AssignmentResult Assigned(SegmentationFramework framework)
        {
            foreach (var field in framework.Fields.Where(f => f.Of == records.Of && records.Fields.Find(f.Definition.Name) is null))
            {
                throw new ArgumentException(
                    $"Framework {framework.Version} declares the field '{field.Definition.Name}', but the records have only {string.Join(", ", records.Fields.Columns.Select(c => c.Name))}; " +
                    "take the records with the fields of both versions, or compare on the workspace.", nameof(records));
            }

            var assigned = Assignment.Run(framework, records);
            return new AssignmentResult
            {
                Framework = framework,
                AsOf = records.AsOf,
                Accounts = records.Of == EntityKind.Accounts ? assigned : null,
                Contacts = records.Of == EntityKind.Contacts ? assigned : null,
            };
        }
    }

    private static WhatIfResult Result(AssignmentResult older, AssignmentResult newer)
    {
        var fields = newer.Framework.Fields.Select(f => (Newer: f, Older: older.Framework.Fields.FirstOrDefault(o => o.Of == f.Of && o.Definition.Name == f.Definition.Name)))
            .Where(f => f.Older is not null && f.Older.Definition.Column != f.Newer.Definition.Column).Select(f => f.Newer.Definition.Name).ToImmutableArray();
        return new WhatIfResult
        {
            Movements = Movements.Between(older, newer),
            Notes = [.. fields.Select(f => $"The field '{f}' is taken from another column in {newer.Framework.Version}: what moves for that is counted as changed data.")],
        };
    }
}
