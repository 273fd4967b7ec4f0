using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Standardize;

/// <summary>The precision of title rules on a labelled sample.</summary>
public sealed record TitlePrecisionResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "title-precision";

    /// <summary>Gets one row a level in order, also those that nobody got, then one a department by name.</summary>
    public required ImmutableArray<TitlePrecisionRow> Rows { get; init; }

    /// <summary>Gets the confidence of the intervals.</summary>
    public required double Confidence { get; init; }

    /// <summary>Gets the contacts of the sample whose level nobody has labelled: left out.</summary>
    public required int WithoutLevel { get; init; }

    /// <summary>Gets the contacts of the sample whose department nobody has labelled: left out.</summary>
    public required int WithoutDepartment { get; init; }

    /// <summary>Gets the contacts with a labelled department for which the rules gave none: no mistake, but not found.</summary>
    public required int DepartmentsNotFound { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "precision of the title rules",
        Column.Of("about", Rows.Select(r => r.About)),
        Column.Of("answer", Rows.Select(r => r.Answer)),
        Column.Of("labelled", Rows.Select(r => r.Labelled)),
        Column.Of("correct", Rows.Select(r => r.Correct)),
        Column.Of("precision", Rows.Select(r => r.Precision), NumberFormat.Share),
        Column.Of("from", Rows.Select(r => r.Interval.Low), NumberFormat.Share),
        Column.Of("to", Rows.Select(r => r.Interval.High), NumberFormat.Share),
        Column.Of("most frequent mistake", Rows.Select(r => r.Mistaken)));
}
