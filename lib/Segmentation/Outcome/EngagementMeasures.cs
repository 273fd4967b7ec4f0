using System.Collections.Immutable;
using Segmentation.Audit;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>Finds what the exports say of engagement in a window, record by record.</summary>
internal sealed class EngagementMeasures(Workspace workspace, FrameworkRecords records, DateTime start, DateTime end)
{
    private static readonly string[] OpenDates = ["lastmarketingemailopendate", "hsemaillastopendate", "lastemailopendate", "lastopendate", "emaillastopendate", "lastopened"];
    private static readonly string[] ClickDates = ["lastmarketingemailclickdate", "hsemaillastclickdate", "lastemailclickdate", "lastclickdate", "emaillastclickdate", "lastclicked"];
    private static readonly string[] Opens = ["opens", "opened", "emailsopened", "emailopens", "emailopened", "uniqueopens"];
    private static readonly string[] Clicks = ["clicks", "clicked", "emailsclicked", "emailclicks", "emailclicked", "uniqueclicks"];
    private static readonly string[] Sent = ["delivered", "emailsdelivered", "emaildelivered", "sent", "emailssent", "emailsent"];
    private static readonly string[] Active = ["activeusers", "monthlyactiveusers", "mau"];
    private static readonly string[] Licensed = ["licensedusers", "licenses", "licences", "seats", "licensedseats", "purchasedseats", "totalseats"];

    private static readonly string[] Logins = ["logins", "logincount", "numberoflogins", "sessions", "sessioncount"];

    private readonly List<string> notes = [];

    /// <summary>Gets what was noticed, one sentence each.</summary>
    public ImmutableArray<string> Notes => [.. notes];

    /// <summary>Returns the measures that the exports hold, in a fixed order.</summary>
    public IEnumerable<EngagementMeasure> All()
    {
        foreach (var measure in OfRecords()) yield return measure;
        foreach (var measure in OfExport()) yield return measure;
    }

    private IEnumerable<EngagementMeasure> OfRecords()
    {
        var export = workspace.Require(records.Of);
        int[] place = RowsOf(export);
        (string Name, string What, Column? Column)[] dates =
        [
            ("active", "activity", export.Find(Role.LastActivityDate)),
            ("opened", "open", Named(export, OpenDates)),
            ("clicked", "click", Named(export, ClickDates)),
        ];
        foreach (var (name, what, column) in dates)
        {
            if (column is not DateColumn days) continue;
            if (end.Date < workspace.AsOf.Date)
            {
                notes.Add($"'{days.Name}' holds the last {what} only: who was engaged in a window that ended before {DateColumn.Show(workspace.AsOf.Date)} and again later cannot be told, so that it is not used.");
                continue;
            }

            var future = Enumerable.Range(0, records.Count).Count(r => place[r] >= 0 && days[place[r]]?.Date > end.Date);
            if (future > 0) notes.Add($"'{days.Name}' lies after {DateColumn.Show(end)} for {Phrase.Count(future, "record")}, which is a mistake: left out of {name}.");
            yield return new(name, $"'{days.Name}' in the window; a blank date is no {what}.", [.. Enumerable.Range(0, records.Count).Select(r => place[r] < 0 || days[place[r]]?.Date > end.Date ? double.NaN : days[place[r]]?.Date > start.Date ? 1 : 0)], [], true);
        }
    }

    private IEnumerable<EngagementMeasure> OfExport()
    {
        if (workspace.Find(EntityKind.Engagement) is not { } export || export.Find(Role.Period) is not DateColumn period) yield break;
        var keys = records.Of == EntityKind.Contacts ? export.Find(Role.ContactId) : export.Find(Role.AccountId);
        if (keys is null) yield break;
        var of = AccountIndex.Of(records.Ids).RowsOf(keys);
        int[] rows = [.. Enumerable.Range(0, of.Length).Where(r => of[r] >= 0 && period[r] is { } day && day.Date > start.Date && day.Date <= end.Date)];
        if (rows.Length == 0)
        {
            notes.Add($"{export.File} holds no row of these records in the window.");
            yield break;
        }

        var seen = Sum(null);
        if (records.Of == EntityKind.Contacts)
        {
            var sent = Numbers(export, Sent);
            var reached = sent is null ? seen : Sum(sent);
            foreach (var (name, column) in new[] { ("opened a campaign", Numbers(export, Opens)), ("clicked in a campaign", Numbers(export, Clicks)) })
            {
                if (column is null) continue;
                var did = Sum(column);
                yield return new(name, $"'{column.Name}' above 0 in the window, of those with {(sent is null ? "a row" : $"'{sent.Name}' above 0")} in it.", [.. did.Select((d, r) => !(reached[r] > 0) ? double.NaN : d > 0 ? 1 : 0)], [], true);
            }

            yield break;
        }

        if (export.Find(Role.Usage) is NumberColumn usage)
        {
            var used = Sum(usage);
            yield return new("in use", $"'{usage.Name}' above 0 in the window, of the accounts with a row in it.", [.. used.Select((u, r) => seen[r] > 0 ? u > 0 ? 1 : 0 : double.NaN)], [], true);
        }

        if (Numbers(export, Active) is { } active && Numbers(export, Licensed) is { } licensed)
        {
            var (users, seats) = (Sum(active), Sum(licensed));
            yield return new("active share", $"'{active.Name}' over '{licensed.Name}', both summed over the window; of the accounts with licences.", [.. users.Select((u, r) => seats[r] > 0 ? u : double.NaN)], [.. seats], true);
        }

        // A count of logins grows with the account's size: it is told by licence where there are any.
        if ((Numbers(export, Logins) ?? export.Find(Role.Usage) as NumberColumn) is { } counted)
        {
            var (sums, by) = (Sum(counted), Numbers(export, Licensed) is { } seats ? Sum(seats) : seen);
            var unit = by == seen ? "account" : "licence";
            yield return new($"{counted.Name.ToLowerInvariant()} a month and {unit}", $"'{counted.Name}' over the {unit}s of each month with a row, both summed over the window.", [.. sums.Select((u, r) => by[r] > 0 ? u : double.NaN)], [.. by], false);
        }

        double[] Sum(NumberColumn? column)
        {
            var sums = new double[records.Count];
            foreach (var row in rows) sums[of[row]] += column is null ? 1 : Math.Max(0, column[row] ?? 0);
            return sums;
        }
    }

    private int[] RowsOf(Export export) => AccountIndex.Of(export.Require(records.Of == EntityKind.Contacts ? Role.ContactId : Role.AccountId)).RowsOf(records.Ids);

    private static NumberColumn? Numbers(Export export, string[] keys) => Named(export, keys) as NumberColumn;

    private static Column? Named(Export export, string[] keys) => export.Table.Columns.FirstOrDefault(c => keys.Contains(HeaderKey.Of(c.Name)));
}
