using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Assign;
using Segmentation.Distribute;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Survival;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>The accounts that paid on one day, with the segment that each had then, and what became of them in a window.</summary>
public sealed record OutcomeCohort : Result
{
    /// <inheritdoc/>
    public override string ResultName => "outcome-cohort";

    /// <summary>Gets the framework.</summary>
    public required SegmentationFramework Framework { get; init; }

    /// <summary>Gets the options.</summary>
    public required OutcomeOptions Options { get; init; }

    /// <summary>Gets what every account paid in every month, with gaps of at most <see cref="OutcomeOptions.GraceMonths"/> filled; null where the exports hold no history, see <see cref="Reason"/>.</summary>
    public RevenueHistory? History { get; init; }

    /// <summary>Gets why there is no cohort; null where there is one.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the day of the start, its evening meant: a month's end of the history, the latest on or before the day that was asked for.</summary>
    public DateTime Start { get; init; }

    /// <summary>Gets the last day of the window, included: a month's end, also where the history does not reach it yet.</summary>
    public DateTime End { get; init; }

    /// <summary>Gets whether the history reaches <see cref="End"/>. Where not, what follows goes as far as the history does, and rates of a closed window are not given.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Gets the last day on which the accounts were followed: <see cref="End"/>, or the end of the history where that comes first.</summary>
    public DateTime FollowedTo => History is null ? End : History.Months[EndMonth];

    /// <summary>Gets when the segmentation went live; null where it has not.</summary>
    public DateTime? Launch { get; init; }

    /// <summary>Gets where the segments come from.</summary>
    public SegmentSource Source { get; init; }

    /// <summary>Gets the n accounts with their segments at the start; null where there is no cohort.</summary>
    public RecordAssignment? Assigned { get; init; }

    /// <summary>Gets the same n accounts, in the same order, with the segments they have today, to show the bias; null where there is no cohort.</summary>
    public RecordAssignment? AssignedToday { get; init; }

    /// <summary>Gets, length n, the zero-based account of <see cref="History"/>.</summary>
    public ImmutableArray<int> HistoryRow { get; init; } = [];

    /// <summary>Gets the zero-based accounts of <see cref="History"/> that first paid after the start and up to the end of the window: new, not in the cohort.</summary>
    public ImmutableArray<int> New { get; init; } = [];

    /// <summary>Gets the zero-based accounts of <see cref="History"/> that had left before the start and paid again in the window: not in the cohort.</summary>
    public ImmutableArray<int> Returned { get; init; } = [];

    /// <summary>Gets, length n, what each paid at the start, above 0.</summary>
    public ImmutableArray<double> ArrAtStart { get; init; } = [];

    /// <summary>Gets, length n, what each paid at the end of the window, or of the history where that comes first; 0 where it had left.</summary>
    public ImmutableArray<double> ArrAtEnd { get; init; } = [];

    /// <summary>Gets, length n, whether it paid nothing at some month end in the window. One that left and came back churned.</summary>
    public ImmutableArray<bool> Churned { get; init; } = [];

    /// <summary>Gets, length n, days from the start until it churned, above 0, or until the end of the window or history. Where the history knows days (<see cref="RevenueHistory.HasDays"/>) the first day without ARR counts, else the month's end on which it was seen.</summary>
    public ImmutableArray<double> Days { get; init; } = [];

    /// <summary>Gets, length n, days that it had been a customer at the start, 0 or more; NaN where the exports do not say.</summary>
    /// <remarks>From the accounts' contract start; where there is none, or the account paid before it (a renewal moved it), from the first day that the history knows: not where it paid in the history's first month of all.</remarks>
    public ImmutableArray<double> TenureDays { get; init; } = [];

    /// <summary>Gets, length n, whether its contract came up for renewal in the window, so that it could have left by the contract; null where no date says so.</summary>
    /// <remarks>From the subscriptions held at the start: whether one ends in the window. Else by the accounts' dates as they are exported today: the renewal (or the day after the contract's end) where it lies
    /// in the window; where it lies after it, a renewal has moved it, and the anniversaries of the contract's start count (of the renewal itself where there is no start), every <see cref="OutcomeOptions.RenewalTermMonths"/>;
    /// where it lies before it, its own anniversaries. Longer terms than that make too many accounts of it.</remarks>
    public ImmutableArray<bool?> UpForRenewal { get; init; } = [];

    /// <summary>Gets the exclusions of the framework that were not applied at the start, because they read a field that the exports hold only as of today and that what happened changes: they would take out those that left.</summary>
    public ImmutableArray<string> ExclusionsLeftOut { get; init; } = [];

    /// <summary>Gets what else was noticed, one sentence each.</summary>
    public ImmutableArray<string> Notes => [.. Remarks.Select(r => r(RenderOptions.Default))];

    /// <summary>Gets the notes as they may be shown.</summary>
    internal ImmutableArray<Func<RenderOptions, string>> Remarks { get; init; } = [];

    /// <summary>Gets the number of accounts n.</summary>
    public int Count => ArrAtStart.Length;

    /// <summary>Gets the zero-based month of the history at the start.</summary>
    public int StartMonth => History?.MonthAt(Start) ?? -1;

    /// <summary>Gets the zero-based month of the history at the end of the window, or its last.</summary>
    public int EndMonth => History?.MonthAt(End) ?? -1;

    /// <summary>Gets one row an account, for SQL and further work: <c>account_id</c>, <c>account_name</c>, <c>arr_at_start</c>, <c>arr_at_end</c>, <c>churned</c>, <c>days</c>, <c>tenure_days</c>, <c>up_for_renewal</c>, and the
    /// segment at the start in a column a dimension (<c>customer_tier</c>). Without a cohort it has no rows, and no dimensions.</summary>
    public Table AccountsTable => new(
        "cohort accounts",
        RecordAssignment.Distinct(
        [
            Assigned?.Records.Ids.Rename("account_id") ?? Column.Of("account_id", Array.Empty<string?>()),
            Assigned?.Records.Names?.Rename("account_name") ?? Column.Of("account_name", Enumerable.Repeat((string?)null, Count)).AsPersonal(),
            Column.Of("arr_at_start", ArrAtStart, NumberFormat.Money),
            Column.Of("arr_at_end", ArrAtEnd, NumberFormat.Money),
            Column.Of("churned", Churned.Select(c => (bool?)c)),
            Column.Of("days", Days),
            Column.Of("tenure_days", TenureDays),
            Column.Of("up_for_renewal", UpForRenewal),
            .. Dimensions.Select(d => Column.Of(AssignmentTables.Snake(d.Dimension.Name), RecordRows.Places(d))),
        ]));

    /// <summary>Gets the dimensions of accounts, in the framework's order.</summary>
    public ImmutableArray<DimensionAssignment> Dimensions => Assigned?.Dimensions ?? [];

    /// <summary>Returns the segments in a dimension.</summary>
    /// <param name="dimension">The dimension's name, in any case.</param>
    /// <exception cref="ArgumentException">The framework divides accounts by no such dimension; the message lists those there are.</exception>
    public DimensionAssignment In(string dimension) => Dimensions.FirstOrDefault(d => d.Dimension.Name.Equals(dimension, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"the framework divides accounts by no dimension called '{dimension}'. It has {string.Join(", ", Framework.DimensionsOf(EntityKind.Accounts).Select(d => $"'{d.Name}'"))}.", nameof(dimension));

    /// <summary>Returns the fields of a dimension's rules whose values are known as of today only, so that what happened may have made the segment: every result by such a dimension has to say so. Empty where the segments come from a snapshot.</summary>
    /// <param name="dimension">The dimension's name, in any case.</param>
    /// <exception cref="ArgumentException">The framework divides accounts by no such dimension.</exception>
    public ImmutableArray<string> KnownTodayOnly(string dimension) => OutcomeSegments.KnownTodayOnly(this, In(dimension).Dimension);

    /// <summary>Returns the times until churn by the clock of the options; accounts that cannot be placed on it are left out.</summary>
    /// <param name="rows">Receives the zero-based accounts of the times, in order.</param>
    public EventTimes Times(out ImmutableArray<int> rows)
    {
        rows = [.. Enumerable.Range(0, Count).Where(r => Days[r] > 0 && (Options.Clock == OutcomeClock.SinceStart || TenureDays[r] >= 0))];
        return Options.Clock == OutcomeClock.SinceStart
            ? EventTimes.Of([.. rows.Select(r => Days[r])], [.. rows.Select(r => Churned[r])])
            : EventTimes.Of([.. rows.Select(r => TenureDays[r] + Days[r])], [.. rows.Select(r => Churned[r])], [.. rows.Select(r => TenureDays[r])]);
    }

    /// <summary>Returns the cohort of a workspace.</summary>
    /// <param name="workspace">The workspace, cleaned.</param>
    /// <param name="framework">The framework.</param>
    /// <param name="options">How to look; <see cref="OutcomeOptions.Default"/> where null.</param>
    /// <param name="snapshots">Assignments that were kept; null where there are none.</param>
    /// <returns>A cohort of no accounts, with the reason, where the exports cannot say what became of them.</returns>
    public static OutcomeCohort Take(Workspace workspace, SegmentationFramework framework, OutcomeOptions? options = null, Snapshots? snapshots = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(framework);
        return OutcomeCohorts.Take(workspace, framework, options ?? OutcomeOptions.Default, snapshots);
    }

    /// <summary>Returns one row a dimension and segment, also the empty ones, and Unassigned and Excluded where there are such accounts: accounts, ARR at the start, churned, up for renewal.</summary>
    public override Table ToTable()
    {
        var rows = Dimensions.SelectMany(d => OutcomeExposure.Places(d).Select(p => (Dimension: d.Dimension.Name, Place: p.Name, p.Rows))).ToArray();
        return new(
            "cohort",
            Column.Of("dimension", rows.Select(p => p.Dimension)),
            Column.Of("segment", rows.Select(p => p.Place)),
            Column.Of("accounts", rows.Select(p => p.Rows.Length)),
            Column.Of("ARR at the start", rows.Select(p => p.Rows.Sum(r => ArrAtStart[r])), NumberFormat.Money),
            Column.Of("up for renewal", rows.Select(p => p.Rows.Count(r => UpForRenewal[r] == true))),
            Column.Of("churned", rows.Select(p => p.Rows.Count(r => Churned[r]))));
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Reason is not null)
        {
            yield return $"No cohort: {Reason}";
            yield break;
        }

        yield return string.Create(CultureInfo.InvariantCulture, $"{options.Count(Count)} accounts paid {ArrAtStart.Sum():#,0} on {DateColumn.Show(Start)}; followed to {DateColumn.Show(FollowedTo)}, {(FollowedTo - Start).Days} days; {options.Count(Churned.Count(c => c))} churned.");
        foreach (var remark in Remarks) yield return remark(options);
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options) => Reason is null ? History!.Findings.Select(f => f.Under(options)) : [];
}
