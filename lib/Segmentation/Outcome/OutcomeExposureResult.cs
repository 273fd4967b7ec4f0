using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Audit;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>How many accounts, and how much ARR, of each segment could have churned in the window by their contract.</summary>
public sealed record OutcomeExposureResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "outcome-exposure";

    /// <summary>Gets the cohort.</summary>
    public required OutcomeCohort Cohort { get; init; }

    /// <summary>Gets the dimension.</summary>
    public required string Dimension { get; init; }

    /// <summary>Gets the segments in the framework's order, then Unassigned and Excluded where there are such accounts; empty where there is no cohort.</summary>
    public ImmutableArray<OutcomeExposureRow> Segments { get; init; } = [];

    /// <summary>Gets all accounts together; null where there is no cohort.</summary>
    public OutcomeExposureRow? Total { get; init; }

    /// <inheritdoc/>
    public override Table ToTable()
    {
        OutcomeExposureRow[] all = Total is null ? [] : [.. Segments, Total];
        return new(
            $"up for renewal in the window, by {Dimension}",
            Column.Of("segment", all.Select(r => r.Segment)),
            Column.Of("accounts", all.Select(r => r.Accounts)),
            Column.Of("ARR", all.Select(r => r.Arr), NumberFormat.Money),
            Column.Of("up for renewal", all.Select(r => r.UpForRenewal)),
            Column.Of("share", all.Select(r => r.Share), NumberFormat.Share),
            Column.Of("ARR up for renewal", all.Select(r => r.ArrUpForRenewal), NumberFormat.Money),
            Column.Of("not known", all.Select(r => r.NotKnown)),
            Column.Of("churned of those up", all.Select(r => r.ChurnedOfUp)),
            Column.Of("churned of the others", all.Select(r => r.ChurnedOfNotUp)),
            Column.Of("churned of those not known", all.Select(r => r.ChurnedOfNotKnown)));
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Total is not { } all)
        {
            yield return $"No exposure: {Cohort.Reason}";
            yield break;
        }

        var window = string.Create(CultureInfo.InvariantCulture, $"{DateColumn.Show(Cohort.Start.AddDays(1))} to {DateColumn.Show(Cohort.End)} ({(Cohort.End - Cohort.Start).Days} days)");
        if (all.Share is not { } share)
        {
            yield return $"Nobody knows how many of the {options.Count(all.Accounts)} accounts could have left in {window}: the exports hold neither renewal dates nor contract dates nor the ends of subscriptions.";
            yield break;
        }

        yield return $"{options.Count(all.UpForRenewal)} of {options.Count(all.Accounts - all.NotKnown)} accounts ({Phrase.Share(share)}), paying {OutcomeCohorts.Money(options, all.UpForRenewal, all.ArrUpForRenewal)} of {OutcomeCohorts.Money(options, all.Accounts, all.Arr)}, came up for renewal in {window}: no more than these could have churned by their contract."
            + (all.NotKnown > 0 ? $" Of {options.Count(all.NotKnown)} more no date says so." : string.Empty);
        yield return $"{options.Count(all.ChurnedOfUp)} of those up for renewal churned{(Cohort.IsClosed ? string.Empty : " so far")}, and {options.Count(all.ChurnedOfNotUp)} of the {options.Count(all.NotUp)} others"
            + (all.ChurnedOfNotUp > all.ChurnedOfUp ? ": more left before their term than at it, so contracts do not hold accounts here, or their dates are wrong." : ".");
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options)
    {
        if (Total is null) yield break;
        yield return "Up for renewal: a subscription held at the start ends in the window; else the renewal date of today's exports lies in it, or, since a renewal moves that date, an anniversary of the contract's start does"
            + string.Create(CultureInfo.InvariantCulture, $" (every {Cohort.Options.RenewalTermMonths} months: longer terms would make fewer accounts of it).");
    }
}
