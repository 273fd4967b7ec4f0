using System.Collections.Immutable;

namespace Segmentation.Framework;

/// <summary>The values of one field between which no rule tells a difference.</summary>
internal sealed record AxisCell
{
    /// <summary>Gets whether it is the cell of records without a value.</summary>
    public bool IsBlank { get; init; }

    /// <summary>Gets the interval of a number or of days since 0001-01-01; read only on such axes.</summary>
    public AxisRange Range { get; init; }

    /// <summary>Gets the value; read only on the axis of a flag.</summary>
    public bool Flag { get; init; }

    /// <summary>Gets the texts that rules or picklist name; read only on the axis of a text.</summary>
    public ImmutableArray<string> Named { get; init; } = [];

    /// <summary>Gets the other texts, as which of the axis' parts they hold and which not; read only on the axis of a text.</summary>
    public ImmutableArray<AxisText> Others { get; init; } = [];
}
