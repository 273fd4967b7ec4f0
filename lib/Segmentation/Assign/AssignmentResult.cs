using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Assign;

/// <summary>Every account, and every contact where the framework divides contacts, with its segments.</summary>
public sealed partial record AssignmentResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "assignment";

    /// <summary>Gets the framework that was run.</summary>
    public required SegmentationFramework Framework { get; init; }

    /// <summary>Gets the date of the values.</summary>
    public required DateTime AsOf { get; init; }

    /// <summary>Gets the accounts; null where the workspace has none or the framework does not divide them.</summary>
    public RecordAssignment? Accounts { get; init; }

    /// <summary>Gets the contacts; null where the workspace has none or the framework does not divide them.</summary>
    public RecordAssignment? Contacts { get; init; }

    /// <summary>Gets the alert list: every record that is Unassigned and why, blanks that were skipped or keep an exclusion open, and overrides that do not hold.</summary>
    public AssignmentAlerts Alerts => AssignmentAlerts.Of(this);

    /// <summary>Gets the tables that SQL cells use: <c>assignments</c> (<c>account_id</c>, <c>account_name</c>, <c>arr</c>, <c>owner</c>, <c>excluded_by</c>, a column a dimension such as
    /// <c>customer_tier</c>, <c>combination</c>) and <c>contact_assignments</c> (<c>contact_id</c> and so on); what the exports do not hold has no column.</summary>
    public IReadOnlyDictionary<string, Table> Tables => AssignmentTables.Of(this);

    /// <summary>Returns the accounts or the contacts.</summary>
    /// <param name="of">Which.</param>
    public RecordAssignment? Find(EntityKind of) => of == EntityKind.Contacts ? Contacts : Accounts;

    /// <summary>Returns one row a dimension: records, how they came to their place, and the ARR without a segment. Records = matched + overridden + blank + uncovered + excluded, always.</summary>
    public override Table ToTable()
    {
        var all = new[] { Accounts, Contacts }.OfType<RecordAssignment>().SelectMany(a => a.Dimensions.Select(d => (Assigned: a, Dimension: d))).ToArray();
        return new(
            "assignment",
            Column.Of("of", all.Select(d => SnakeName.Of(d.Assigned.Records.Of))),
            Column.Of("dimension", all.Select(d => d.Dimension.Dimension.Name)),
            Column.Of("records", all.Select(d => d.Assigned.Records.Count)),
            Count("matched", AssignmentState.Matched),
            Count("overridden", AssignmentState.Overridden),
            Count("unassigned: blank", AssignmentState.Blank),
            Count("unassigned: no rule", AssignmentState.Uncovered),
            Count("excluded", AssignmentState.Excluded),
            Column.Of("ARR unassigned", all.Select(d => Unassigned(d.Assigned, d.Dimension)), NumberFormat.Money));

        Column Count(string name, AssignmentState state) => Column.Of(name, all.Select(d => d.Dimension.State.Count(s => s == state)));
    }

    /// <summary>Returns the ARR of the records without a segment. A contact's ARR is its account's: that of contacts would count an account once a contact, so it is left out.</summary>
    private static double? Unassigned(RecordAssignment assigned, DimensionAssignment dimension)
    {
        if (assigned.Records is not { Of: EntityKind.Accounts, Arr: { } arr }) return null;
        var sum = 0.0;
        for (var row = 0; row < arr.Length; row++)
        {
            if (dimension.State[row] is AssignmentState.Blank or AssignmentState.Uncovered) sum += arr[row] ?? 0;
        }

        return sum;
    }
}
