using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Playbook;
using Segmentation.Tables;
using Segmentation.Text;
using static System.FormattableString;

namespace Segmentation.Audit;

/// <summary>Looks at the segmentation that exists today.</summary>
public static class ExistingSegmentationAudit
{
    /// <summary>Returns the segment-like fields of accounts and contacts (segment, life-cycle stage, region, and columns that are called or filled like a tier), with
    /// their values, balance and completeness against the limits.</summary>
    /// <param name="workspace">The exports and limits.</param>
    /// <param name="options">What makes a column segment-like, and a value "Other". Default: <see cref="AuditOptions.Default"/>.</param>
    /// <remarks>Shares of "Other or blank" are of all records; the largest segment's share is of the records in any segment, so that a field
    /// that is half empty does not look balanced. The limits on the number and size of segments are about accounts and are not applied to contacts.</remarks>
    public static ExistingSegmentationResult Run(Workspace workspace, AuditOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var context = new AuditContext(workspace, options);
        return Run(context, VariantsAudit.Run(context));
    }

    internal static ExistingSegmentationResult Run(AuditContext context, VariantsResult variants)
    {
        var (workspace, options, arr) = (context.Workspace, context.Options, context.Arr);
        var fields = ImmutableArray.CreateBuilder<ExistingSegmentationField>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var export in new[] { EntityKind.Accounts, EntityKind.Contacts }.Select(workspace.Find).OfType<Export>())
        {
            foreach (var (column, role, reason) in ExistingSegmentationFields.Of(export, options))
            {
                var spellings = variants.Fields.FirstOrDefault(f => f.Table == Kind(export) && f.Field == column.Name)?.Variants ?? [];
                var (field, rows) = Measure(export, column, role, reason, spellings, arr, options);
                fields.Add(field);
                Judge(export, column, field, rows, arr, workspace.Limits, findings);
            }
        }

        if (fields.Count == 0)
        {
            findings.Add(new Finding("existing-segmentation", "accounts, contacts", Severity.Info,
                $"No segment-like field exists: looked for a segment, life-cycle stage or region, and for columns called {string.Join(", ", options.SegmentWords)}.", 0, null, null, null, OffendingRows.None));
        }

        return new ExistingSegmentationResult { Fields = fields.ToImmutable(), Findings = findings.ToImmutable() };
    }

    private static (ExistingSegmentationField Field, Dictionary<string, int[]> Rows) Measure(
        Export export, TextColumn column, Role? role, string reason, ImmutableArray<ValueVariant> variants, ArrAtStake arr, AuditOptions options)
    {
        var target = variants.Where(v => v.Verdict != VariantVerdict.Look).ToDictionary(v => v.Value, v => v.Target, StringComparer.Ordinal);
        var valueOf = column.Dictionary.ToArray().Select(v => target.GetValueOrDefault(v, v)).ToArray();
        var rows = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var spellings = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        var blank = new List<int>();
        for (var row = 0; row < column.Length; row++)
        {
            var code = column.Codes[row];
            if (code < 0 || string.IsNullOrWhiteSpace(valueOf[code]))
            {
                blank.Add(row);
                continue;
            }

            var value = valueOf[code];
            if (!rows.TryGetValue(value, out var list)) (rows[value], spellings[value]) = (list = [], []);
            list.Add(row);
            spellings[value].Add(code);
        }

        var found = rows.ToDictionary(r => r.Key, r => r.Value.ToArray(), StringComparer.Ordinal);
        var values = found.Select(r => Value(r.Key, spellings[r.Key].Count, r.Value, options.OtherValues.Contains(Folding.Fold(r.Key).Trim())))
            .OrderByDescending(v => v.Records).ThenBy(v => v.Value, StringComparer.Ordinal).ToList();
        if (blank.Count > 0) values.Add(Value(null, 0, [.. blank], true));
        return (new ExistingSegmentationField(Kind(export), column.Name, role, reason, column.Length, [.. values]), found);

        ExistingSegmentationValue Value(string? value, int count, int[] at, bool isOther) => new(value, count, at.Length, (double)at.Length / column.Length, arr.Of(export, at), isOther);
    }

    private static void Judge(
        Export export, TextColumn column, ExistingSegmentationField field, Dictionary<string, int[]> rows, ArrAtStake arr, PlaybookLimits limits, ImmutableArray<Finding>.Builder findings)
    {
        var subject = $"{export.File}, {column.Name}";
        var segments = field.Segments.ToList();
        if (field.OtherShare > limits.OtherShare)
        {
            int[] others = OrphanFindings.Rows(export, row => column[row] is not { } value || string.IsNullOrWhiteSpace(value) || field.Values.Any(v => v.IsOther && v.Value == value));
            Add("segment-other", Severity.Error, Invariant($"{column.Name}: {field.OtherShare:0.0%} of records are in \"Other\" or blank."),
                others, Invariant($"at most {limits.OtherShare:0.#%} in \"Other\" or blank (marketing database playbook)"));
        }

        if (segments.Count == 0 || export.Kind != EntityKind.Accounts) return;
        var largest = segments[0];
        if (field.LargestShare > limits.LargestSegmentWarn)
        {
            var severity = field.LargestShare > limits.LargestSegmentCritical ? Severity.Critical : field.LargestShare > limits.LargestSegmentError ? Severity.Error : Severity.Warn;
            Add("segment-largest", severity, Invariant($"{column.Name}: {field.LargestShare:0.0%} of the assigned accounts are \"{largest.Value}\"."), rows[largest.Value!],
                Invariant($"warn above {limits.LargestSegmentWarn:0.#%} (advisory), error above {limits.LargestSegmentError:0.#%} (QA), critical above {limits.LargestSegmentCritical:0.#%}"));
        }

        if (segments.Count < limits.FewestSegments || segments.Count > limits.MostSegments)
        {
            Add("segment-values", Severity.Warn, Invariant($"{column.Name} has {segments.Count:#,0} values: {(segments.Count < limits.FewestSegments ? "too few to tell accounts apart" : "more than a team works with")}."),
                [], Invariant($"{limits.FewestSegments}-{limits.MostSegments} values a dimension (customer success playbook)"));
        }

        var small = segments.Where(s => s.Records < limits.SmallestSegmentWarn).ToList();
        if (small.Count == 0) return;
        var worst = small.Count(s => s.Records < limits.SmallestSegmentError);
        Add("segment-small", worst > 0 ? Severity.Error : Severity.Warn,
            Invariant($"{column.Name}: {small.Count:#,0} values have fewer than {limits.SmallestSegmentWarn} accounts, {worst:#,0} of these fewer than {limits.SmallestSegmentError}."),
            [.. small.SelectMany(s => rows[s.Value!]).Order()], Invariant($"at least {limits.SmallestSegmentError}-{limits.SmallestSegmentWarn} accounts a segment (customer success playbook)"));

        void Add(string check, Severity severity, string message, int[] at, string limit) => findings.Add(new Finding(
            check, subject, severity, message, at.Length, (double)at.Length / field.Records, at.Length == 0 ? null : arr.Of(export, at), limit,
            OffendingRows.None)
        {
            RowsOnDemand = () => at.Length == 0 ? OffendingRows.None : OffendingRows.Of(export, message, at, arr, column),
        });
    }

    private static string Kind(Export export) => export.Kind.ToString().ToLowerInvariant();
}
