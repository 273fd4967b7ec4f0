using Segmentation.Calibrate;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>How much candidates for dimensions say about each other.</summary>
internal static class RedundancyFigure
{
    private const string Name = "redundancy";

    // What a cell of the map shows as 100%.
    private const double All = 0.995;

    public static Figure Draw(DimensionCandidateRedundancy redundancy)
    {
        var m = redundancy.Names.Length;
        if (m < 2) return ChartInput.Empty(Name, "Redundancy", "There are no two candidates to compare.", ChartOptions.Default);
        var pairs = (from i in Enumerable.Range(0, m) from j in Enumerable.Range(0, m) where i < j && redundancy.Shared[i][j] is not null select (I: i, J: j)).ToArray();
        double[] values = [.. from i in Enumerable.Range(0, m) from j in Enumerable.Range(0, m) select i == j ? double.NaN : redundancy.Shared[i][j] is { } shared ? Math.Max(0, shared) : double.NaN];
        return new Figure(Name,
            Title(redundancy, pairs),
            new FigureLayout(new Axis(Phrase.Empty, AxisKind.Category) { Grid = false }, new Axis(Phrase.Empty, AxisKind.Category) { Reversed = true, Grid = false }) { Height = 120 + (30 * m) },
            new Trace("heatmap",
            [
                new("x", new LabelSeries(redundancy.Names)),
                new("y", new LabelSeries(redundancy.Names)),
                new("z", new NumberSeries([.. values]), m),
                new("text", new TextSeries([.. values.Select(v => (Phrase)(double.IsNaN(v) ? string.Empty : FormattableString.Invariant($"{v * 100:0}%")))]), m),
            ])
            {
                Style = () => HeatMapFigure.Style("information shared", values.Length <= HeatMapFigure.MostLabelled, NumberFormat.Share),
            })
        {
            Note = "in each cell: the share of the coarser one's information that the other gives, less what chance gives",
        };
    }
    // That one says all of another is seen in a word; the news is what comes after it.
    private static Phrase Title(DimensionCandidateRedundancy redundancy, (int I, int J)[] pairs)
    {
        if (pairs.Length == 0) return "No two candidates can be compared";
        var sorted = pairs.OrderByDescending(Shared).ToArray();
        var whole = sorted.TakeWhile(p => Shared(p) >= All).ToArray();
        var next = sorted.Skip(whole.Length).Take(1).Select(p => Phrase.Of(
            redundancy.Names[p.I], " and ", redundancy.Names[p.J], $" share {(whole.Length == 0 ? "most: " : string.Empty)}{NumberColumn.Show(Math.Max(0, Shared(p)), NumberFormat.Share)} of what the coarser says"));
        return whole switch
        {
            [] => next.Single(),
            [var pair] => Phrase.Join("; next, ", [Phrase.Of("One of ", redundancy.Names[pair.I], " and ", redundancy.Names[pair.J], " says all that the other does"), .. next]),
            _ => Phrase.Join("; next, ", [FormattableString.Invariant($"In {whole.Length} pairs one says all that the other does"), .. next]),
        };

        double Shared((int I, int J) pair) => redundancy.Shared[pair.I][pair.J]!.Value;
    }
}
