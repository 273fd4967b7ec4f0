using System.Globalization;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Calibrate;

/// <summary>Builds the window in which outcomes are watched.</summary>
internal static class OutcomeWindows
{
    // Reckoned for a date from histories and dates of the exports; contacts from the day each was created.
    private static readonly string[] Dated = ["arr", "arr_change_12m", "tenure_months", "usage", "active_share", "adoption", "nps", "contacts"];

    /// <summary>Returns when the values of a field in the window were true.</summary>
    public static FeatureTiming TimingOf(string field, SegmentationFramework framework, CalibrationOptions options) =>
        Dated.Contains(field, StringComparer.OrdinalIgnoreCase) && framework.Fields.FirstOrDefault(f => f.Of == EntityKind.Accounts && f.Definition.Name.Equals(field, StringComparison.OrdinalIgnoreCase))?.Definition.Column is null ? FeatureTiming.BeforeOutcome
        : options.AssumedUnchanged.Contains(field, StringComparer.OrdinalIgnoreCase) ? FeatureTiming.AssumedUnchanged : FeatureTiming.AfterOutcome;

    /// <summary>Returns the window; null, with the reason, where the exports cannot say what became of the accounts.</summary>
    public static OutcomeWindow? Of(Workspace workspace, SegmentationFramework framework, CalibrationOptions options, out string? why)
    {
        var to = workspace.AsOf;
        why = null;
        if (to <= DateTime.MinValue.AddYears(2) || AccountRevenue.OfHistory(workspace.Exports, to).Arr is null)
        {
            why = "the exports hold no history of ARR. Add one: account, month, ARR.";
            return null;
        }

        var from = to.AddMonths(-options.WindowMonths);
        if (AccountRevenue.OfHistory(workspace.Exports, from).Arr is null)
        {
            why = string.Create(CultureInfo.InvariantCulture, $"the history of ARR does not reach back {options.WindowMonths} months, to {DateColumn.Show(from.Date)}. Choose a shorter window.");
            return null;
        }

        var all = FrameworkRecords.Take(workspace, framework, EntityKind.Accounts, from);
        var rowOf = Enumerable.Range(0, workspace.Require(EntityKind.Accounts).Table.RowCount).ToArray();
        var kept = Enumerable.Range(0, all.Count).Where(r => all.Arr!.Values[r] > 0).ToArray();
        var (out0, excluded) = (new List<string>(), new HashSet<int>());
        foreach (var exclusion in framework.Exclusions.Where(e => e.Of == EntityKind.Accounts))
        {
            if (exclusion.Criteria.Fields.Any(f => TimingOf(f, framework, options) == FeatureTiming.AfterOutcome))
            {
                out0.Add(exclusion.Name);
                continue;
            }

            var answers = exclusion.Criteria.Evaluate(all.Fields, all.AsOf);
            excluded.UnionWith(kept.Where(r => answers[r] == Truth.True));
        }

        var records = CalibrationData.Rows(all, [.. kept.Where(r => !excluded.Contains(r))]);
        if (records.Count == 0)
        {
            why = string.Create(CultureInfo.InvariantCulture, $"no account paid on {DateColumn.Show(from.Date)}.");
            return null;
        }

        // The history is aligned with the accounts of the export; the records of the window are found in it by id.
        var ids = workspace.Require(EntityKind.Accounts).Require(Role.AccountId);
        var place = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rowOf)
        {
            if (!ids.IsNull(row)) place.TryAdd(ids.Raw(row).Trim(), row);
        }

        var (months, churned, end) = (new int[records.Count], new bool[records.Count], new double[records.Count]);
        Array.Fill(months, options.WindowMonths);
        for (var month = 1; month <= options.WindowMonths; month++)
        {
            var arr = AccountRevenue.OfHistory(workspace.Exports, month == options.WindowMonths ? to : from.AddMonths(month)).Arr!;
            for (var r = 0; r < records.Count; r++)
            {
                var pays = records.Ids[r] is { } id && place.TryGetValue(id.Trim(), out var row) && arr.Values[row] > 0 ? arr.Values[row] : 0;
                if (pays == 0 && !churned[r]) (months[r], churned[r]) = (month, true);
                if (month == options.WindowMonths) end[r] = pays;
            }
        }

        return new(from, to, records, [.. end], [.. months], [.. churned]) { ExclusionsLeftOut = [.. out0] };
    }
}
