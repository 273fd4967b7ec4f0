using System.Collections.Immutable;
using Segmentation.Load;

namespace Segmentation.Standardize;

/// <summary>Which fields of the accounts are divided into bands, and where the bands begin. The lower end of a band is in it, the upper end in the next.</summary>
public sealed record BandOptions
{
    /// <summary>Gets the defaults.</summary>
    public static BandOptions Default { get; } = new();

    /// <summary>Gets the company sizes by employees. Default: SMB below 100, Mid-Market 100 to below 1,000, Enterprise 1,000 or more (customer success
    /// playbook, which says "100-1000" and "1000+": exactly 1,000 is Enterprise here).</summary>
    public Bands Sizes { get; init; } = Bands.Of("employees", ["SMB", "Mid-Market", "Enterprise"], [100, 1000]);

    /// <summary>Gets the company sizes of marketing by employees. Default: 1-50, 51-200, 201-1000, above 1000 (marketing database playbook, which says
    /// "201-1000" and "1000+": exactly 1,000 is in 201-1000 here).</summary>
    public Bands MarketingSizes { get; init; } = Bands.Of("employees", ["1-50", "51-200", "201-1000", "above 1000"], [51, 201, 1001]);

    /// <summary>Gets the ARR tiers, in the workspace's currency. Default: below 50K, 50K to below 500K, 500K or more (the ARR limits of the customer success playbook's tier rules).</summary>
    public Bands ArrTiers { get; init; } = Bands.Of("ARR", ["Below 50K", "50K to below 500K", "500K or more"], [50_000, 500_000]);

    /// <summary>Gets the fields and the columns they are written to. Default: <c>size_tier</c> and <c>size_band</c> from employees, <c>arr_tier</c> from ARR.</summary>
    public ImmutableArray<BandSource> Fields
    {
        get => field.IsDefault ? [new(Role.Employees, "size_tier", Sizes), new(Role.Employees, "size_band", MarketingSizes), new(Role.Arr, "arr_tier", ArrTiers)] : field;
        init;
    }
}
