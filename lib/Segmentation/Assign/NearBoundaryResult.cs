using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;
using static System.FormattableString;

namespace Segmentation.Assign;

/// <summary>Which records lie so near a cut that they would be elsewhere just across it, and how many at each cut.</summary>
public sealed record NearBoundaryResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "near-boundary";

    /// <summary>Gets the distances in force.</summary>
    public required NearBoundaryOptions Options { get; init; }

    /// <summary>Gets the date of the values.</summary>
    public required DateTime AsOf { get; init; }

    /// <summary>Gets every cut of every dimension, those of the exclusions with each.</summary>
    public required ImmutableArray<NearBoundaryCut> Cuts { get; init; }

    /// <summary>Gets the records that would change place, accounts first, the largest ARR first. A record near two cuts is there twice.</summary>
    public required ImmutableArray<NearBoundaryRecord> All { get; init; }

    /// <summary>Gets the personal fields, whose values are hidden under a mask.</summary>
    internal ImmutableArray<string> PersonalFields { get; init; } = [];

    /// <summary>Gets one row a record and cut: value, distance, the place now and on the other side, ARR.</summary>
    public Table Records => new(
        "records near a cut",
        Column.Of("of", All.Select(r => SnakeName.Of(r.Of))),
        Column.Of("id", All.Select(r => r.Id)),
        Column.Of("name", All.Select(r => r.Name)).AsPersonal(),
        Column.Of("dimension", All.Select(r => r.Dimension)),
        Column.Of("cut", All.Select(r => r.Cut)),
        Column.Of("value", All.Select(r => r.Value)).AsPersonal(All.Any(r => PersonalFields.Contains(r.Field))),
        Column.Of("distance", All.Select(r => r.Distance), NumberFormat.Share),
        Column.Of("days", All.Select(r => r.Days)),
        Column.Of("segment", All.Select(r => r.Segment)),
        Column.Of("if it", All.Select(r => r.Crossing)),
        Column.Of("then", All.Select(r => r.OtherSide)),
        Column.Of("ARR", All.Select(r => r.Arr), NumberFormat.Money));

    /// <summary>Returns one row a cut: records within the distance, those that would change place, and their ARR.</summary>
    public override Table ToTable() => new(
        Invariant($"records within {Options.Within * 100:0.##}% ({Options.WithinDays} days) of a cut"),
        Column.Of("of", Cuts.Select(c => SnakeName.Of(c.Of))),
        Column.Of("dimension", Cuts.Select(c => c.Dimension)),
        Column.Of("cut", Cuts.Select(c => c.Cut)),
        Column.Of("near", Cuts.Select(c => c.Near)),
        Column.Of("would change", Cuts.Select(c => c.WouldChange)),
        Column.Of("by rising", Cuts.Select(c => c.WouldRise)),
        Column.Of("by falling", Cuts.Select(c => c.WouldFall)),
        Column.Of("ARR", Cuts.Select(c => c.Arr), NumberFormat.Money));

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options) => [Cuts.IsEmpty ? "The rules cut no number and no date."
        : "Each record near a cut was decided again with its value just across; those whom another rule or an override keeps in place are near, and would not change."];
}
