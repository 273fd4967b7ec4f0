using System.Collections.Immutable;

namespace Segmentation.Cuts;

/// <summary>Whether a field's values fall into bands at all, and into how many.</summary>
/// <param name="Rows">One row a number of bands, from 1; empty where nothing can be cut.</param>
/// <param name="Bands">The number of bands that the data support: 1 where they support no cut.</param>
/// <param name="Best">The number of bands, at least 2, with the lowest BIC among those that meet the limits, whether it is supported or not; null where none meets them.</param>
/// <param name="P">How often values spread evenly are as grouped as these, whatever the number of bands; null where nothing can be cut.</param>
/// <param name="Reason">The choice in words.</param>
public sealed record CutCountChoice(ImmutableArray<CutCountRow> Rows, int Bands, int? Best, double? P, string Reason)
{
    /// <summary>Gets a value indicating whether the values are more grouped than even spreads are, at <see cref="CutCountOptions.Significance"/>.</summary>
    public required bool IsSupported { get; init; }

    /// <summary>Gets the step to which all values are rounded; 0 where none was found that matters.</summary>
    public double Resolution { get; init; }

    /// <summary>Gets the options.</summary>
    public required CutCountOptions Options { get; init; }
}
