using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Audit;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Calibrate;

/// <summary>Builds the window in which outcomes are watched.</summary>
internal static class OutcomeWindows
{
    // Reckoned for a date from histories and from dates that do not move: contacts from the day each was created, tenure from the contract's start (which is checked where the window is built).
    private static readonly string[] Dated = ["arr", "arr_change_12m", "tenure_months", "usage", "active_share", "adoption", "nps", "contacts"];

    /// <summary>Returns when the values of a field in the window were true.</summary>
    public static FeatureTiming TimingOf(string field, SegmentationFramework framework, CalibrationOptions options) =>
        Dated.Contains(field, StringComparer.OrdinalIgnoreCase) && framework.Fields.FirstOrDefault(f => f.Of == EntityKind.Accounts && f.Definition.Name.Equals(field, StringComparison.OrdinalIgnoreCase))?.Definition.Column is null ? FeatureTiming.BeforeOutcome
        : options.AssumedUnchanged.Contains(field, StringComparer.OrdinalIgnoreCase) ? FeatureTiming.AssumedUnchanged : FeatureTiming.AfterOutcome;

    /// <summary>Returns the window; null, with the reason, where the exports cannot say what became of the accounts.</summary>
    public static OutcomeWindow? Of(Workspace workspace, SegmentationFramework framework, CalibrationOptions options, out string? why)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.WindowMonths, 1);
        why = null;
        if (workspace.AsOf <= DateTime.MinValue.AddYears(2) || RevenueRows.Of(workspace.Exports).FirstOrDefault() is not { } history || history.End(workspace.AsOf) is not { } to)
        {
            why = "the exports hold no history of ARR. Add one: account, month, ARR.";
            return null;
        }

        var from = to.AddMonths(-options.WindowMonths);
        DateTime[] dates = [from, .. Enumerable.Range(1, options.WindowMonths).Select(m => to.AddMonths(m - options.WindowMonths))];
        int[] days = [.. dates.Select(RevenueRows.Day)];
        if (history.Snapshots is not null && history.SnapshotOn(days[0]) < 0)
        {
            why = string.Create(CultureInfo.InvariantCulture, $"the history of ARR does not reach back {options.WindowMonths} months, to {DateColumn.Show(from.Date)}. Choose a shorter window.");
            return null;
        }

        var all = FrameworkRecords.Take(workspace, framework, EntityKind.Accounts, from);
        var notes = new List<string>();
        var (kept, leftOut) = Kept(all, framework, options, notes);
        if (kept.Length == 0)
        {
            why = string.Create(CultureInfo.InvariantCulture, $"no account paid on {DateColumn.Show(from.Date)}.");
            return null;
        }

        var records = CalibrationData.Rows(all, kept);
        var paid = history.On(days);
        var window = Follow(records, history, paid, dates, notes);
        Unknown(all, history, paid, days.Length, notes);
        if (to.Date < workspace.AsOf.Date) notes.Add($"The history of ARR ends before the exports: the window ends on {DateColumn.Show(to.Date)}, not on {DateColumn.Show(workspace.AsOf.Date)}.");
        if (records.Fields.Find("tenure_months") is { NullCount: > 0 } tenure && TimingOf("tenure_months", framework, options) == FeatureTiming.BeforeOutcome)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"tenure_months is blank for {tenure.NullCount:#,0} of them: they paid before their contract's start, so a renewal may have moved it."));
        return window with { ExclusionsLeftOut = leftOut, Notes = [.. notes] };
    }

    /// <summary>Returns the rows that paid and that no exclusion takes out, and the exclusions that cannot be asked.</summary>
    private static (int[] Rows, ImmutableArray<string> LeftOut) Kept(FrameworkRecords all, SegmentationFramework framework, CalibrationOptions options, List<string> notes)
    {
        var arr = all.Arr;
        int[] paying = arr is null ? [] : [.. Enumerable.Range(0, all.Count).Where(r => arr.Values[r] > 0 && !all.Ids.IsNull(r))];
        if (arr is not null && Enumerable.Range(0, all.Count).Count(r => arr.Values[r] < 0) is > 0 and var negative)
            notes.Add($"Left out: {Phrase.Count(negative, "account")} with an ARR below 0 at the start, which is a mistake.");
        var (leftOut, excluded) = (ImmutableArray.CreateBuilder<string>(), new HashSet<int>());
        foreach (var exclusion in framework.Exclusions.Where(e => e.Of == EntityKind.Accounts))
        {
            if (exclusion.Criteria.Fields.Any(f => TimingOf(f, framework, options) == FeatureTiming.AfterOutcome))
            {
                leftOut.Add(exclusion.Name);
                continue;
            }

            var answers = exclusion.Criteria.Evaluate(all.Fields, all.AsOf);
            excluded.UnionWith(paying.Where(r => answers[r] == Truth.True));
        }

        return ([.. paying.Where(r => !excluded.Contains(r))], leftOut.ToImmutable());
    }

    private static OutcomeWindow Follow(FrameworkRecords records, RevenueRows history, double[] amounts, DateTime[] dates, List<string> notes)
    {
        var last = dates.Length - 1;
        var (months, churned, end) = (new int[records.Count], new bool[records.Count], new double[records.Count]);
        Array.Fill(months, last);
        var (vanished, below) = (0, 0);
        for (var r = 0; r < records.Count; r++)
        {
            ReadOnlySpan<double> paid = history.Find(records.Ids[r]!.Trim()) is >= 0 and var place ? amounts.AsSpan(place * dates.Length, dates.Length) : default;
            var before = records.Arr!.Values[r];
            var isBelow = false;
            for (var month = 1; month <= last; month++)
            {
                // Gone from the history is gone; an amount below 0 is a mistake, and the one before it holds.
                var now = paid.IsEmpty || double.IsNaN(paid[month]) ? 0 : paid[month] < 0 ? before : paid[month];
                isBelow |= !paid.IsEmpty && paid[month] < 0;
                if (now == 0 && !churned[r])
                {
                    (months[r], churned[r]) = (month, true);
                    if (paid.IsEmpty || double.IsNaN(paid[month])) vanished++;
                }

                before = now;
            }

            if (isBelow) below++;
            end[r] = before;
        }

        if (vanished > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{vanished:#,0} of those that churned vanished from the history; the rest stand in it with 0."));
        if (below > 0) notes.Add($"{Phrase.Count(below, "account")} with a month of ARR below 0 in the window, which is a mistake: what was paid before it holds.");
        return new(dates[0], dates[^1], records, [.. end], [.. months], [.. churned]);
    }

    /// <summary>Says what paid at the start and is no account of the exports: what became of it is not known.</summary>
    private static void Unknown(FrameworkRecords all, RevenueRows history, double[] amounts, int dates, List<string> notes)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var r = 0; r < all.Count; r++)
        {
            if (all.Ids[r] is { } id) known.Add(id.Trim());
        }

        var (lost, arr) = (0, 0.0);
        for (var place = 0; place < history.Ids.Count; place++)
        {
            if (known.Contains(history.Ids[place]) || !(amounts[place * dates] > 0)) continue;
            lost++;
            arr += amounts[place * dates];
        }

        if (lost > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"Left out: {Phrase.Count(lost, "id")} of the history that paid {arr:#,0} at the start and {(lost == 1 ? "is" : "are")} not among the accounts."));
    }
}
