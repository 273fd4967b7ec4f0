using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>
/// How much ARR hangs on records: on accounts their own, on every other record that of the account it points at. Made once an
/// audit; the account of each record is looked up when first asked for. A negative amount is a mistake and puts nothing at stake.
/// </summary>
internal sealed class ArrAtStake
{
    private readonly Export? accounts;
    private readonly Lazy<AccountIndex?> index;
    private readonly Dictionary<Export, int[]?> accountsOf = new(ReferenceEqualityComparer.Instance);
    private readonly Lock gate = new();

    private ArrAtStake(Workspace workspace)
    {
        accounts = workspace.Find(EntityKind.Accounts);
        AccountArr = workspace.AccountArr;
        index = new Lazy<AccountIndex?>(() => accounts?.Find(Role.AccountId) is { } ids ? AccountIndex.Of(ids) : null);
        if (AccountArr is { } arr) (Total, Positive) = Sum(arr);
    }

    /// <summary>Gets the ARR of each account, aligned with the accounts' rows; null where the exports hold none.</summary>
    public NumberColumn? AccountArr { get; }

    /// <summary>Gets the ARR of all accounts as the exports say it; null where they hold none.</summary>
    public double? Total { get; }

    /// <summary>Gets the ARR of all accounts without negative amounts: what shares of ARR are shares of. Null where the exports hold none.</summary>
    public double? Positive { get; }

    /// <summary>Returns what hangs on the records of a workspace.</summary>
    public static ArrAtStake Of(Workspace workspace) => new(workspace);

    /// <summary>
    /// Returns the ARR of the accounts that the rows are or point at, each account once; null where the exports hold no ARR,
    /// or the rows do not say which account they belong to.
    /// </summary>
    /// <param name="export">The export the rows belong to.</param>
    /// <param name="rows">Zero-based rows.</param>
    public double? Of(Export export, ReadOnlySpan<int> rows)
    {
        if (AccountArr is not { } arr || AccountOfRow(export) is not { } accountOf) return null;
        // A bitmap over all accounts costs more than it saves where a cluster or group has a few rows and there are thousands of those.
        var few = rows.Length * 64L < arr.Length ? new HashSet<int>(rows.Length) : null;
        var seen = few is null ? new ulong[(arr.Length + 63) >> 6] : [];
        var sum = 0.0;
        foreach (var row in rows)
        {
            if (few is null) sum += Once(arr, accountOf, row, seen);
            else if ((accountOf.Length == 0 ? row : accountOf[row]) is >= 0 and var account && few.Add(account) && arr.Values[account] > 0) sum += arr.Values[account];
        }

        return sum;
    }

    /// <summary>Returns the ARR of the accounts that the rows outside a mask are or point at, each account once; null where it cannot be known.</summary>
    /// <param name="export">The export the rows belong to.</param>
    /// <param name="without">The rows left out.</param>
    public double? Outside(Export export, NullMask without)
    {
        if (AccountArr is not { } arr || AccountOfRow(export) is not { } accountOf) return null;
        var seen = new ulong[(arr.Length + 63) >> 6];
        var sum = 0.0;
        for (var row = 0; row < export.Table.RowCount; row++)
        {
            if (!without[row]) sum += Once(arr, accountOf, row, seen);
        }

        return sum;
    }

    /// <summary>Returns the ARR of the accounts all of whose rows lie in a mask (for contacts: that no other contact covers); null where it cannot be known.</summary>
    public double? OnlyIn(Export export, NullMask mask) => Outside(export, NullMask.None) - Outside(export, mask);

    /// <summary>Returns the zero-based account row of each row of an export; -1 where it points at none. Null where the export has no account column.
    /// Empty for the accounts themselves: each row is its own account.</summary>
    public int[]? AccountOfRow(Export export)
    {
        if (ReferenceEquals(export, accounts)) return [];
        lock (gate)
        {
            if (accountsOf.TryGetValue(export, out var known)) return known;
            return accountsOf[export] = export.Find(Role.AccountId) is { } keys ? index.Value?.RowsOf(keys) : null;
        }
    }

    /// <summary>Returns the ARR behind each of the rows as a money column called <c>account ARR</c>; null where it cannot be known.</summary>
    public NumberColumn? OfEachRow(Export export, ReadOnlySpan<int> rows)
    {
        if (AccountArr is not { } arr || AccountOfRow(export) is not { } accountOf) return null;
        var values = new double[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            var account = accountOf.Length == 0 ? rows[i] : accountOf[rows[i]];
            values[i] = account < 0 ? double.NaN : arr.Values[account];
        }

        return NumberColumn.Create("account ARR", values, NumberFormat.Money);
    }

    private static double Once(NumberColumn arr, int[] accountOf, int row, ulong[] seen)
    {
        var account = accountOf.Length == 0 ? row : accountOf[row];
        if (account < 0 || (seen[account >> 6] & (1UL << (account & 63))) != 0) return 0;
        seen[account >> 6] |= 1UL << (account & 63);
        return arr.Values[account] > 0 ? arr.Values[account] : 0;
    }

    private static (double Total, double Positive) Sum(NumberColumn arr)
    {
        var (total, positive) = (0.0, 0.0);
        foreach (var value in arr.Values)
        {
            if (!double.IsNaN(value)) total += value;
            if (value > 0) positive += value;
        }

        return (total, positive);
    }
}
