namespace Segmentation.Enrich;

/// <summary>Which column of a provider's file fills a field.</summary>
/// <param name="Column">The column's name; case does not count.</param>
/// <param name="Scale">What its numbers are multiplied with. Null: 1,000 where the header says thousands ("in 000s"), else 1.</param>
public sealed record FieldMapping(string Column, double? Scale = null);
