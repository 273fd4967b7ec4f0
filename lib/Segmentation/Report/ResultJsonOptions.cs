namespace Segmentation.Report;

/// <summary>How much of a result its JSON holds. What is left out is counted beside it.</summary>
public sealed record ResultJsonOptions
{
    /// <summary>Gets the defaults.</summary>
    public static ResultJsonOptions Default { get; } = new();

    /// <summary>Gets the most rows of a table that was shown itself. Default 10,000.</summary>
    public int MostRows { get; init; } = 10_000;

    /// <summary>Gets the most rows of a table inside another result, such as the rows behind a finding. Default 20.</summary>
    public int MostNestedRows { get; init; } = 20;

    /// <summary>Gets the most items of a list or dictionary. Default 1,000.</summary>
    public int MostItems { get; init; } = 1_000;

    /// <summary>Gets how deep results inside results are followed. Default 8.</summary>
    public int Depth { get; init; } = 8;
}
