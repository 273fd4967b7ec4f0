using System.Collections.Immutable;

namespace Segmentation.Charts;

/// <summary>Everything of a figure that is not data: axes, limit lines, size.</summary>
internal sealed record FigureLayout(Axis X, Axis Y)
{
    /// <summary>Gets the height in pixels below the title, axis labels included. The width is the page's.</summary>
    public int Height { get; init; } = 360;

    /// <summary>Returns the height of a drawing with one line a category: never so low that labels are left out.</summary>
    /// <param name="lines">Number of lines.</param>
    /// <param name="each">Height of one in pixels.</param>
    public static int HeightOf(int lines, int each) => Math.Max(190, 90 + (lines * each));

    /// <summary>Gets the room at the right edge in pixels, for labels at the ends of lines.</summary>
    public int RightMargin { get; init; } = 32;

    public bool ShowLegend { get; init; }

    public bool Stacked { get; init; }

    /// <summary>Gets the gap between bars as a proportion of their distance.</summary>
    public double BarGap { get; init; } = 0.35;

    public ImmutableArray<LimitLine> Limits { get; init; } = [];

    public ImmutableArray<Band> Bands { get; init; } = [];

    /// <summary>Gets areas drawn below the marks, first at the bottom.</summary>
    public ImmutableArray<Region> Regions { get; init; } = [];

    /// <summary>Gets the slider below the figure; null for none.</summary>
    public Slider? Slider { get; init; }

    /// <summary>Gets a message in the middle of an empty figure; null where there is something to draw.</summary>
    public string? Message { get; init; }
}

/// <summary>What an axis measures.</summary>
internal enum AxisKind
{
    Linear,
    Log,
    Date,
    Category,
}

/// <summary>One axis.</summary>
/// <param name="Title">What it measures, with its unit.</param>
/// <param name="Kind">How positions are laid out.</param>
internal sealed record Axis(Phrase Title, AxisKind Kind = AxisKind.Linear)
{
    /// <summary>Gets the axis of an empty figure.</summary>
    public static Axis None { get; } = new(Phrase.Empty) { Hidden = true };

    /// <summary>Gets the d3 format of the ticks; null for Plotly's choice.</summary>
    public string? TickFormat { get; init; }

    public string? TickSuffix { get; init; }

    /// <summary>Gets the range shown; null for Plotly's choice.</summary>
    public (double Low, double High)? Range { get; init; }

    /// <summary>Gets whether the axis starts at zero.</summary>
    public bool FromZero { get; init; }

    /// <summary>Gets whether the first category is at the top.</summary>
    public bool Reversed { get; init; }

    /// <summary>Gets the positions that carry a label, with it: ours, not from the data; empty for Plotly's choice.</summary>
    public ImmutableArray<(double At, string Label)> Ticks { get; init; } = [];

    public bool Hidden { get; init; }

    public bool Grid { get; init; } = true;
}

/// <summary>A limit as a dashed line across the figure, labelled where it stands.</summary>
/// <param name="At">Where, in the units of the axis; not read where there is a <paramref name="Date"/>.</param>
/// <param name="Label">The limit in words with its figure: written by us, not from the data.</param>
/// <param name="Vertical">Whether the line stands on the x axis.</param>
/// <param name="Color">Its colour.</param>
/// <param name="Date">Where, on a date axis.</param>
internal sealed record LimitLine(double At, string Label, bool Vertical, string Color = FigureStyle.Limit, DateTime? Date = null);

/// <summary>A range of the y axis that a playbook expects, as a pale band.</summary>
internal sealed record Band(double Low, double High, string Label);

/// <summary>An area of both axes, in their units (of a log axis the number itself).</summary>
/// <param name="Left">Lowest x.</param>
/// <param name="Right">Highest x.</param>
/// <param name="Low">Lowest y.</param>
/// <param name="High">Highest y.</param>
/// <param name="Fill">Its colour.</param>
/// <param name="Border">The colour of its edge; null for none.</param>
/// <param name="Label">What it is; counts of records in it are hidden where they are small.</param>
internal sealed record Region(double Left, double Right, double Low, double High, string Fill, string? Border, Phrase Label);

/// <summary>A slider below a figure: each step shows the same data with other lines, areas and title. Everything it can show is in the figure; it needs no server.</summary>
/// <param name="Prefix">What stands before the current step's label: ours, not from the data.</param>
/// <param name="Active">Zero-based step shown first; the figure's own title, lines and areas must be that step's.</param>
/// <param name="Steps">The steps from left to right.</param>
internal sealed record Slider(string Prefix, int Active, ImmutableArray<SliderStep> Steps);

/// <summary>What one position of a slider shows.</summary>
/// <param name="Label">Its label: ours, not from the data.</param>
/// <param name="Heading">The title.</param>
/// <param name="Limits">The lines.</param>
/// <param name="Regions">The areas.</param>
internal sealed record SliderStep(string Label, Phrase Heading, ImmutableArray<LimitLine> Limits, ImmutableArray<Region> Regions);
