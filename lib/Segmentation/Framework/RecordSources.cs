using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Framework;

/// <summary>What the values of records are taken from: the exports, the date, and how records point at accounts.</summary>
internal sealed class RecordSources
{
    private readonly Lazy<AccountIndex?> index;
    private readonly Lazy<int[]> firstRow;

    /// <summary>Returns the sources of a date; those of the exports as they are where it is null.</summary>
    public RecordSources(Workspace workspace, DateTime? dated)
    {
        var asOf = dated ?? workspace.AsOf;
        (Workspace, AsOf, IsPast) = (workspace, asOf, asOf.Date < workspace.AsOf.Date);
        index = new(() => workspace.Find(EntityKind.Accounts)?.Find(Role.AccountId) is { } ids ? AccountIndex.Of(ids) : null);
        firstRow = new(() => AccountsOf(Export(EntityKind.Accounts).Require(Role.AccountId)));
        (Arr, ArrSource) = (workspace.AccountArr, workspace.AccountArrSource);
        if (dated is null) return;
        var date = DateColumn.Show(asOf.Date);

        // A date that is asked for is one of a series: the month of the exports takes its ARR from where the months before it do.
        if (AccountRevenue.OfHistory(workspace.Exports, asOf) is { Arr: { } then } history) (Arr, ArrSource) = (then, history.Source);
        else if (IsPast && Arr is not null) Notes.Add($"No history of ARR reaches back to {date}: ARR is that of {DateColumn.Show(workspace.AsOf.Date)}.");
        Notes.Add($"Values of {date}: ARR and engagement come from their history, dates count from that day; every other field is as the export has it on {DateColumn.Show(workspace.AsOf.Date)}.");
    }

    public Workspace Workspace { get; }

    public DateTime AsOf { get; }

    /// <summary>Gets whether the date lies before that of the exports.</summary>
    public bool IsPast { get; }

    /// <summary>Gets whether there is a date to count from: exports without any date give none.</summary>
    public bool HasDate => AsOf > DateTime.MinValue.AddYears(2);

    /// <summary>Gets the ARR of the accounts on the date; null where there is none.</summary>
    public NumberColumn? Arr { get; }

    public string? ArrSource { get; }

    /// <summary>Gets what was noticed, one sentence each.</summary>
    public List<string> Notes { get; } = [];

    public int AccountRows => Export(EntityKind.Accounts).Table.RowCount;

    public Export Export(EntityKind of) => Workspace.Require(of);

    /// <summary>Returns the account row that each key points at, the first where several share an id; -1 where there is none.</summary>
    public int[] AccountsOf(Column keys)
    {
        if (index.Value is { } found) return found.RowsOf(keys);
        var none = new int[keys.Length];
        Array.Fill(none, -1);
        return none;
    }

    /// <summary>Returns a column over accounts whose every row takes the value of the first row with its id; blank where the account has no id.</summary>
    public NumberColumn OfFirstRow(Func<int, double> value, NumberFormat format) =>
        Numbers(AccountRows, row => firstRow.Value[row] is >= 0 and var first ? value(first) : double.NaN, format);

    /// <summary>Returns a number column; NaN is blank.</summary>
    public static NumberColumn Numbers(int rows, Func<int, double> value, NumberFormat format = NumberFormat.General)
    {
        var values = new double[rows];
        for (var row = 0; row < rows; row++) values[row] = value(row);
        return new NumberColumn("derived", values, NullMask.Where(rows, r => double.IsNaN(values[r])), format);
    }
}
