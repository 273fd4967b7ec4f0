using System.Collections.Immutable;
using Segmentation.Load;

namespace Segmentation.Standardize;

/// <summary>How currencies are read, and whether amounts are converted.</summary>
public sealed record CurrencyOptions
{
    /// <summary>Gets the defaults: nothing is converted.</summary>
    public static CurrencyOptions Default { get; } = new();

    /// <summary>Gets the ISO code that a bare "$" stands for. Default USD.</summary>
    public string DollarSign { get; init; } = "USD";

    /// <summary>Gets the ISO code that amounts are converted to. Default null: nothing is converted.</summary>
    public string? ConvertTo { get; init; }

    /// <summary>Gets what one unit of each currency is worth in <see cref="ConvertTo"/>, by ISO code; above 0. Default none.</summary>
    public ImmutableSortedDictionary<string, double> Rates { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>Gets the roles of the amounts that are in a record's currency. Default ARR, MRR and annual revenue.</summary>
    public ImmutableArray<Role> Amounts { get; init; } = [Role.Arr, Role.Mrr, Role.AnnualRevenue];
}
