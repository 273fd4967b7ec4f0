using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Playbook;
using Segmentation.Tables;

namespace Segmentation.Enrich;

/// <summary>Filled values drawn at random, one a record, for a person to check against the source: a sheet with a column to fill in.</summary>
public sealed record SpotCheck : Result
{
    internal const string RecordColumn = "record";
    internal const string FieldColumn = "field";
    internal const string ProviderColumn = "provider";
    internal const string VerifyColumn = "verified";

    /// <inheritdoc/>
    public override string ResultName => "spot-check";

    /// <summary>Gets the seed.</summary>
    public required int Seed { get; init; }

    /// <summary>Gets the number of records that have a filled value to draw.</summary>
    public required int Population { get; init; }

    /// <summary>Gets the values drawn, by row.</summary>
    public required ImmutableArray<FilledValue> Values { get; init; }

    /// <summary>Gets the sheet: record and who it is, field, value, provider, key, and the empty column <c>verified</c>, into which a person writes
    /// <c>right</c>, <c>wrong</c> or <c>unclear</c>.</summary>
    public required Table Sheet { get; init; }

    /// <summary>Draws filled values.</summary>
    /// <param name="enrichment">What was filled.</param>
    /// <param name="size">Records to draw, at least 1; all where there are fewer. Default: the playbook's 20.</param>
    /// <param name="seed">The seed: the same gives the same values. Default 20260630.</param>
    /// <param name="field">Draws from this field only. Default: from all; of a record with several filled values one is drawn.</param>
    public static SpotCheck Draw(EnrichmentResult enrichment, int? size = null, int seed = 20260630, Role? field = null)
    {
        ArgumentNullException.ThrowIfNull(enrichment);
        var wanted = size ?? enrichment.Workspace.Limits.SpotCheckRecords;
        ArgumentOutOfRangeException.ThrowIfLessThan(wanted, 1, nameof(size));
        var records = enrichment.Filled.Where(f => field is null || f.Field == field).GroupBy(f => f.Row).Select(g => g.ToArray()).ToArray();
        var random = new Random(seed);
        ImmutableArray<FilledValue> values = [.. TestBatch.Drawn(records, wanted, seed).Select(r => r[random.Next(r.Length)])];
        var who = EnrichmentRun.Who(enrichment.Workspace.Require(enrichment.Records), [.. values.Select(v => v.Row)]);
        return new SpotCheck
        {
            Seed = seed,
            Population = records.Length,
            Values = values,
            Sheet = new Table(
                "spot check",
                [
                    Column.Of(RecordColumn, values.Select(v => v.Record)),
                    .. who.Skip(1),
                    Column.Of(FieldColumn, values.Select(v => SnakeName.Of(v.Field))),
                    Column.Of("value", values.Select(v => v.Value.ReplaceLineEndings(" "))).AsPersonal(values.Any(v => EnrichmentFields.IsPersonal(v.Field))),
                    Column.Of(ProviderColumn, values.Select(v => v.Provider)),
                    Column.Of("matched by", values.Select(v => EnrichmentResult.Words(SnakeName.Of(v.Key)))),
                    Column.Of(VerifyColumn, values.Select(_ => (string?)null)),
                ]),
        };
    }

    /// <summary>Returns what a sheet says that a person has filled in.</summary>
    /// <param name="path">The CSV file, as <see cref="Sheet"/> is written by <see cref="Table.ToCsv"/> and saved by a spreadsheet.</param>
    /// <param name="limits">The limit of wrong values, and the confidence of the interval. Default: <see cref="PlaybookLimits.Default"/>.</param>
    /// <exception cref="WorkspaceException">A column is missing, or the column <c>verified</c> holds another word; with the line.</exception>
    public static SpotCheckResult Read(string path, PlaybookLimits? limits = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return SpotCheckSheet.Read(path, limits ?? PlaybookLimits.Default);
    }

    /// <inheritdoc/>
    public override Table ToTable() => Sheet;
}
