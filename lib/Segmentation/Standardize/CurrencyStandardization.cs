using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;
using Segmentation.Text;
using static System.FormattableString;

namespace Segmentation.Standardize;

/// <summary>Brings currencies to their ISO codes, and amounts to one currency where rates are given.</summary>
public static class CurrencyStandardization
{
    /// <summary>
    /// Returns the workspace with currency columns as ISO 4217 codes ("US$", "€" → "USD", "EUR"). Amounts are converted only with rates that the options give; otherwise
    /// they stay, and several currencies beside one another are reported. Records without a known currency are never converted.
    /// </summary>
    /// <param name="workspace">The exports.</param>
    /// <param name="options">Rates and amounts. Default: <see cref="CurrencyOptions.Default"/>, which converts nothing.</param>
    /// <exception cref="ArgumentException">The currency to convert to is none, or a currency that records hold has no rate.</exception>
    public static CurrencyResult Apply(Workspace workspace, CurrencyOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        options ??= CurrencyOptions.Default;
        if (options.ConvertTo is { } to && CurrencyCode.Of(to) != to)
            throw new ArgumentException($"Amounts cannot be converted to '{to}'; expected an ISO 4217 code of three capital letters. Write, for example, ConvertTo = \"EUR\".", nameof(options));
        var result = workspace;
        var changes = ImmutableArray.CreateBuilder<TableChange>();
        var rows = ImmutableArray.CreateBuilder<CurrencyRow>();
        foreach (var export in workspace.Exports.Where(e => e.Kind is EntityKind.Accounts or EntityKind.ArrHistory).OrderBy(e => e.Kind))
        {
            if (export.Find(Role.Currency) is not TextColumn currency) continue;
            var codes = currency.Map(value => CurrencyCode.Of(value, options.DollarSign));
            var amounts = export.Kind == EntityKind.Accounts && ReferenceEquals(export, workspace.Find(EntityKind.Accounts)) ? workspace.AccountArr : export.Find(Role.Arr) as NumberColumn;
            rows.AddRange(Rows(export, currency, amounts, options));
            var table = Converted(export, currency, codes, options);
            var change = TableChange.Between("currencies", export.Table, table, StandardizeKeys.Of(export), (row, column) =>
                column == currency.Name && options.ConvertTo is null ? "currency: ISO 4217" : Invariant($"currency: {codes[row]} to {options.ConvertTo} at {Rate(codes[row], options) ?? 1}"));
            if (change.Cells.Length == 0) continue;
            changes.Add(change);
            result = result.With(result.Exports[workspace.Exports.IndexOf(export)], table);
        }

        var after = rows.Where(r => r.Code is not null).Select(r => r.Rate is null ? r.Code! : options.ConvertTo!).Distinct().Order(StringComparer.Ordinal).ToArray();
        if (after.Length == 1) result = result with { Currency = after[0] };
        return new CurrencyResult { Workspace = result, Changes = changes.ToImmutable(), Options = options, Rows = rows.ToImmutable(), IsMixed = after.Length > 1, Notes = Notes(rows, after) };
    }

    private static Table Converted(Export export, TextColumn currency, TextColumn codes, CurrencyOptions options)
    {
        // What names no currency stays as it is written: a person has to look at it.
        var table = export.Table.With(currency.Map(value => CurrencyCode.Of(value, options.DollarSign) is { } code ? Rate(code, options) is null ? code : options.ConvertTo : value));
        if (options.ConvertTo is null) return table;
        foreach (var amount in options.Amounts.Select(export.Find).OfType<NumberColumn>())
        {
            var values = amount.Values.ToArray();
            for (var row = 0; row < values.Length; row++)
            {
                if (Rate(codes[row], options) is { } rate) values[row] *= rate;
            }

            table = table.With(new NumberColumn(amount.Name, values, amount.Nulls, amount.Format, amount.IsPersonal));
        }

        return table;
    }

    /// <summary>Returns what amounts in a currency are multiplied by; null where they stay.</summary>
    private static double? Rate(string? code, CurrencyOptions options)
    {
        if (code is null || options.ConvertTo is not { } to || code == to) return null;
        return options.Rates.TryGetValue(code, out var rate) && double.IsFinite(rate) && rate > 0
            ? rate
            : throw new ArgumentException(Invariant($"There is no rate from {code} to {to}; expected a number above 0 for each currency in the exports. Add Rates[\"{code}\"], what one {code} is worth in {to}."), nameof(options));
    }

    private static IEnumerable<CurrencyRow> Rows(Export export, TextColumn currency, NumberColumn? amounts, CurrencyOptions options)
    {
        var rows = new RowsByCode(currency);
        int[] blank = [.. Enumerable.Range(0, currency.Length).Where(currency.IsNull)];
        return currency.Dictionary.ToArray().Select((written, code) => (Written: (string?)written, Rows: rows[code].ToArray())).Append((null, blank)).Where(c => c.Rows.Length > 0).Select(c =>
        {
            var code = c.Written is null ? null : CurrencyCode.Of(c.Written, options.DollarSign);
            return new CurrencyRow(SnakeName.Of(export.Kind), c.Written, code, c.Rows.Length, amounts is null ? null : c.Rows.Sum(row => amounts[row] ?? 0), Rate(code, options));
        }).OrderByDescending(c => c.Records).ThenBy(c => c.Written, StringComparer.Ordinal);
    }

    private static ImmutableArray<string> Notes(IEnumerable<CurrencyRow> rows, string[] after)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        if (!rows.Any()) notes.Add("No column of the accounts or the ARR history plays the role currency: amounts are taken to be in one.");
        if (after.Length > 1) notes.Add($"Amounts stand in {string.Join(", ", after)} beside one another and were not converted: sums of ARR over them mean nothing. Give rates, or look at one currency at a time.");
        if (rows.Where(r => r.Code is null).Sum(r => r.Records) is > 0 and var records)
            notes.Add(Invariant($"{records:#,0} records name no currency that is known: their amounts stay as they are."));
        return notes.ToImmutable();
    }
}
