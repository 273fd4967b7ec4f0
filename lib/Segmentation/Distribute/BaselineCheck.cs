using System.Globalization;
using Segmentation.Assign;
using Segmentation.Audit;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Playbook;
using Segmentation.Tables;

namespace Segmentation.Distribute;

/// <summary>Counts the records that are Unassigned now and were not in an earlier assignment.</summary>
internal static class BaselineCheck
{
    public const string Name = "new-unassigned";

    public static Table NoRecords => List([], null);

    public static (IReadOnlyList<DistributionCheck> Checks, Table Records) Of(AssignmentResult now, AssignmentResult then)
    {
        // The limit is one on accounts; contacts have none.
        if (now.Accounts is not { } records) return ([], NoRecords);
        var before = then.Accounts is { } earlier ? RowsById(earlier.Records.Ids) : [];
        var (checks, found) = (new List<DistributionCheck>(), new List<(string Dimension, int Row, string Was, string? Blank)>());
        foreach (var dimension in records.Dimensions)
        {
            var name = dimension.Dimension.Name;
            var was = then.Accounts?.Dimensions.FirstOrDefault(d => d.Dimension.Name == name);
            var first = found.Count;
            for (var row = 0; was is not null && row < dimension.Segment.Length; row++)
            {
                if (dimension.Segment[row] >= 0 || dimension.State[row] == AssignmentState.Excluded) continue;
                var state = records.Records.Ids[row] is { } id && before.TryGetValue(id, out var at) ? was.NameOf(at) : "not there";
                if (state == DimensionAssignment.Unassigned) continue;
                found.Add((name, row, state, dimension.BlankField[row] is >= 0 and var field ? records.Records.Fields.Columns[field].Name : null));
            }

            checks.Add(Judge(name, was is null ? null : found.Count - first, found.Skip(first).Count(f => f.Was == "not there"), now.Framework.Limits));
        }

        return (checks, List(found, records.Records));
    }

    private static DistributionCheck Judge(string dimension, int? count, int added, PlaybookLimits limits)
    {
        var verdict = SegmentLimits.Judge(count > limits.NewUnassigned ? (Severity.Warn, "new") : null,
            string.Create(CultureInfo.InvariantCulture, $"at most {limits.NewUnassigned:#,0} accounts newly Unassigned since the baseline (customer success playbook)"), nameof(limits.NewUnassigned));
        var found = count is null ? "the baseline has no such dimension"
            : $"{Phrase.Count(count.Value, "account")} newly Unassigned, {Phrase.Count(added)} of them not in the baseline at all";
        return new(Name, EntityKind.Accounts, dimension, null, verdict.Severity, found, count, count ?? 0, verdict.Limit, verdict.Keys,
            verdict.Severity is null ? null : "Look at the fields that went blank, and at where new accounts come from.");
    }

    private static Dictionary<string, int> RowsById(TextColumn ids)
    {
        var rows = new Dictionary<string, int>(ids.Length, StringComparer.Ordinal);
        for (var row = 0; row < ids.Length; row++)
        {
            if (ids[row] is { } id) rows.TryAdd(id, row);
        }

        return rows;
    }

    private static Table List(List<(string Dimension, int Row, string Was, string? Blank)> found, FrameworkRecords? records)
    {
        int[] rows = [.. found.Select(f => f.Row)];
        IEnumerable<Column> arr = records?.Arr is { } amounts ? [amounts.Take(rows).Rename("ARR")] : [];
        IEnumerable<Column> names = records?.Names is { } text ? [text.Take(rows).Rename("name").AsPersonal()] : [];
        return new(
            "newly Unassigned",
            [
                Column.Of("dimension", found.Select(f => f.Dimension)),
                records?.Ids.Take(rows).Rename("id") ?? Column.Of("id", Array.Empty<string?>()),
                .. names,
                .. arr,
                Column.Of("was", found.Select(f => f.Was)),
                Column.Of("blank field", found.Select(f => f.Blank)),
            ]);
    }
}
