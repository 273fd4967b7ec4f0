using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>Counts of records that decide for themselves what a mask withholds: in a flow, links and nodes are channels of different lengths.</summary>
internal sealed record FlowSeries(ImmutableArray<int> Records) : Series
{
    public override int Length => Records.Length;

    // A small link stays, as thin as one of a single record: which of the small counts it is cannot be read off.
    public override JsonNode? Value(int mark, bool withheld, RenderOptions options) => Piece.Withheld(Records[mark], options) ? 1 : Records[mark];
}
