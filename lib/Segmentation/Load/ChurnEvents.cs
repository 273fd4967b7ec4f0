using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>Reads on which days accounts churned, from the accounts or from an export of its own, and what they paid until then.</summary>
internal static class ChurnEvents
{
    /// <summary>Stands for an ARR that nobody kept: the account counts as one, its money does not.</summary>
    public const double UnknownAmount = 1;

    /// <summary>Returns the churn dates by account, ascending; and the history that they and the accounts' ARR make, null where there is no date or no ARR.</summary>
    /// <remarks>Each account pays what the event says that it paid, else what the accounts hold, from its start (unknown: always) until the day before its first churn date.</remarks>
    public static (RevenueRows? History, IReadOnlyDictionary<string, ImmutableArray<int>> Days) Of(Workspace workspace)
    {
        var (days, lost) = (new Dictionary<string, SortedSet<int>>(StringComparer.Ordinal), new Dictionary<string, double>(StringComparer.Ordinal));
        Export? source = null;
        foreach (var export in workspace.Exports.OrderByDescending(e => e.Kind == EntityKind.Accounts).ThenByDescending(e => e.Confidence))
        {
            if (export.Kind is not (EntityKind.Accounts or EntityKind.Other or EntityKind.ArrHistory) || export.Find(Role.AccountId) is not { } ids || export.Find(Role.ChurnDate) is not DateColumn dates || export.Find(Role.Period) is not null) continue;
            source ??= export;
            var paid = export.Kind == EntityKind.Accounts ? null : export.Find(Role.Arr) as NumberColumn;
            for (var row = 0; row < ids.Length; row++)
            {
                if (ids.IsNull(row) || dates[row] is not { } day || ids.Raw(row).Trim() is not { Length: > 0 } id) continue;
                if (!days.TryGetValue(id, out var known)) days[id] = known = [];
                known.Add(RevenueRows.Day(day));
                if (paid?[row] is > 0 and var amount) lost[id] = amount;
            }
        }

        var sorted = days.ToDictionary(d => d.Key, d => d.Value.ToImmutableArray(), StringComparer.Ordinal);
        return (source is null || workspace.AccountArr is null ? null : History(workspace, workspace.AccountArr, source, sorted, lost), sorted);
    }

    private static RevenueRows? History(Workspace workspace, NumberColumn arr, Export source, Dictionary<string, ImmutableArray<int>> days, Dictionary<string, double> lost)
    {
        if (workspace.Find(EntityKind.Accounts) is not { } accounts || accounts.Find(Role.AccountId) is not { } ids) return null;
        var (start, asOf) = (accounts.Find(Role.StartDate) as DateColumn, RevenueRows.Day(workspace.AsOf));
        var rows = new List<(string, int, int, double)>();
        var (seen, earliest) = (new HashSet<string>(StringComparer.Ordinal), int.MaxValue);
        for (var row = 0; row < ids.Length; row++)
        {
            if (ids.IsNull(row) || ids.Raw(row).Trim() is not { Length: > 0 } id || !seen.Add(id)) continue;
            var left = days.TryGetValue(id, out var own) ? own[0] : RevenueRows.OpenEnd;
            var amount = lost.TryGetValue(id, out var said) ? said : arr[row] is > 0 and var today ? today : left <= asOf ? UnknownAmount : 0;
            if (amount == 0) continue;
            var from = start?[row] is { } begin && RevenueRows.Day(begin) < left ? RevenueRows.Day(begin) : RevenueRows.OpenStart;
            if (left <= asOf) earliest = Math.Min(earliest, left);
            rows.Add((id, from, left == RevenueRows.OpenEnd ? RevenueRows.OpenEnd : left - 1, amount));
        }

        return earliest == int.MaxValue ? null : RevenueRows.OfEvents(source, rows);
    }
}
