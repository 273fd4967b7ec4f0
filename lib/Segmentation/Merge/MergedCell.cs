namespace Segmentation.Merge;

/// <summary>Where one cell of a merged record comes from.</summary>
/// <param name="Row">Zero-based row of the record whose value is kept; the master's where no record has one, or where the value is made from several.</param>
/// <param name="Made">A value made from several records (a sum, a union), as <see cref="Tables.Column.Raw"/> writes it; null where one record's value is kept.</param>
/// <param name="Rule">The rule that decided.</param>
internal readonly record struct MergedCell(int Row, string? Made, Survivorship Rule);
