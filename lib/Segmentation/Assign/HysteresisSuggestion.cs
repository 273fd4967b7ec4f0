using System.Collections.Immutable;
using Segmentation.Load;

namespace Segmentation.Assign;

/// <summary>How often records bounce at one cut, and the margin that would keep most of them in place.</summary>
/// <param name="Of">Accounts or contacts.</param>
/// <param name="Dimension">The dimension's name.</param>
/// <param name="Field">The field.</param>
/// <param name="Cut">The cut: <c>arr &gt;= 50,000</c>.</param>
/// <param name="Records">Records that changed place when their value crossed the cut.</param>
/// <param name="Bounces">How often one of them crossed the cut and returned.</param>
/// <param name="ForGood">Records of them that ended on the other side and stayed there (<see cref="BounceOptions.LastingSnapshots"/>).</param>
/// <param name="Tried">The margins tried, ascending.</param>
/// <param name="Suggested">The smallest margin that prevents enough; null where there is none, or too little to say.</param>
/// <param name="Reason">Why this margin, or why none, in words.</param>
public sealed record HysteresisSuggestion(
    EntityKind Of,
    string Dimension,
    string Field,
    string Cut,
    int Records,
    int Bounces,
    int ForGood,
    ImmutableArray<HysteresisOutcome> Tried,
    HysteresisOutcome? Suggested,
    string Reason);
