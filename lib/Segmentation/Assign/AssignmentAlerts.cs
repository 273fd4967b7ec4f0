using System.Collections.Immutable;
using System.Net;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Assign;

/// <summary>The alert list: every record that is Unassigned and why, and what else a person has to look at, the largest ARR first.</summary>
public sealed record AssignmentAlerts : Result
{
    private AssignmentAlerts(ImmutableArray<AssignmentAlert> all) => All = all;

    /// <inheritdoc/>
    public override string ResultName => "assignment-alerts";

    /// <summary>Gets the alerts, accounts before contacts, the largest ARR first; those without ARR last, in the order of dimensions and records.</summary>
    public ImmutableArray<AssignmentAlert> All { get; }

    /// <summary>Gets one row a cause: whose, dimension, kind, cause, records, and their ARR (of contacts none: several share an account's), most records first.</summary>
    public Table Summary
    {
        get
        {
            var groups = All.GroupBy(a => (a.Of, a.Dimension, a.Kind, a.Cause)).OrderBy(g => g.Key.Of).ThenByDescending(g => g.Count()).ThenBy(g => g.Key.Dimension, StringComparer.Ordinal).ThenBy(g => g.Key.Cause, StringComparer.Ordinal).ToArray();
            return new(
                "alerts by cause",
                Column.Of("of", groups.Select(g => SnakeName.Of(g.Key.Of))),
                Column.Of("dimension", groups.Select(g => g.Key.Dimension)),
                Column.Of("alert", groups.Select(g => Words(g.Key.Kind))),
                Column.Of("cause", groups.Select(g => g.Key.Cause)),
                Column.Of("records", groups.Select(g => g.Count())),
                Column.Of("ARR", groups.Select(g => g.Key.Of == EntityKind.Accounts && g.Any(a => a.Arr is not null) ? g.Sum(a => a.Arr ?? 0) : (double?)null), NumberFormat.Money));
        }
    }

    /// <summary>Returns one row an alert: whose, id, name, dimension, alert, reason, ARR, owner.</summary>
    public override Table ToTable() => new(
        "alerts",
        Column.Of("of", All.Select(a => SnakeName.Of(a.Of))),
        Column.Of("id", All.Select(a => a.Id)),
        Column.Of("name", All.Select(a => a.Name)).AsPersonal(),
        Column.Of("dimension", All.Select(a => a.Dimension)),
        Column.Of("alert", All.Select(a => Words(a.Kind))),
        Column.Of("reason", All.Select(a => a.Reason)),
        Column.Of("ARR", All.Select(a => a.Arr), NumberFormat.Money),
        Column.Of("owner", All.Select(a => a.Owner)).AsPersonal());

    /// <inheritdoc/>
    public override string ToHtml(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return $"{Summary.ToHtml(options)}<p>{WebUtility.HtmlEncode(Note)}</p>{base.ToHtml(options)}";
    }

    /// <inheritdoc/>
    public override string ToString(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return $"{Summary.ToString(options)}\n{Note}\n{base.ToString(options)}";
    }

    /// <summary>Returns the alerts of an assignment.</summary>
    internal static AssignmentAlerts Of(AssignmentResult assignment)
    {
        var all = new List<AssignmentAlert>();
        foreach (var side in new[] { assignment.Accounts, assignment.Contacts }.OfType<RecordAssignment>())
        {
            OfOverrides(side, all);
            OfExclusions(side, all);
            foreach (var place in side.Dimensions) OfDimension(side, place, all);
        }

        return new([.. all.OrderBy(a => a.Of).ThenByDescending(a => a.Arr ?? double.NegativeInfinity)]);
    }

    private static string Note => "A record is listed once a dimension; accounts come before contacts, the largest ARR first.";

    private static void OfDimension(RecordAssignment side, DimensionAssignment place, List<AssignmentAlert> all)
    {
        // Records that share their open answer share their words.
        (string Cause, string Reason)[] open = [.. place.OpenAnswers.Select(a => (AssignmentReason.Blank(a, side.Records), string.Empty))];
        for (var row = 0; row < side.Records.Count; row++)
        {
            var (state, at) = (place.State[row], place.Open.Length > 0 ? place.Open[row] : -1);
            if (at >= 0 && open[at].Reason.Length == 0) open[at].Reason = AssignmentReason.Of(place, side.Records, row);
            if (state == AssignmentState.Blank) all.Add(Alert(side, AlertKind.Blank, row, place.Dimension.Name, open[at].Cause, open[at].Reason));
            else if (state == AssignmentState.Uncovered) all.Add(Alert(side, AlertKind.Uncovered, row, place.Dimension.Name, "no rule covers its values", AssignmentReason.Of(place, side.Records, row)));
            else if (at >= 0) all.Add(Alert(side, AlertKind.SkippedBlank, row, place.Dimension.Name, open[at].Cause, $"{place.NameOf(row)}, though {open[at].Reason}"));
        }
    }

    private static void OfExclusions(RecordAssignment side, List<AssignmentAlert> all)
    {
        for (var row = 0; row < side.OpenExclusion.Length; row++)
        {
            if (side.OpenExclusion[row] < 0) continue;
            var exclusion = side.Framework.Exclusions[side.OpenExclusion[row]];
            var blank = exclusion.Criteria.Fields.Where(f => side.Records.Fields[f].IsNull(row)).Select(f => ExplanationWords.Field(side.Records, side.Records.Fields.Columns.IndexOf(side.Records.Fields[f])));
            var cause = $"{exclusion.Name}: {ExplanationWords.And(blank)} blank";
            all.Add(Alert(side, AlertKind.OpenExclusion, row, null, cause, $"{cause}; not excluded"));
        }
    }

    private static void OfOverrides(RecordAssignment side, List<AssignmentAlert> all)
    {
        foreach (var given in side.Framework.Overrides)
        {
            if (AssignmentOverrides.WhyNot(side.Framework, given, side) is not { } why) continue;
            var row = Enumerable.Range(0, side.Records.Count).FirstOrDefault(r => side.Records.Ids[r] == given.RecordId, -1);
            var reason = $"the override to {given.Segment} by {given.Owner} does not hold: {why}";
            all.Add(row >= 0 ? Alert(side, AlertKind.Override, row, given.Dimension, "an override does not hold", reason)
                : new(side.Records.Of, AlertKind.Override, -1, given.RecordId, given.Dimension, "an override does not hold", reason));
        }
    }

    private static AssignmentAlert Alert(RecordAssignment side, AlertKind kind, int row, string? dimension, string cause, string reason) =>
        new(side.Records.Of, kind, row, side.Records.Ids[row], dimension, cause, reason) { Name = side.Records.Names?[row], Arr = side.Records.Arr?[row], Owner = side.Records.Owners?[row] };

    private static string Words(AlertKind kind) => kind switch
    {
        AlertKind.Blank => "Unassigned: blank",
        AlertKind.Uncovered => "Unassigned: no rule",
        AlertKind.SkippedBlank => "blank skipped",
        AlertKind.OpenExclusion => "exclusion open",
        _ => "override",
    };
}
