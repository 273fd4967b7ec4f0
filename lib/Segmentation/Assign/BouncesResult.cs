using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;
using static System.FormattableString;

namespace Segmentation.Assign;

/// <summary>Which records change segment and come back, at which cut, and the hysteresis that would keep them in place.</summary>
public sealed record BouncesResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "bounces";

    /// <summary>Gets when a margin is suggested.</summary>
    public required BounceOptions Options { get; init; }

    /// <summary>Gets the number of dates looked at.</summary>
    public required int Snapshots { get; init; }

    /// <summary>Gets where the history comes from, in words.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the bounces, accounts first, the largest ARR first.</summary>
    public required ImmutableArray<Bounce> All { get; init; }

    /// <summary>Gets every cut of every dimension, those of the exclusions with each, with what a margin would do.</summary>
    public required ImmutableArray<HysteresisSuggestion> Cuts { get; init; }

    /// <summary>Gets whether the rules name a personal field, so that its values are hidden under a mask.</summary>
    internal bool IsPersonal { get; init; }

    /// <summary>Gets one row a bounce: where the record was, where in between, when, on which field and cut, ARR.</summary>
    public Table Records => new(
        "records that came back",
        Column.Of("of", All.Select(b => SnakeName.Of(b.Of))),
        Column.Of("id", All.Select(b => b.Id)),
        Column.Of("name", All.Select(b => b.Name)).AsPersonal(),
        Column.Of("dimension", All.Select(b => b.Dimension)),
        Column.Of("segment", All.Select(b => b.Place)),
        Column.Of("in between", All.Select(b => b.Between)),
        Column.Of("left", All.Select(b => (DateTime?)b.Left.Date)),
        Column.Of("back", All.Select(b => (DateTime?)b.Back.Date)),
        Column.Of("field", All.Select(b => b.Field)),
        Column.Of("cut", All.Select(b => b.Cut)),
        Column.Of("left because", All.Select(b => b.Why)).AsPersonal(IsPersonal),
        Column.Of("ARR", All.Select(b => b.Arr), NumberFormat.Money));

    /// <summary>Gets one row a cut at which something bounces and margin tried: bounces left, share prevented, moves that come later.</summary>
    public Table Margins
    {
        get
        {
            var all = Cuts.Where(c => c.Bounces > 0).SelectMany(c => c.Tried.Select(t => (Cut: c, Tried: t))).ToArray();
            return new(
                "margins tried",
                Column.Of("dimension", all.Select(a => a.Cut.Dimension)),
                Column.Of("cut", all.Select(a => a.Cut.Cut)),
                Column.Of("margin", all.Select(a => a.Tried.Margin), NumberFormat.Share),
                Column.Of("leave below", all.Select(a => a.Tried.LeaveBelow)),
                Column.Of("bounces left", all.Select(a => a.Tried.Bounces)),
                Column.Of("prevented", all.Select(a => a.Tried.Prevented), NumberFormat.Share),
                Column.Of("moves that come later", all.Select(a => a.Tried.Delayed)),
                Column.Of("months later", all.Select(a => a.Tried.MonthsDelayed)),
                Column.Of("held at the end", all.Select(a => a.Tried.HeldAtEnd)));
        }
    }

    /// <summary>Returns one row a cut: records that crossed it, bounces, and the margin suggested with what it prevents and costs.</summary>
    public override Table ToTable() => new(
        "bounces by cut, and the hysteresis suggested",
        Column.Of("of", Cuts.Select(c => SnakeName.Of(c.Of))),
        Column.Of("dimension", Cuts.Select(c => c.Dimension)),
        Column.Of("cut", Cuts.Select(c => c.Cut)),
        Column.Of("records that crossed", Cuts.Select(c => c.Records)),
        Column.Of("bounces", Cuts.Select(c => c.Bounces)),
        Column.Of("crossed for good", Cuts.Select(c => c.ForGood)),
        Column.Of("margin", Cuts.Select(c => c.Suggested?.Margin), NumberFormat.Share),
        Column.Of("leave below", Cuts.Select(c => c.Suggested?.LeaveBelow)),
        Column.Of("why", Cuts.Select(c => c.Reason)));

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options) => [Invariant($"{options.Count(All.Length)} bounces of {options.Count(All.Select(b => (b.Of, b.Id)).Distinct().Count())} records over {Snapshots:#,0} dates ({Source}); {options.Count(All.Count(b => b.Cut is null))} of them crossed no cut.")];
}
