using System.Collections.Immutable;

namespace Segmentation.Charts;

/// <summary>The line under a title: source first, then what was left out or gathered, with its count.</summary>
internal sealed record ChartNote(ImmutableArray<Phrase> Parts)
{
    public static ChartNote From(ChartOptions options) => new(options.Source is { } source ? [source] : []);

    public ChartNote And(Phrase part) => new(Parts.Add(part));

    /// <summary>Adds what was left out; nothing where nothing was.</summary>
    public ChartNote LeftOut(int rows, string why) => rows == 0 ? this : And(Phrase.Of(Piece.Count(rows), rows == 1 ? " row " : " rows ", why, " left out"));

    public Phrase Show() => Phrase.Join(" · ", Parts);
}
