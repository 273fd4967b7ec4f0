using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;
using Segmentation.Text;

namespace Segmentation.Standardize;

/// <summary>The workspace with country codes, regions and state codes, and what could not be told.</summary>
public sealed record CountryResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "countries";

    /// <summary>Gets the workspace after the step.</summary>
    public required Workspace Workspace { get; init; }

    /// <summary>Gets what changed in each table; nothing for a table in which nothing did.</summary>
    public required ImmutableArray<TableChange> Changes { get; init; }

    /// <summary>Gets the regions in force.</summary>
    public required CountryOptions Options { get; init; }

    /// <summary>Gets every country as written, most records first, accounts first.</summary>
    public required ImmutableArray<CountryRow> Countries { get; init; }

    /// <summary>Gets every state as written, of countries whose states are known, most records first, accounts first.</summary>
    public required ImmutableArray<StateRow> States { get; init; }

    /// <summary>Gets the records whose own code or region says something else than their country; what the export says was kept.</summary>
    public required int KeptRecords { get; init; }

    /// <summary>Gets what could not be told: records without a country, texts that name none, countries without a region, states that their country does not have.</summary>
    public Table Unknown
    {
        get
        {
            var rows = Countries.Where(c => c.Region is null)
                .Select(c => (c.Table, c.Written, Why: c.Written is null ? "no country" : c.Code is null ? "no country of this name or code" : $"{c.Code} has no region", c.Records, c.Arr))
                .Concat(States.Where(s => s.Code is null).Select(s => (s.Table, (string?)s.Written, $"{s.Country} has no such state", s.Records, (double?)null))).ToArray();
            return new(
                "countries and states not known",
                Column.Of("table", rows.Select(r => r.Table)),
                Column.Of("value", rows.Select(r => r.Item2)),
                Column.Of("why", rows.Select(r => r.Item3)),
                Column.Of("records", rows.Select(r => r.Item4)),
                Column.Of("ARR", rows.Select(r => r.Item5), NumberFormat.Money));
        }
    }

    /// <summary>Gets one row a table and region: countries and records. Records without a region are a row of their own.</summary>
    public Table Regions
    {
        get
        {
            var rows = Countries.GroupBy(c => (c.Table, c.Region)).ToArray();
            return new(
                "regions",
                Column.Of("table", rows.Select(g => g.Key.Table)),
                Column.Of("region", rows.Select(g => g.Key.Region)),
                Column.Of("countries", rows.Select(g => g.Select(c => c.Code).OfType<string>().Distinct().Count())),
                Column.Of("records", rows.Select(g => g.Sum(c => c.Records))));
        }
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "countries",
        Column.Of("table", Countries.Select(c => c.Table)),
        Column.Of("written", Countries.Select(c => c.Written)),
        Column.Of("code", Countries.Select(c => c.Code)),
        Column.Of("country", Countries.Select(c => c.Code is null ? null : CountryName.NameOf(c.Code))),
        Column.Of("region", Countries.Select(c => c.Region)),
        Column.Of("records", Countries.Select(c => c.Records)),
        Column.Of("ARR", Countries.Select(c => c.Arr), NumberFormat.Money));
}
