namespace Segmentation.Charts;

/// <summary>How an exploring chart is made. Every limit on what reaches the page is here.</summary>
public sealed record ChartOptions
{
    /// <summary>Gets the defaults.</summary>
    public static ChartOptions Default { get; } = new();

    /// <summary>Gets the title. Default null: the finding, in words, from the data. A title given is shown as it is, also under mask.</summary>
    public string? Title { get; init; }

    /// <summary>Gets where the data comes from and of when it is, as a line under the title. Default null: none.</summary>
    public string? Source { get; init; }

    /// <summary>Gets the unit of the values, such as <c>USD</c>, for the axis title. Default null: none.</summary>
    public string? Unit { get; init; }

    /// <summary>Gets whether the axis of the values (in a scatter both axes) is logarithmic; zero and negative values are then left out and counted. Default false.</summary>
    public bool Log { get; init; }

    /// <summary>Gets the most categories of an axis; the rest are drawn as one, "other". At least 1. Default 15.</summary>
    public int TopCategories { get; init => field = AtLeastOne(value, nameof(TopCategories)); } = 15;

    /// <summary>Gets the most lines or colours; the rest are drawn as one, "other". At least 1. Default 6, what the palette tells apart.</summary>
    public int TopSeries { get; init => field = AtLeastOne(value, nameof(TopSeries)); } = 6;

    /// <summary>Gets the most bins of a histogram. At least 1. Default 60.</summary>
    public int MostBins { get; init => field = AtLeastOne(value, nameof(MostBins)); } = 60;

    /// <summary>Gets the most points of a scatter; above, every n-th row is drawn and the subtitle says so. At least 1. Default 5,000.</summary>
    public int MostPoints { get; init => field = AtLeastOne(value, nameof(MostPoints)); } = 5000;

    /// <summary>Gets the most dates along a line; above, they are drawn by month, quarter or year. At least 1. Default 120.</summary>
    public int MostDates { get; init => field = AtLeastOne(value, nameof(MostDates)); } = 120;

    private static int AtLeastOne(int value, string name) => value >= 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"ChartOptions.{name} is {value}; it is the most that a chart draws, and at least 1.");
}
