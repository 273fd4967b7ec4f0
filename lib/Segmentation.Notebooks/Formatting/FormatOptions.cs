using Segmentation.Tables;

namespace Segmentation.Notebooks.Formatting;

/// <summary>How values are shown.</summary>
public sealed record FormatOptions
{
    /// <summary>Gets the defaults.</summary>
    public static FormatOptions Default { get; } = new();

    /// <summary>Gets the row limit and the mask. Default: 20 rows, nothing hidden.</summary>
    public RenderOptions Render { get; init; } = RenderOptions.Default;

    /// <summary>Gets how many items of a sequence are looked at, at most: a sequence may never end. Default 10,000.</summary>
    public int MostItems { get; init; } = 10_000;

    /// <summary>Gets how many properties of an object are shown, at most. Default 40.</summary>
    public int MostMembers { get; init; } = 40;

    /// <summary>Gets how deep values inside values are followed. Default 3.</summary>
    public int Depth { get; init; } = 3;

    /// <summary>Gets how many items of a sequence inside another value are written out, at most. Default 8.</summary>
    public int NestedItems { get; init; } = 8;

    /// <summary>Gets the longest text that is shown, in characters. Default 100,000.</summary>
    public int LongestText { get; init; } = 100_000;

    /// <summary>Gets how many calls are named that led to an exception, at most; the others are counted. Default 12.</summary>
    public int MostFrames { get; init; } = 12;

    /// <summary>Gets how many messages are told of an exception and those that caused it, at most. Default 5.</summary>
    public int MostCauses { get; init; } = 5;
}
