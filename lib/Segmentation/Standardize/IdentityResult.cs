using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Standardize;

/// <summary>Names, domains, phones or emails in their standard form, and what became of every value.</summary>
public sealed record IdentityResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => $"standardised-{Step}";

    /// <summary>Gets what was standardised: <c>names</c>, <c>domains</c>, <c>phones</c>, <c>emails</c>, or <c>identity</c> for all of them.</summary>
    public required string Step { get; init; }

    /// <summary>Gets the workspace after the step.</summary>
    public required Workspace Workspace { get; init; }

    /// <summary>Gets what changed, accounts before contacts within a step. Undo in reverse order.</summary>
    public required ImmutableArray<TableChange> Changes { get; init; }

    /// <summary>Gets the fates of the values: by table and field, in the order of the verdicts, the most records first.</summary>
    public required ImmutableArray<IdentityOutcome> Outcomes { get; init; }

    /// <summary>Gets the values that are not usable: table, record, field, value, why. They stay in the table unless the options say otherwise.</summary>
    public required Table Aside { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"{Step} standardised",
        Column.Of("table", Outcomes.Select(o => o.Table)),
        Column.Of("field", Outcomes.Select(o => o.Field)),
        Column.Of("became", Outcomes.Select(o => Words(o.Verdict))),
        Column.Of("because", Outcomes.Select(o => o.Reason)),
        Column.Of("records", Outcomes.Select(o => o.Records)),
        Column.Of("distinct", Outcomes.Select(o => o.Distinct)));

    /// <summary>Returns the results of steps that followed one another as one.</summary>
    internal static IdentityResult Of(string step, Workspace workspace, IReadOnlyList<IdentityResult> parts)
    {
        var aside = parts.SelectMany(p => Enumerable.Range(0, p.Aside.RowCount).Select(row => (p.Aside, Row: row))).ToArray();
        return new()
        {
            Step = step,
            Workspace = workspace,
            Changes = [.. parts.SelectMany(p => p.Changes)],
            Outcomes = [.. parts.SelectMany(p => p.Outcomes)],
            Aside = AsideTable(aside.Select(a => (Text(a, "table")!, Text(a, "record"), Text(a, "field")!, Text(a, "value")!, Text(a, "why")!))),
        };

        static string? Text((Table Aside, int Row) place, string column) => place.Aside.Text(column)[place.Row];
    }

    /// <summary>Returns the table of the values that are not usable.</summary>
    internal static Table AsideTable(IEnumerable<(string Table, string? Record, string Field, string Value, string Why)> rows)
    {
        var all = rows.ToArray();
        return new(
            "values that are not usable",
            Column.Of("table", all.Select(a => a.Table)),
            Column.Of("record", all.Select(a => a.Record)),
            Column.Of("field", all.Select(a => a.Field)),
            Column.Of("value", all.Select(a => a.Value)).AsPersonal(),
            Column.Of("why", all.Select(a => a.Why)));
    }

    private static string Words(IdentityVerdict verdict) => verdict switch
    {
        IdentityVerdict.Standard => "standard already",
        IdentityVerdict.NotUsable => "not usable",
        _ => verdict.ToString().ToLowerInvariant(),
    };
}
