using System.Collections.Immutable;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Standardize;

/// <summary>Divides the accounts into company sizes and ARR tiers.</summary>
public static class BandStandardization
{
    /// <summary>Why an account is in no band, in the order of the result's rows.</summary>
    private static readonly ImmutableArray<string> Reasons = ["no value", "zero", "negative", "no number, or a range of several bands"];

    /// <summary>
    /// Returns the workspace with one column a field, holding the name of each account's band. Null, zero and negative values are in none, nor is a text range that
    /// spans several bands: the column is null there, and the result counts why.
    /// </summary>
    /// <param name="workspace">The exports.</param>
    /// <param name="options">Fields and bands; the lower end of a band is in it, the upper end in the next. Default: <see cref="BandOptions.Default"/>.</param>
    /// <exception cref="WorkspaceException">No file holds accounts.</exception>
    /// <remarks>Where the accounts have a column of that name already, only its blanks are filled.</remarks>
    public static BandResult Apply(Workspace workspace, BandOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        options ??= BandOptions.Default;
        var accounts = workspace.Accounts;
        var table = accounts.Table;
        var rows = ImmutableArray.CreateBuilder<BandRow>();
        var arr = ArrAtStake.Of(workspace);
        foreach (var source in options.Fields)
        {
            Column? column = source.Role == Role.Arr ? workspace.AccountArr : accounts.Find(source.Role);
            var bands = BandsOf(column, accounts.Table.RowCount, source.Bands);
            string[] names = [.. source.Bands.Names];
            table = AddedColumn.Fill(table, TextColumn.FromCodes(source.Column, [.. bands.Select(b => Math.Max(b, -1))], names)).Table;
            Count(accounts, source, column, bands, arr, rows);
        }

        var change = TableChange.Between("size bands and ARR tiers", accounts.Table, table, StandardizeKeys.Of(accounts), (_, column) => $"{column}: band of its field");
        var isChanged = change.Cells.Length + change.AddedColumns.Length > 0;
        return new BandResult { Workspace = isChanged ? workspace.With(accounts, table) : workspace, Changes = isChanged ? [change] : [], Options = options, Rows = rows.ToImmutable() };
    }

    /// <summary>Returns the band of each account; where it is in none, -1 less the zero-based reason.</summary>
    private static int[] BandsOf(Column? column, int count, Bands bands)
    {
        var result = new int[count];
        if (column is TextColumn text)
        {
            int[] ofCode = [.. text.Dictionary.ToArray().Select(value => bands.IndexOf(value) is >= 0 and var band ? band : -4)];
            for (var row = 0; row < count; row++) result[row] = text.IsNull(row) ? -1 : ofCode[text.Codes[row]];
            return result;
        }

        for (var row = 0; row < count; row++)
        {
            result[row] = column is not NumberColumn number || number[row] is not { } value ? -1
                : bands.IndexOf(value) is >= 0 and var band ? band
                : value == 0 ? -2
                : value < 0 ? -3 : -4;
        }

        return result;
    }

    private static void Count(Export accounts, BandSource source, Column? column, int[] bands, ArrAtStake arr, ImmutableArray<BandRow>.Builder rows)
    {
        var from = column?.Name ?? $"no column plays {SnakeName.Words(source.Role)}";
        var byBand = Enumerable.Range(0, bands.Length).ToLookup(row => bands[row]);
        for (var band = 0; band < source.Bands.Names.Length; band++) Add(source.Bands.Names[band], source.Bands.Describe(band), [.. byBand[band]]);
        for (var reason = 0; reason < Reasons.Length; reason++) Add(null, Reasons[reason], [.. byBand[-1 - reason]]);

        void Add(string? name, string meaning, int[] members) => rows.Add(new(source.Column, from, name, meaning, members.Length, arr.Of(accounts, members)));
    }
}
