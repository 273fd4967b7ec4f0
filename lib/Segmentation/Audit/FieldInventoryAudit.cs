using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>Takes stock of every field of accounts and contacts.</summary>
public static class FieldInventoryAudit
{
    /// <summary>Returns the field inventory of accounts and contacts.</summary>
    /// <param name="workspace">The exports.</param>
    /// <param name="options">How many values are listed, and what is valid. Default <see cref="AuditOptions.Default"/>.</param>
    public static FieldInventory Run(Workspace workspace, AuditOptions? options = null) => Run(new AuditContext(workspace, options));

    internal static FieldInventory Run(AuditContext context)
    {
        var fields = ImmutableArray.CreateBuilder<FieldProfile>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var export in context.People)
        {
            var profiles = Profile(context, export);
            fields.AddRange(profiles);
            findings.AddRange(Describe(context, export, profiles));
        }

        return new FieldInventory { Fields = fields.ToImmutable(), Findings = findings.ToImmutable() };
    }

    private static FieldProfile[] Profile(AuditContext context, Export export)
    {
        var summaries = ColumnSummary.OfColumns(export.Table, context.Options.TopValues);
        var decisions = new Dictionary<string, ColumnDecision>(StringComparer.OrdinalIgnoreCase);
        foreach (var decision in export.Load.Columns) decisions.TryAdd(decision.Column, decision);
        var profiles = new FieldProfile[summaries.Length];
        Parallel.For(0, profiles.Length, i =>
        {
            var column = export.Table.Columns[i];
            var validity = context.Validity(export, column);
            var decision = decisions.GetValueOrDefault(column.Name);
            var role = export.Roles.FirstOrDefault(r => r.Column.Equals(column.Name, StringComparison.OrdinalIgnoreCase));
            profiles[i] = new FieldProfile(
                export.Kind,
                export.File,
                role?.Role,
                summaries[i],
                validity.Usable,
                validity.Rule,
                decision?.DisguisedNulls ?? ImmutableSortedDictionary<string, int>.Empty,
                decision?.Undecidable ?? false);
        });
        return profiles;
    }

    private static IEnumerable<Finding> Describe(AuditContext context, Export export, FieldProfile[] profiles)
    {
        var name = Phrase.Name(export.Kind);
        if (export.Table.RowCount == 0)
        {
            yield return new Finding("no-records", name, Severity.Critical, $"{export.File} holds no rows: there is nothing to segment.", 0, null, null, null, OffendingRows.None);
            yield break;
        }

        var empty = profiles.Where(p => p.Summary.ValueCount == 0).ToArray();
        if (empty.Length > 0) yield return OfFields("empty-fields", Severity.Info, $"{Phrase.Count(empty.Length, "field")} of {name} without any value: {Names(empty)}.", empty);

        var constant = profiles.Where(p => p.Summary.IsConstant && p.Summary.ValueCount > 1).ToArray();
        if (constant.Length > 0) yield return OfFields("constant-fields", Severity.Info, $"{Phrase.Count(constant.Length, "field")} of {name} with one value only, which separates nothing: {Names(constant)}.", constant);

        var undecided = profiles.Where(p => p.Undecidable).ToArray();
        if (undecided.Length > 0)
        {
            yield return OfFields(
                "undecidable-fields",
                Severity.Warn,
                $"{Phrase.Count(undecided.Length, "field")} of {name} can be read in two ways (day or month first; comma for decimals or thousands): {Names(undecided)}. One was taken by convention; say in workspace.yaml which is right.",
                undecided);
        }

        var disguised = profiles.Where(p => p.DisguisedNulls.Count > 0).ToArray();
        if (disguised.Length > 0)
        {
            var cells = disguised.Sum(p => p.DisguisedNulls.Values.Sum());
            var worst = disguised.MaxBy(p => p.DisguisedNulls.Values.Sum())!;
            yield return new Finding(
                "disguised-nulls",
                name,
                SeverityRule.OfShare((double)worst.DisguisedNulls.Values.Sum() / export.Table.RowCount, null, context.Options) == Severity.Info ? Severity.Info : Severity.Warn,
                $"{Phrase.Count(cells, "cell")} of {name} hold a token for \"no value\" and count as blank; most of them in {worst.Summary.Column} ({Phrase.Count(worst.DisguisedNulls.Values.Sum())}).",
                cells,
                null,
                null,
                $"warn where one field has {Phrase.Share(context.Options.WarnShare)} or more of its cells so",
                new Table(
                    "disguised nulls",
                    Column.Of("field", disguised.SelectMany(p => p.DisguisedNulls.Select(_ => p.Summary.Column))),
                    Column.Of("token", disguised.SelectMany(p => p.DisguisedNulls.Keys)),
                    Column.Of("cells", disguised.SelectMany(p => p.DisguisedNulls.Values))));
        }

        Finding OfFields(string check, Severity severity, string message, FieldProfile[] fields) => new(
            check,
            name,
            severity,
            message,
            fields.Length,
            (double)fields.Length / profiles.Length,
            null,
            null,
            new Table(check, Column.Of("field", fields.Select(f => f.Summary.Column)), Column.Of("role", fields.Select(f => f.Role is { } r ? Phrase.Name(r) : null))));
    }

    private static string Names(FieldProfile[] fields) => string.Join(", ", fields.Select(f => f.Summary.Column));
}
