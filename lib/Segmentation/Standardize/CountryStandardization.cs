using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;
using Segmentation.Text;

namespace Segmentation.Standardize;

/// <summary>Reads countries and states in whatever way they are written.</summary>
public static class CountryStandardization
{
    /// <summary>
    /// Returns the workspace with a two-letter country code and a region on accounts and contacts, and with the states of the United States, Canada and Australia brought
    /// to their codes ("Texas" → "TX"). What is not known is null and listed, never guessed; a state that its country does not have stays as it is.
    /// </summary>
    /// <param name="workspace">The exports.</param>
    /// <param name="options">Column names and regions. Default: <see cref="CountryOptions.Default"/>.</param>
    /// <remarks>Where an export has columns of those names already, only their blanks are filled. Codes and names are those of ISO 3166-1 and 3166-2.</remarks>
    public static CountryResult Apply(Workspace workspace, CountryOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        options ??= CountryOptions.Default;
        var result = workspace;
        var arr = ArrAtStake.Of(workspace);
        var changes = ImmutableArray.CreateBuilder<TableChange>();
        var countries = ImmutableArray.CreateBuilder<CountryRow>();
        var states = ImmutableArray.CreateBuilder<StateRow>();
        var kept = 0;
        foreach (var kind in new[] { EntityKind.Accounts, EntityKind.Contacts })
        {
            if (workspace.Find(kind) is not { } export || export.Find(Role.Country) is not TextColumn country) continue;
            var codes = country.Map(CountryName.CodeOf).Rename(options.CodeColumn);
            var regions = ((TextColumn)codes).Map(code => options.Regions.GetValueOrDefault(code)).Rename(options.RegionColumn);
            var (table, keptCodes) = AddedColumn.Fill(export.Table, (TextColumn)codes.AsPersonal(false));
            (table, var keptRegions) = AddedColumn.Fill(table, (TextColumn)regions.AsPersonal(false));
            kept += keptCodes + keptRegions;
            if (export.Find(Role.State) is TextColumn state) table = WithStates(table, state, (TextColumn)codes, SnakeName.Of(kind), states);
            countries.AddRange(Rows(export, country, options, arr));
            var change = TableChange.Between("countries, regions and states", export.Table, table, StandardizeKeys.Of(export),
                (_, column) => column == options.CodeColumn || column == options.RegionColumn ? $"{column} of '{country.Name}'" : "state: code of ISO 3166-2");
            if (change.Cells.Length + change.AddedColumns.Length == 0) continue;
            changes.Add(change);
            var here = result.Exports[workspace.Exports.IndexOf(export)];
            result = export.Find(Role.Region) is null ? result.With(here, table, (Role.Region, options.RegionColumn)) : result.With(here, table);
        }

        return new CountryResult { Workspace = result, Changes = changes.ToImmutable(), Options = options, Countries = countries.ToImmutable(), States = states.ToImmutable(), KeptRecords = kept };
    }

    private static IEnumerable<CountryRow> Rows(Export export, TextColumn country, CountryOptions options, ArrAtStake arr)
    {
        var rows = new RowsByCode(country);
        int[] blank = [.. Enumerable.Range(0, country.Length).Where(country.IsNull)];
        return country.Dictionary.ToArray().Select((written, code) => (Written: (string?)written, Rows: rows[code].ToArray())).Append((null, blank)).Where(c => c.Rows.Length > 0).Select(c =>
        {
            var code = c.Written is null ? null : CountryName.CodeOf(c.Written);
            return new CountryRow(SnakeName.Of(export.Kind), c.Written, code, code is null ? null : options.Regions.GetValueOrDefault(code), c.Rows.Length, arr.Of(export, c.Rows));
        }).OrderByDescending(c => c.Records).ThenBy(c => c.Written, StringComparer.Ordinal);
    }

    /// <summary>Brings the states to their codes; each pair of country and state is looked up once.</summary>
    private static Table WithStates(Table table, TextColumn state, TextColumn country, string name, ImmutableArray<StateRow>.Builder states)
    {
        var known = new Dictionary<(int Country, int State), (string? Code, int Records)>();
        var values = new string?[state.Length];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = state[row];
            if (state.IsNull(row) || country.IsNull(row) || !StateName.Covers(country[row]!)) continue;
            ref var found = ref CollectionsMarshal.GetValueRefOrAddDefault(known, (country.Codes[row], state.Codes[row]), out var exists);
            if (!exists) found.Code = StateName.CodeOf(country[row]!, state[row]!);
            found.Records++;
            values[row] = found.Code ?? state[row];
        }

        var (countries, texts) = (country.Dictionary.ToArray(), state.Dictionary.ToArray());
        states.AddRange(known.Select(k => new StateRow(name, countries[k.Key.Country], texts[k.Key.State], k.Value.Code, k.Value.Records))
            .OrderByDescending(s => s.Records).ThenBy(s => s.Country, StringComparer.Ordinal).ThenBy(s => s.Written, StringComparer.Ordinal));
        return table.With(TextColumn.Create(state.Name, values).AsPersonal(state.IsPersonal));
    }
}
