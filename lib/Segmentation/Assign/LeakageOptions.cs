using Segmentation.Standardize;

namespace Segmentation.Assign;

/// <summary>How a value that is not in the list is brought to one that is.</summary>
public sealed record LeakageOptions
{
    /// <summary>Gets the defaults.</summary>
    public static LeakageOptions Default { get; } = new();

    /// <summary>Gets what a person decided about picklist values. Default: nothing.</summary>
    public PicklistDecisions Decisions { get; init; } = PicklistDecisions.Empty;

    /// <summary>Gets how far two spellings may lie apart. Default: as the clean-up.</summary>
    public PicklistOptions Picklists { get; init; } = PicklistOptions.Default;
}
