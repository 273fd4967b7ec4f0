using Segmentation.Statistics;
using Segmentation.Tables;
using static System.FormattableString;

namespace Segmentation.Enrich;

/// <summary>What a spot check found, with what its size lets one say.</summary>
public sealed record SpotCheckResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "spot-check-result";

    /// <summary>Gets the values found right.</summary>
    public required int Right { get; init; }

    /// <summary>Gets the values found wrong.</summary>
    public required int Wrong { get; init; }

    /// <summary>Gets the values that could not be verified: in no share.</summary>
    public required int Unclear { get; init; }

    /// <summary>Gets the values without an answer: in no share.</summary>
    public required int Open { get; init; }

    /// <summary>Gets the rows of the sheet that are wrong.</summary>
    public required Table WrongRows { get; init; }

    /// <summary>Gets the share of wrong values above which it is a flag, a proportion.</summary>
    public required double Limit { get; init; }

    /// <summary>Gets the Wilson interval of <see cref="WrongShare"/>.</summary>
    public required Interval Interval { get; init; }

    /// <summary>Gets the wrong values as a proportion of those found right or wrong; null without any.</summary>
    public double? WrongShare => Right + Wrong == 0 ? null : (double)Wrong / (Right + Wrong);

    /// <summary>Gets whether the share of wrong values is above the limit; exactly the limit is not.</summary>
    public bool IsFlagged => WrongShare > Limit;

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "spot check",
        Column.Of("checked", [Right + Wrong]),
        Column.Of("wrong", [Wrong]),
        Column.Of("unclear", [Unclear]),
        Column.Of("open", [Open]),
        Column.Of("wrong share", new[] { WrongShare }, NumberFormat.Share),
        Column.Of("from", [Interval.Low], NumberFormat.Share),
        Column.Of("to", [Interval.High], NumberFormat.Share),
        Column.Of("limit", [Limit], NumberFormat.Share),
        Column.Of("flag", new[] { (bool?)IsFlagged }));

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options) => [Verdict()];

    /// <summary>Returns the verdict in a sentence.</summary>
    public string Verdict()
    {
        if (WrongShare is not { } share) return "Nothing was checked.";
        var said = Invariant($"{Wrong:#,0} of {Right + Wrong:#,0} are wrong: {share:0.0%}, interval {Interval.Low:0.0%} to {Interval.High:0.0%}, {(IsFlagged ? "above" : "not above")} the limit of {Limit:0.#%}");
        return Interval.Contains(Limit) ? $"{said}; the interval holds the limit, so that this many cannot tell on which side of it all the filled values are." : $"{said}.";
    }
}
