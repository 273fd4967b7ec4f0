using System.Collections.Immutable;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Match;
using Segmentation.Tables;

namespace Segmentation.Merge;

/// <summary>
/// What a merge will do, before anything is done: which record of each group stays, where every cell of the merged records comes from, which
/// calls make the same merge in the CRM. Its table has one row for each cell of each merged record.
/// </summary>
public sealed record MergePlan : Result
{
    private MergePlan(Workspace workspace, SurvivorshipRules rules, MergeGroups? accounts, MergeGroups? contacts)
    {
        (Workspace, Rules, AccountGroups, ContactGroups) = (workspace, rules, accounts, contacts);
        Exports = [.. workspace.Exports.Select(e => new MergedExport(workspace, e, accounts, contacts, rules))];
        Findings = AuditFindings.Of(MergeFindings.Of(this));
    }

    /// <inheritdoc/>
    public override string ResultName => "merge-plan";

    /// <summary>Gets the workspace as it is before the merge.</summary>
    public Workspace Workspace { get; }

    /// <summary>Gets the rules in force.</summary>
    public SurvivorshipRules Rules { get; }

    /// <summary>Gets what a person should know before the merge: ARR that may be counted twice, months that stand twice, parents taken away, groups left out.</summary>
    public AuditFindings Findings { get; }

    /// <summary>Gets one row a group: its entity, the record that stays and the rule that chose it, the records that go, the fields that change on it, ARR before and after.</summary>
    public Table Preview => MergeTables.Preview(this);

    /// <summary>Gets the cells of the merged records for which a value is dropped: the rows of the plan's table where the records disagree, their ids aside.</summary>
    public Table Conflicts => MergeTables.Cells(this, conflictsOnly: true);

    /// <summary>Gets the calls that make the same merge in the CRM, in order: the master and as many records as one call takes
    /// (<see cref="SurvivorshipRules.RecordsPerCall"/>). Records without an id are in no call.</summary>
    public Table Batches => MergeTables.Batches(this);

    /// <summary>Gets every id of the merged kinds before, with the id that stands for it after and the entity: a record that stays stands for itself. The entity is null for an id that stands in several, whose groups are left as they are.</summary>
    public Table IdMap => MergeTables.IdMap(this);

    internal MergeGroups? AccountGroups { get; }

    internal MergeGroups? ContactGroups { get; }

    /// <summary>Gets the exports as they will be, aligned with those of the workspace.</summary>
    internal ImmutableArray<MergedExport> Exports { get; }

    /// <summary>Gets the exports whose own records are merged, accounts first.</summary>
    internal IEnumerable<MergedExport> Merged => Exports.Where(e => e.Groups is not null).OrderBy(e => e.Export.Kind);

    /// <summary>Returns the plan for the records that are one.</summary>
    /// <param name="workspace">The exports.</param>
    /// <param name="accounts">Which accounts are one; null leaves accounts as they are.</param>
    /// <param name="contacts">Which contacts are one; null leaves contacts as they are.</param>
    /// <param name="rules">Which record stays and whose values it takes. Default: <see cref="SurvivorshipRules.Default"/>.</param>
    /// <exception cref="ArgumentException">Entities of one kind are given for the other.</exception>
    /// <exception cref="MergeException">The entities were made from other records, or a reference cannot hold the id of the record that stays.</exception>
    /// <exception cref="WorkspaceException">No export holds the kind.</exception>
    /// <remarks>A group one of whose ids also stands in another entity is left as it is, with a finding: no reference could tell which of the two it means.</remarks>
    public static MergePlan Of(Workspace workspace, EntityAssignment? accounts, EntityAssignment? contacts, SurvivorshipRules? rules = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        rules ??= SurvivorshipRules.Default;
        return new MergePlan(
            workspace,
            rules,
            accounts is null ? null : MergeGroups.Of(workspace, accounts, EntityKind.Accounts, rules),
            contacts is null ? null : MergeGroups.Of(workspace, contacts, EntityKind.Contacts, rules));
    }

    /// <summary>Does what the plan says, after checking that nothing is lost by it.</summary>
    /// <returns>The workspace after the merge, and what changed.</returns>
    /// <exception cref="MergeException">ARR in total or in a month would not be the same before and after, an id would lead nowhere, or the rows do not add up; nothing is changed then.</exception>
    public MergeResult Apply() => MergeResult.Of(this);

    /// <inheritdoc/>
    public override Table ToTable() => MergeTables.Cells(this, conflictsOnly: false);
}
