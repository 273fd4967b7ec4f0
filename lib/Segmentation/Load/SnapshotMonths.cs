namespace Segmentation.Load;

/// <summary>Tells which dates of a history are snapshots of their own, and which belong to another of the same month.</summary>
internal static class SnapshotMonths
{
    /// <summary>Returns the day of the snapshot that each date belongs to.</summary>
    /// <param name="days">The dates, ascending, each once.</param>
    /// <param name="account">Per row the zero-based account; -1 where the row does not count.</param>
    /// <param name="dated">Per row the date.</param>
    /// <param name="accounts">Accounts there are.</param>
    public static Dictionary<int, int> Of(int[] days, int[] account, int[] dated, int accounts)
    {
        var snapshotOf = days.ToDictionary(d => d);
        var mixed = days.GroupBy(Month).Where(m => m.Count() > 1).ToDictionary(m => m.Key, m => m.ToArray());
        if (mixed.Count == 0) return snapshotOf;
        var rows = Enumerable.Range(0, account.Length).Where(r => account[r] >= 0 && mixed.ContainsKey(Month(dated[r]))).GroupBy(r => dated[r]).ToDictionary(g => g.Key, g => g.ToArray());
        foreach (var dates in mixed.Values)
        {
            var (month, named) = (new HashSet<int>(accounts), new Dictionary<int, int>());
            foreach (var day in dates)
            {
                HashSet<int> here = [.. rows[day].Select(r => account[r])];
                named[day] = here.Count;
                month.UnionWith(here);
            }

            // Halves that have no account in common are one snapshot on two dates, not two snapshots.
            var least = WorkspaceOptions.Default.WholeSnapshot * month.Count;
            int[] whole = [.. dates.Where(d => named[d] >= least)];
            if (whole.Length > 1 && whole.Sum(d => named[d]) < month.Count + least) whole = [];
            var last = whole.Length == 0 ? dates[^1] : whole[^1];
            foreach (var day in dates)
            {
                var at = Array.FindIndex(whole, w => w >= day);
                snapshotOf[day] = at < 0 ? last : whole[at];
            }
        }

        return snapshotOf;
    }

    private static int Month(int day) => RevenueRows.Date(day) is var date ? (date.Year * 12) + date.Month : 0;
}
