using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>Measures how old records are, how many are stale, and how fast they go quiet.</summary>
public static class FreshnessAudit
{
    // The mean Gregorian year.
    private const double DaysPerYear = 365.2425;

    /// <summary>Returns the freshness of accounts and contacts by last activity and by last modification.</summary>
    /// <param name="workspace">The exports, with the as-of date and the limits in force.</param>
    /// <param name="options">What is a plausible date. Default <see cref="AuditOptions.Default"/>.</param>
    /// <remarks>
    /// The implied decay assumes a constant hazard: from its creation on, a record goes quiet at one rate at all ages, and one that has not is
    /// touched at least once within the stale limit. Whether a record is quiet can be known only up to the stale limit before the as-of
    /// date, so follow-up ends there: events are records last touched by then, time at risk runs from creation to the last touch or to that
    /// day. Rate = events / time; decay = 1 - exp(-rate). A bulk change that touches every record hides decay, and records deleted
    /// before the export are not seen: read it as a lower bound.
    /// </remarks>
    public static FreshnessResult Run(Workspace workspace, AuditOptions? options = null) => Run(new AuditContext(workspace, options));

    internal static FreshnessResult Run(AuditContext context)
    {
        var rows = ImmutableArray.CreateBuilder<FreshnessRow>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var export in context.People)
        {
            foreach (var (role, basis) in new[] { (Role.LastActivityDate, "last activity"), (Role.ModifiedDate, "last modification") })
            {
                if (context.Workspace.AsOf == DateTime.MinValue || export.Find(role) is not DateColumn dates)
                {
                    findings.Add(Missing(export, role, basis));
                    continue;
                }

                var (row, stale, arr) = Measure(context, export, dates, basis);
                rows.Add(row);
                findings.AddRange(Describe(context, export, dates, row, stale, arr));
            }
        }

        return new FreshnessResult { AsOf = context.Workspace.AsOf.Date, StaleMonths = context.Limits.StaleMonths, Rows = rows.ToImmutable(), Findings = findings.ToImmutable() };
    }

    private static (FreshnessRow Row, int[] Stale, double? StaleArr) Measure(AuditContext context, Export export, DateColumn dates, string basis)
    {
        var asOf = context.Workspace.AsOf.Date;
        var undated = context.Validity(export, dates).Unusable;
        var staleFrom = asOf.AddMonths(-context.Limits.StaleMonths);
        var stale = new List<int>();
        var days = new int[(asOf - context.Options.EarliestDate).Days + 1];
        for (var row = 0; row < dates.Length; row++)
        {
            if (undated[row]) continue;
            var date = dates.Values[row].Date;
            days[Math.Clamp((asOf - date).Days, 0, days.Length - 1)]++;
            if (date <= staleFrom) stale.Add(row);
        }

        var dated = dates.Length - undated.Count;
        var staleArr = StaleArr(context, export, dates, undated, staleFrom);
        return (new FreshnessRow(
            export.Kind,
            basis,
            dates.Name,
            dates.Length,
            dated,
            Median(days, dated),
            stale.Count,
            ProportionInterval.Wilson(stale.Count, dated, context.Limits.Confidence),
            context.ShareOfArr(staleArr),
            Decay(context, export, dates, undated, staleFrom),
            Curve(days, dated, asOf, context.Options.CurveMonths)), [.. stale], staleArr);
    }

    private static int? Median(int[] days, int dated)
    {
        if (dated == 0) return null;
        var (age, seen) = (0, days[0]);
        while (seen < (dated + 1) / 2) seen += days[++age];
        return age;
    }

    /// <summary>Returns the ARR of the accounts whose every dated record is stale.</summary>
    private static double? StaleArr(AuditContext context, Export export, DateColumn dates, NullMask undated, DateTime staleFrom)
    {
        var notFresh = NullMask.Where(dates.Length, row => undated[row] || dates.Values[row].Date <= staleFrom);
        return context.Arr.Outside(export, undated) - context.Arr.Outside(export, notFresh);
    }

    private static ImmutableArray<double> Curve(int[] days, int dated, DateTime asOf, int months)
    {
        if (dated == 0) return [];
        var curve = ImmutableArray.CreateBuilder<double>(months + 1);
        var (age, younger) = (0, 0);
        for (var m = 0; m <= months; m++)
        {
            for (var boundary = Math.Min(days.Length, (asOf - asOf.AddMonths(-m)).Days); age < boundary; age++) younger += days[age];
            curve.Add((double)(dated - younger) / dated);
        }

        return curve.MoveToImmutable();
    }

    private static ImpliedDecay Decay(AuditContext context, Export export, DateColumn dates, NullMask undated, DateTime staleFrom)
    {
        if (export.Find(Role.CreatedDate) is not DateColumn created) return ImpliedDecay.Unanswered("No creation date: the time at risk is unknown.");
        var notCreated = context.Validity(export, created).Unusable;
        var (events, atRisk, leftOut) = (0, 0.0, 0);
        for (var row = 0; row < dates.Length; row++)
        {
            var (touched, start) = (dates.Values[row].Date, created.Values[row].Date);
            if (undated[row] || notCreated[row] || touched < start)
            {
                leftOut++;
                continue;
            }

            if (start >= staleFrom) continue;
            atRisk += ((touched <= staleFrom ? touched : staleFrom) - start).Days / DaysPerYear;
            if (touched <= staleFrom) events++;
        }

        if (atRisk <= 0) return ImpliedDecay.Unanswered($"No record was created more than {Phrase.Count(context.Limits.StaleMonths)} months ago: it is too early to tell.");
        var note = $"constant hazard: {Phrase.Count(events)} went quiet in {Phrase.Count((int)Math.Round(atRisk))} record-years"
            + (leftOut > 0 ? $"; {Phrase.Count(leftOut)} left out (a date missing, impossible, or before creation)" : string.Empty);
        return ImpliedDecay.Of(events, atRisk, note, context.Limits);
    }

    private static IEnumerable<Finding> Describe(AuditContext context, Export export, DateColumn dates, FreshnessRow row, int[] stale, double? staleArr)
    {
        var (limits, name) = (context.Limits, Phrase.Name(export.Kind));
        if (row.StaleShare is not { } share) yield break;
        yield return context.About(
            export,
            $"stale-by-{row.Basis.Replace(' ', '-')}",
            $"{name}: {row.Column}",
            SeverityRule.OfStale(share, limits),
            $"{name}: the {row.Basis} lies {Phrase.Count(limits.StaleMonths)} months back or more on {Phrase.Share(share, row.StaleInterval)} of {Phrase.Count(row.Dated, "dated record")}; the median is {Phrase.Count(row.MedianAgeDays ?? 0)} days old.",
            stale,
            row.Dated,
            $"stale from {Phrase.Count(limits.StaleMonths)} months; warn above {Phrase.Share(limits.DecayHigh)}, the most that the playbooks expect to decay in a year",
            dates) with
        { ArrAtStake = staleArr };
        if (row.Decay.Interval is not { } interval) yield break;
        yield return new Finding(
            $"decay-by-{row.Basis.Replace(' ', '-')}",
            $"{name}: {row.Column}",
            row.Decay.Verdict == DecayVerdict.Faster ? Severity.Warn : Severity.Info,
            $"{name}: {Phrase.Share(row.Decay.YearlyDecay ?? 0, interval)} of the records go quiet in a year by {row.Basis}: {FreshnessResult.Say(row.Decay.Verdict)} against the playbooks' {Phrase.Share(limits.DecayLow)} to {Phrase.Share(limits.DecayHigh)}.",
            row.Decay.WentQuiet,
            null,
            null,
            $"{Phrase.Share(limits.DecayLow)} to {Phrase.Share(limits.DecayHigh)} a year (both playbooks); {row.Decay.Note}",
            OffendingRows.None);
    }

    private static Finding Missing(Export export, Role role, string basis) => new(
        $"missing-role-{Phrase.Slug(role)}",
        $"{Phrase.Name(export.Kind)}: {basis}",
        Severity.Info,
        export.Find(role) is { } column
            ? $"{export.File}: '{column.Name}' should tell the {basis} but does not read as dates. Set its type or date order under 'columns' in workspace.yaml."
            : $"{export.File} has no column for the {basis}: looked for {export.LookedFor(role)}. Name the column in workspace.yaml.",
        export.Table.RowCount,
        null,
        null,
        null,
        OffendingRows.None);
}
