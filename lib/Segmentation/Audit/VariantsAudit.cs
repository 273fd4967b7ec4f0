using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;
using static System.FormattableString;

namespace Segmentation.Audit;

/// <summary>Looks for values of picklist-like fields that are one value spelt in several ways.</summary>
public static class VariantsAudit
{
    /// <summary>
    /// Returns the variants in each picklist-like field of accounts and contacts, with the records and ARR that leak out of a segment through each:
    /// everything that is not under the value of the controlled picklist or, without one, under the most frequent value of the group.
    /// </summary>
    /// <param name="workspace">The exports and their picklists.</param>
    /// <param name="options">Which fields are picklist-like, and how far two spellings may lie apart. Default: <see cref="AuditOptions.Default"/>.</param>
    /// <remarks>Two values that only look alike are not one: values with different numbers, of different countries, or both in the picklist are never
    /// grouped; two that are both frequent and differ in more than spelling or spacing are reported to look at, and nothing counts as leaking.</remarks>
    public static VariantsResult Run(Workspace workspace, AuditOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return Run(new AuditContext(workspace, options));
    }

    internal static VariantsResult Run(AuditContext context)
    {
        var (workspace, options, arr) = (context.Workspace, context.Options, context.Arr);
        var fields = ImmutableArray.CreateBuilder<VariantField>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var kind in new[] { EntityKind.Accounts, EntityKind.Contacts })
        {
            if (workspace.Find(kind) is not { } export) continue;
            foreach (var (column, role) in VariantFields.Of(export, options))
            {
                var allowed = role is not null && workspace.Picklists.TryGetValue(role.Value, out var picklist) ? picklist : [];
                Examine(export, column, role, allowed, arr, options, fields, findings);
            }
        }

        if (fields.Count == 0)
        {
            findings.Add(new Finding("variants", "accounts, contacts", Severity.Info,
                "No picklist-like field was found in accounts or contacts: no values were compared.", 0, null, null, null, OffendingRows.None));
        }

        return new VariantsResult { Fields = fields.ToImmutable(), Findings = findings.ToImmutable() };
    }

    private static void Examine(
        Export export, TextColumn column, Role? role, ImmutableArray<string> allowed, ArrAtStake arr, AuditOptions options,
        ImmutableArray<VariantField>.Builder fields, ImmutableArray<Finding>.Builder findings)
    {
        var counts = new int[column.Dictionary.Length];
        foreach (var code in column.Codes)
        {
            if (code >= 0) counts[code]++;
        }

        var codeOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var code = 0; code < counts.Length; code++)
        {
            if (counts[code] > 0) codeOf[column.Dictionary[code]] = code;
        }

        // A picklist's value is a target even where no record holds it.
        VariantValue[] values = [.. codeOf.Keys.Union(allowed)
            .Select(text => new VariantValue(text, codeOf.TryGetValue(text, out var code) ? counts[code] : 0, allowed.Contains(text)))
            .OrderByDescending(v => v.IsAllowed).ThenByDescending(v => v.Records).ThenBy(v => v.Text, StringComparer.Ordinal)];
        var filled = column.Length - column.NullCount;
        var compared = Math.Min(values.Length, options.ComparedValues);
        var groups = VariantGroups.Of(values, compared, filled * options.FrequentValueShare, new VariantMatcher(options));
        var rows = RowsOf(column, groups.Select(g => codeOf.GetValueOrDefault(values[g.Value].Text, -1)).Where(code => code >= 0).ToHashSet());
        var table = export.Kind.ToString().ToLowerInvariant();
        ImmutableArray<ValueVariant> variants = [.. groups
            .Select(g => (Group: g, Rows: RowsOfValue(values[g.Value].Text)))
            .Select(v => new ValueVariant(table, column.Name, values[v.Group.Target].Text, values[v.Group.Target].Records, values[v.Group.Value].Text, v.Rows.Length, arr.Of(export, v.Rows), v.Group.Kind, v.Group.Verdict))
            .OrderBy(v => v.Verdict == VariantVerdict.Look).ThenByDescending(v => v.TargetRecords).ThenBy(v => v.Target, StringComparer.Ordinal).ThenByDescending(v => v.Records).ThenBy(v => v.Value, StringComparer.Ordinal)];

        int[] leaking = [.. variants.Where(v => v.Verdict != VariantVerdict.Look).SelectMany(v => RowsOfValue(v.Value)).Order()];
        var field = new VariantField(table, column.Name, role, filled, codeOf.Count, compared, leaking.Length, arr.Of(export, leaking), variants);
        fields.Add(field);
        Report(export, column, field, leaking, [.. variants.Where(v => v.Verdict == VariantVerdict.Look).SelectMany(v => RowsOfValue(v.Value)).Order()], values.Length, arr, findings);

        int[] RowsOfValue(string value) => codeOf.TryGetValue(value, out var code) ? rows[code] : [];
    }

    private static void Report(
        Export export, TextColumn column, VariantField field, int[] leaking, int[] looked, int values, ArrAtStake arr, ImmutableArray<Finding>.Builder findings)
    {
        var subject = $"{export.File}, {column.Name}";
        var variants = field.Variants.Where(v => v.Verdict != VariantVerdict.Look).ToList();
        if (leaking.Length > 0)
        {
            var worst = variants.GroupBy(v => v.Target).MaxBy(g => g.Sum(v => v.Records))!;
            findings.Add(new Finding("variants", subject, Severity.Warn,
                Invariant($"{column.Name}: {variants.Count:#,0} values are other spellings of {variants.Select(v => v.Target).Distinct().Count():#,0}; {leaking.Length:#,0} records leak out of their segment, most from \"{worst.Key}\" ({worst.Sum(v => v.Records):#,0})."),
                leaking.Length, field.LeakingShare, field.LeakingArr, null, OffendingRows.None)
            {
                RowsOnDemand = () => OffendingRows.Of(export, $"records that leak through {column.Name}", leaking, arr, column),
            });
        }

        if (looked.Length > 0)
        {
            var pairs = field.Variants.Where(v => v.Verdict == VariantVerdict.Look).ToList();
            findings.Add(new Finding("variants-to-look-at", subject, Severity.Info,
                Invariant($"{column.Name}: {pairs.Count:#,0} values look like others and may be real (\"{pairs[0].Value}\" beside \"{pairs[0].Target}\"): a person decides."),
                looked.Length, (double)looked.Length / field.Filled, arr.Of(export, looked), null, OffendingRows.None)
            {
                RowsOnDemand = () => OffendingRows.Of(export, $"records to look at in {column.Name}", looked, arr, column),
            });
        }

        if (field.Compared < values)
        {
            findings.Add(new Finding("variants-capped", subject, Severity.Info,
                Invariant($"{column.Name} has {values:#,0} values: the {field.Compared:#,0} most frequent were compared in pairs, the others by fingerprint only."),
                values - field.Compared, null, null, null, OffendingRows.None));
        }
    }

    /// <summary>Returns the rows of each wanted code, in order.</summary>
    private static Dictionary<int, int[]> RowsOf(TextColumn column, HashSet<int> wanted)
    {
        var rows = wanted.ToDictionary(code => code, _ => new List<int>());
        var codes = column.Codes;
        for (var row = 0; rows.Count > 0 && row < codes.Length; row++)
        {
            if (codes[row] >= 0 && rows.TryGetValue(codes[row], out var list)) list.Add(row);
        }

        return rows.ToDictionary(r => r.Key, r => r.Value.ToArray());
    }
}
