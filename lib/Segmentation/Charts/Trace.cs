using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Segmentation.Charts;

/// <summary>One Plotly trace: its type, the constant part of its style, and the data channels.</summary>
/// <param name="Type">Plotly's name of the trace type.</param>
/// <param name="Channels">The data, in the order in which it is written.</param>
internal sealed record Trace(string Type, ImmutableArray<Channel> Channels)
{
    /// <summary>Gets the label of the trace in a legend or hover box.</summary>
    public Piece? Name { get; init; }

    /// <summary>Gets the number of records behind each mark, by which small marks are withheld under mask; empty where a mark is not a count of records.</summary>
    public ImmutableArray<double> Records { get; init; } = [];

    /// <summary>Gets whether a withheld mark leaves the figure altogether, for marks that cannot be drawn without their size.</summary>
    public bool DropsWithheld { get; init; }

    /// <summary>Gets the constant attributes: never a value from the data.</summary>
    public Func<JsonObject> Style { get; init; } = () => [];
}

/// <summary>One channel of a trace.</summary>
/// <param name="Path">Where it goes in the trace: <c>x</c>, <c>text</c>, <c>marker.color</c>.</param>
/// <param name="Values">Its values, one a mark.</param>
/// <param name="Width">For a matrix, the number of columns: values are written as rows of this length. 0 otherwise.</param>
internal sealed record Channel(string Path, Series Values, int Width = 0);
