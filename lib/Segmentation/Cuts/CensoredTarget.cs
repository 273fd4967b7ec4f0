using System.Collections.Immutable;

namespace Segmentation.Cuts;

/// <summary>A time until something happens, of which for some records only "not yet" is known.</summary>
/// <param name="Time">Length n. Time from the start until the event, or until the record was last seen without it; at least 0, one unit throughout.</param>
/// <param name="Event">Length n. Whether the event happened at that time; where not, the record is right-censored there.</param>
public sealed record CensoredTarget(ImmutableArray<double> Time, ImmutableArray<bool> Event) : CutTarget
{
    /// <inheritdoc/>
    public override int Count => Time.Length;

    /// <inheritdoc/>
    public override CutTarget Take(ReadOnlySpan<int> rows) => new CensoredTarget(Taken(Time, rows), Taken(Event, rows));
}
