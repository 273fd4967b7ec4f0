using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Merge;

/// <summary>Which of two records of an export comes first as master, and which is the more recent. The order is total and does not depend on where the rows stand.</summary>
internal sealed class RecordOrder
{
    private const long Missing = long.MinValue;

    private readonly Export export;
    private readonly Func<int, string?> id;
    private readonly long[] activity;
    private readonly long[] modified;
    private readonly long[] created;
    private readonly (string Name, Comparison<int> Compare)[] steps;

    public RecordOrder(Workspace workspace, Export export, SurvivorshipRules rules)
    {
        this.export = export;
        id = RoleText.Of(export, SurvivorshipRules.KeyOf(export.Kind));
        activity = Days(Role.LastActivityDate);
        modified = Days(Role.ModifiedDate);
        created = Days(Role.CreatedDate);
        var pays = Paying(workspace);
        var filled = new int[export.Table.RowCount];
        steps =
        [
            ("has an id", (a, b) => (id(b) is not null).CompareTo(id(a) is not null)),
            .. rules.Master.Select(rule => (SnakeName.Words(rule), rule switch
            {
                MasterRule.ActiveArr => (a, b) => pays(b).CompareTo(pays(a)),
                MasterRule.RecentActivity => CompareRecency,
                MasterRule.MostComplete => (a, b) => Filled(b).CompareTo(Filled(a)),
                MasterRule.Oldest => CompareCreation,
                _ => new Comparison<int>(CompareIds),
            })),

            // Rows that repeat an id, or have none, may still differ in what they say; rows that do not are one and the same.
            ("the values themselves", CompareValues),
        ];

        long[] Days(Role role)
        {
            var days = new long[export.Table.RowCount];
            Array.Fill(days, Missing);
            if (export.Find(role) is not DateColumn dates) return days;
            for (var row = 0; row < days.Length; row++)
            {
                if (dates[row] is { } day && !IsFuture(day, workspace)) days[row] = day.Ticks;
            }

            return days;
        }

        // Counted when first asked for: only records in groups are compared. 0 is "not counted yet", so the count is kept one higher.
        int Filled(int row) => filled[row] != 0 ? filled[row] : filled[row] = 1 + export.Table.Columns.Count(c => !IsBlank(c, row));
    }

    /// <summary>Tells whether a cell holds nothing: no value, or only space.</summary>
    public static bool IsBlank(Column column, int row) => column.IsNull(row) || (column is TextColumn text && string.IsNullOrWhiteSpace(text[row]));

    /// <summary>Tells whether a date is after the day the exports are looked at, and so cannot be right.</summary>
    public static bool IsFuture(DateTime day, Workspace workspace) => workspace.AsOf != DateTime.MinValue && day.Date > workspace.AsOf.Date;

    /// <summary>Returns the id of a record, trimmed; null where it has none.</summary>
    public string? Id(int row) => id(row);

    /// <summary>Returns what messages call a record: its id, or <c>row 17</c>, one-based.</summary>
    public string Name(int row) => id(row) ?? FormattableString.Invariant($"row {row + 1}");

    /// <summary>Tells whether a record has neither a last activity nor a date of modification that can be right.</summary>
    public bool IsUndated(int row) => activity[row] == Missing && modified[row] == Missing;

    /// <summary>Below 0 where the first record is the more recent.</summary>
    public int CompareRecency(int a, int b) => activity[b].CompareTo(activity[a]) is var byActivity && byActivity != 0 ? byActivity : modified[b].CompareTo(modified[a]);

    /// <summary>Below 0 where the first record comes first as master.</summary>
    public int Compare(int a, int b)
    {
        foreach (var (_, compare) in steps)
        {
            if (compare(a, b) is var order && order != 0) return order;
        }

        return a.CompareTo(b);
    }

    /// <summary>Returns the rule that put the first record before the second.</summary>
    public string Decided(int first, int second) => steps.FirstOrDefault(s => s.Compare(first, second) != 0).Name ?? "nothing: the records are the same";

    private int CompareCreation(int a, int b) => created[a] == created[b] ? 0 : created[a] == Missing ? 1 : created[b] == Missing ? -1 : created[a].CompareTo(created[b]);

    private int CompareIds(int a, int b)
    {
        var (first, second) = (id(a), id(b));
        if (first is null || second is null) return (first is null).CompareTo(second is null);
        return first.Length != second.Length ? first.Length.CompareTo(second.Length) : string.CompareOrdinal(first, second);
    }

    private int CompareValues(int a, int b)
    {
        foreach (var column in export.Table.Columns)
        {
            var order = column.IsNull(a) || column.IsNull(b) ? column.IsNull(b).CompareTo(column.IsNull(a)) : string.CompareOrdinal(column.Raw(a), column.Raw(b));
            if (order != 0) return order;
        }

        return 0;
    }

    /// <summary>Tells whether a record's account pays. By id, as ARR from a history stands on the first row of an id only.</summary>
    private Func<int, bool> Paying(Workspace workspace)
    {
        if (export.Kind != EntityKind.Accounts || workspace.AccountArr is not { } arr) return static _ => false;
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < arr.Length; row++)
        {
            if (arr[row] > 0 && id(row) is { } paying) ids.Add(paying);
        }

        return row => id(row) is { } known ? ids.Contains(known) : arr[row] > 0;
    }
}
