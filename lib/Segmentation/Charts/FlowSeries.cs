using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>Counts of records that decide for themselves what a mask withholds: in a flow, links and nodes are channels of different lengths.</summary>
internal sealed record FlowSeries(ImmutableArray<int> Records) : Series
{
    public override int Length => Records.Length;

    // A link without a size is not drawn, and its two ends say what is left.
    public override JsonNode? Value(int mark, bool withheld, RenderOptions options) => Piece.Withheld(Records[mark], options) ? 0 : Records[mark];
}
