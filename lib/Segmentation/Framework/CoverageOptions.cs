namespace Segmentation.Framework;

/// <summary>How rules are looked at.</summary>
public sealed record CoverageOptions
{
    /// <summary>Gets the defaults.</summary>
    public static CoverageOptions Default { get; } = new();

    /// <summary>Gets the most cells into which a dimension may cut the space of records, and the most combinations of texts that <c>contains</c> may ask one field for.
    /// Beyond it the dimension is reported as not analysed; nothing is sampled. Default 200,000: less than a second.</summary>
    public int MostCells { get; init; } = 200_000;

    /// <summary>Gets the date from which relative dates count where no records are given; the records' own date where they are. Default null: a rule with a
    /// relative date is then reported as not analysed.</summary>
    public DateTime? AsOf { get; init; }
}
