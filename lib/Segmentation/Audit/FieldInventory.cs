using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>Every field of accounts and contacts: how full, how valid, what it holds.</summary>
public sealed record FieldInventory : AuditSection
{
    /// <summary>Most frequent values that the table shows; each profile holds as many as the options say.</summary>
    private const int ShownValues = 4;

    /// <inheritdoc/>
    public override string ResultName => "field-inventory";

    /// <summary>Gets one profile a field: accounts first, in the order of the file.</summary>
    public required ImmutableArray<FieldProfile> Fields { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "field inventory",
        Column.Of("table", Fields.Select(f => Phrase.Name(f.Table))),
        Column.Of("field", Fields.Select(f => f.Summary.Column)),
        Column.Of("role", Fields.Select(f => f.Role is { } role ? Phrase.Name(role) : null)),
        Column.Of("type", Fields.Select(f => f.Summary.Type.ToString().ToLowerInvariant())),
        Column.Of("populated", Fields.Select(f => f.PopulatedShare), NumberFormat.Share),
        Column.Of("valid", Fields.Select(f => f.ValidShare), NumberFormat.Share),
        Column.Of("distinct", Fields.Select(f => f.Summary.Distinct)),
        Column.Of("note", Fields.Select(f => f.Note)),
        Column.Of("most frequent", Fields.Select(f => f.Summary.IsPersonal ? null : MostFrequent(f.Summary))),
        Column.Of("most frequent (personal)", Fields.Select(f => f.Summary.IsPersonal ? MostFrequent(f.Summary) : null)).AsPersonal(),
        Column.Of("lowest", Fields.Select(f => Bound(f.Summary, f.Summary.Numbers?.Minimum, f.Summary.Earliest))),
        Column.Of("quartile 1", Fields.Select(f => Quantile(f.Summary, 0.25))),
        Column.Of("median", Fields.Select(f => Quantile(f.Summary, 0.50))),
        Column.Of("quartile 3", Fields.Select(f => Quantile(f.Summary, 0.75))),
        Column.Of("highest", Fields.Select(f => Bound(f.Summary, f.Summary.Numbers?.Maximum, f.Summary.Latest))),
        Column.Of("zeros", Fields.Select(f => (double?)f.Summary.Numbers?.Zeros), NumberFormat.Count),
        Column.Of("negatives", Fields.Select(f => (double?)f.Summary.Numbers?.Negatives), NumberFormat.Count),
        Column.Of("shortest", Fields.Select(f => (double?)f.Summary.ShortestLength)),
        Column.Of("longest", Fields.Select(f => (double?)f.Summary.LongestLength)),
        Column.Of("disguised nulls", Fields.Select(f => f.DisguisedNulls.Count == 0 ? null : string.Join(", ", f.DisguisedNulls.Select(t => $"{t.Key} ×{Phrase.Count(t.Value)}")))),
        Column.Of("valid means", Fields.Select(f => f.Rule)));

    private static string? MostFrequent(ColumnSummary summary) =>
        summary.IsUnique || summary.Top.Length == 0 ? null : string.Join(", ", summary.Top.Take(ShownValues).Select(v => $"{v.Value} ×{Phrase.Count(v.Count)}"));

    private static string? Bound(ColumnSummary summary, double? number, DateTime? date) => summary.IsPersonal ? null
        : number is { } n ? Phrase.Number(n)
        : date is { } d ? DateColumn.Show(d) : null;

    private static double? Quantile(ColumnSummary summary, double probability)
    {
        if (summary.IsPersonal || summary.Numbers is not { } numbers) return null;
        foreach (var quantile in numbers.Quantiles)
        {
            if (Math.Abs(quantile.Probability - probability) < 1e-9) return quantile.Value;
        }

        return null;
    }
}
