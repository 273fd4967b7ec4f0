using System.Collections.Immutable;
using Segmentation.Assign;
using Segmentation.Load;
using Segmentation.Playbook;
using Segmentation.Tables;

namespace Segmentation.Distribute;

/// <summary>How the accounts and the contacts divide among the segments of every dimension.</summary>
public sealed record DistributionResult : Result
{
    internal DistributionResult(AssignmentResult assignment) => Assignment = assignment;

    /// <inheritdoc/>
    public override string ResultName => "distribution";

    /// <summary>Gets the version of the framework that was run.</summary>
    public string Framework => Assignment.Framework.Version;

    /// <summary>Gets the date of the values.</summary>
    public DateTime AsOf => Assignment.AsOf;

    /// <summary>Gets the limits in force: the framework's.</summary>
    public PlaybookLimits Limits => Assignment.Framework.Limits;

    /// <summary>Gets the options.</summary>
    public required DistributionOptions Options { get; init; }

    /// <summary>Gets what was counted and what was excluded: accounts, then contacts; a side that was not assigned is not there.</summary>
    public required ImmutableArray<DistributionTotals> Totals { get; init; }

    /// <summary>Gets the dimensions in the framework's order, accounts' before contacts'.</summary>
    public required ImmutableArray<DimensionDistribution> Dimensions { get; init; }

    /// <summary>Gets every check of the distribution against the playbook's limits.</summary>
    public DistributionChecks Checks => DistributionChecks.Of(this);

    /// <summary>Gets the excluded records by exclusion: of, exclusion, records, ARR.</summary>
    public Table Excluded
    {
        get
        {
            var all = Totals.SelectMany(t => t.Exclusions.Select(e => (t.Of, Exclusion: e))).ToArray();
            return new(
                "excluded",
                Column.Of("of", all.Select(e => SnakeName.Of(e.Of))),
                Column.Of("exclusion", all.Select(e => e.Exclusion.Name)),
                Column.Of("records", all.Select(e => e.Exclusion.Records)),
                Column.Of("ARR", all.Select(e => e.Exclusion.Arr), NumberFormat.Money));
        }
    }

    /// <summary>Gets the assignment.</summary>
    internal AssignmentResult Assignment { get; }

    /// <summary>Returns one dimension.</summary>
    /// <param name="dimension">Its name, without regard to case.</param>
    /// <exception cref="KeyNotFoundException">There is no such dimension; the message lists those there are.</exception>
    public DimensionDistribution Of(string dimension) =>
        Dimensions.FirstOrDefault(d => string.Equals(d.Name, dimension, StringComparison.OrdinalIgnoreCase)) ?? throw new KeyNotFoundException(
            $"No dimension '{dimension}' was assigned. There {(Dimensions.Length == 1 ? "is" : "are")}: {(Dimensions.IsEmpty ? "none" : string.Join(", ", Dimensions.Select(d => $"'{d.Name}'")))}.");

    /// <summary>Returns how the records divide among the segments of two dimensions at once.</summary>
    /// <param name="rows">Name of the dimension whose segments are the rows.</param>
    /// <param name="columns">Name of the dimension whose segments are the columns.</param>
    /// <exception cref="KeyNotFoundException">There is no such dimension.</exception>
    /// <exception cref="ArgumentException">One is of accounts and the other of contacts.</exception>
    public CrossTable CrossTable(string rows, string columns) => CrossCount.Of(Of(rows), Of(columns), Amounts);

    /// <summary>Gets the dimension whose largest segment has the largest share; null where no record is in any segment.</summary>
    public DimensionDistribution? MostUneven => Dimensions.Where(d => d.Largest is not null).MaxBy(d => d.Largest!.Share);

    /// <summary>Returns the first two dimensions of the accounts, or where there are none of the contacts, against each other; null where there are not two.</summary>
    public CrossTable? CrossTable() => Dimensions.GroupBy(d => d.Of).Select(g => g.ToArray()).FirstOrDefault() is [var rows, var columns, ..] ? CrossTable(rows.Name, columns.Name) : null;

    /// <summary>Returns the combinations of segments over all dimensions, and how many of them are too small to work with.</summary>
    /// <param name="of">Accounts or contacts. Default accounts.</param>
    public CombinationsResult Combinations(EntityKind of = EntityKind.Accounts) => CombinationCount.Of(this, of);

    /// <summary>Returns how concentrated records and ARR are.</summary>
    /// <param name="of">Accounts or contacts. Default accounts.</param>
    public ConcentrationResult Concentration(EntityKind of = EntityKind.Accounts) => ConcentrationMeasure.Of(this, of);

    /// <inheritdoc/>
    public override Table ToTable() => DistributionTable.Of($"distribution, framework {Framework}", Dimensions);

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options) => Notes(options);

    /// <summary>Returns the amounts of accounts or contacts.</summary>
    internal ArrAmounts Amounts(EntityKind of) => ArrAmounts.Of(Assignment.Find(of)!);

    private string[] Notes(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Totals.IsEmpty) return ["Nothing was assigned: the workspace has no records that the framework divides."];
        return [.. Totals.Select(Note)];

        string Note(DistributionTotals totals)
        {
            var noun = SnakeName.Of(totals.Of);
            var excluded = totals.Excluded == 0 ? "none is excluded"
                : $"{options.Count(totals.Excluded)} excluded are in no row ({string.Join(", ", totals.Exclusions.Where(e => e.Records > 0).Select(e => $"{e.Name} {options.Count(e.Records)}"))})";
            var arr = totals.Arr is null ? totals.Of == EntityKind.Contacts ? " ARR is their accounts' and is not added up." : " Their ARR is not known."
                : totals.ArrNegative + totals.ArrUnknown == 0 ? string.Empty
                : $" ARR is not known of {options.Count(totals.ArrUnknown!.Value)} and below 0, so not added, of {options.Count(totals.ArrNegative!.Value)}"
                    + (totals.ArrNegative == 0 || options.Mask ? "." : $" ({NumberColumn.Show(totals.ArrNotAdded!.Value, NumberFormat.Money)}): {NumberColumn.Show(totals.Arr.Value, NumberFormat.Money)} here, {NumberColumn.Show(totals.Arr.Value + totals.ArrNotAdded.Value, NumberFormat.Money)} with them.");
            return $"Shares are of {options.Count(totals.Records)} {noun}; {excluded}.{arr}";
        }
    }
}
