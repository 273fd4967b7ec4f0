using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Standardize;

/// <summary>What standardising the picklists would do, before anything is changed: every value that is not as it should be, with its target, what led there and what hangs on it.</summary>
public sealed record PicklistProposals : Result
{
    /// <inheritdoc/>
    public override string ResultName => "picklist-proposals";

    /// <summary>Gets the limits and methods in force.</summary>
    public required PicklistOptions Options { get; init; }

    /// <summary>Gets the decisions in force.</summary>
    public required PicklistDecisions Decisions { get; init; }

    /// <summary>Gets every field, accounts first, in the order of <see cref="PicklistOptions.Roles"/>.</summary>
    public required ImmutableArray<PicklistField> Fields { get; init; }

    /// <summary>Gets every distinct value of every field, canonical ones too; a value whose proposal was rejected stands there once more for that.</summary>
    public required ImmutableArray<PicklistProposal> Values { get; init; }

    /// <summary>Gets the values of this run, to be kept as <c>values.csv</c> for the next.</summary>
    public required SeenValues Seen { get; init; }

    /// <summary>Gets what else is to be said, one sentence each.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>Gets one row a field: its list, values before and after, records and ARR that move, wait and are unmapped, values not seen in the last run.</summary>
    public Table Summary => new(
        "picklists by field",
        Column.Of("table", Fields.Select(f => f.Table)),
        Column.Of("field", Fields.Select(f => f.Field)),
        Column.Of("list", Fields.Select(f => f.Source)),
        Column.Of("filled", Fields.Select(f => f.Filled)),
        Column.Of("values before", Fields.Select(f => f.ValuesBefore)),
        Column.Of("values after", Fields.Select(f => f.ValuesAfter)),
        Column.Of("records moved", Fields.Select(f => f.RecordsMoved)),
        Column.Of("ARR moved", Fields.Select(f => f.ArrMoved), NumberFormat.Money),
        Column.Of("records waiting", Fields.Select(f => f.RecordsWaiting)),
        Column.Of("records unmapped", Fields.Select(f => f.RecordsUnmapped)),
        Column.Of("values not seen before", Fields.Select(f => (double?)f.Unseen), NumberFormat.Count));

    /// <summary>Gets one row a value of a list that gains records: records and ARR now, what moves to it, what waits.</summary>
    public Table Effect
    {
        get
        {
            var all = Fields.SelectMany(f => f.Effect.Select(e => (Field: f, Effect: e))).ToArray();
            return new(
                "segments moved",
                Column.Of("table", all.Select(a => a.Field.Table)),
                Column.Of("field", all.Select(a => a.Field.Field)),
                Column.Of("value", all.Select(a => a.Effect.Value)),
                Column.Of("records now", all.Select(a => a.Effect.Records)),
                Column.Of("ARR now", all.Select(a => a.Effect.Arr), NumberFormat.Money),
                Column.Of("records moved", all.Select(a => a.Effect.Moved)),
                Column.Of("ARR moved", all.Select(a => a.Effect.ArrMoved), NumberFormat.Money),
                Column.Of("records after", all.Select(a => a.Effect.RecordsAfter)),
                Column.Of("records waiting", all.Select(a => a.Effect.Waiting)));
        }
    }

    /// <summary>Gets what is applied without further approval.</summary>
    public Table Applied => Rows("picklist values applied", p => p.Status == PicklistStatus.Applied);

    /// <summary>Gets what waits for a person: approve it, or say never, in <c>decisions/picklists.yaml</c>.</summary>
    public Table Waiting => Rows("picklist values waiting", p => p.Status == PicklistStatus.Waiting);

    /// <summary>Gets what was found and the decisions reject for good.</summary>
    public Table Rejected => Rows("picklist values rejected", p => p.Status == PicklistStatus.Rejected);

    /// <summary>Gets the values without a target, with their nearest candidates and scores.</summary>
    public Table Unmapped => Rows("picklist values unmapped", p => p.Status == PicklistStatus.Unmapped);

    /// <summary>Gets the values that the last run did not hold; without rows where nothing is remembered, which <see cref="Notes"/> then says.</summary>
    public Table Unseen => Rows("picklist values not seen in the last run", p => p is { IsUnseen: true, Status: not PicklistStatus.Rejected });

    /// <summary>Returns the decisions in force with every waiting proposal approved, as the text of a <c>picklists.yaml</c>: what is waiting carries its method,
    /// score and records in a comment. Remove what is wrong, or move it under <c>never</c>.</summary>
    public string Draft()
    {
        var comments = new Dictionary<(Role Role, string Written, string Target), string>();
        var roles = Decisions.Roles.ToBuilder();
        foreach (var group in Values.Where(p => p.Status == PicklistStatus.Waiting).GroupBy(p => (p.Role, p.Value, p.Target)))
        {
            var proposal = group.First();
            var rules = roles.GetValueOrDefault(proposal.Role) ?? PicklistRules.None;
            if (rules.Approved.Any(m => m.Written == proposal.Value)) continue;
            roles[proposal.Role] = rules with { Approved = rules.Approved.Add(new(proposal.Value, proposal.Target!)) };
            comments[(proposal.Role, proposal.Value, proposal.Target!)] = string.Create(CultureInfo.InvariantCulture,
                $"waits: {PicklistWords.Of(proposal.Method)}, {NumberColumn.Show(proposal.Score ?? 0, NumberFormat.Score)}, {group.Sum(p => p.Records)} records");
        }

        return PicklistText.Write(Decisions with { Roles = roles.ToImmutable() }, comments);
    }

    /// <inheritdoc/>
    public override Table ToTable() => Rows("picklist proposals", p => p.Status != PicklistStatus.Canonical);

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options) => Notes;

    private Table Rows(string name, Func<PicklistProposal, bool> where)
    {
        PicklistProposal[] all = [.. Values.Where(where).OrderByDescending(p => p.Records)];
        return new(
            name,
            Column.Of("table", all.Select(p => p.Table)),
            Column.Of("field", all.Select(p => p.Field)),
            Column.Of("value", all.Select(p => p.Value)),
            Column.Of("becomes", all.Select(p => p.Target)),
            Column.Of("method", all.Select(p => PicklistWords.Of(p.Method))),
            Column.Of("score", all.Select(p => p.Score), NumberFormat.Score),
            Column.Of("status", all.Select(p => PicklistWords.Of(p.Status))),
            Column.Of("records", all.Select(p => p.Records)),
            Column.Of("ARR", all.Select(p => p.Arr), NumberFormat.Money),
            Column.Of("nearest", all.Select(PicklistWords.Candidates)));
    }
}
