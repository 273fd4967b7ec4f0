using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Audit;
using Segmentation.Cuts;
using Segmentation.Tables;

namespace Segmentation.Calibrate;

/// <summary>Cuts at numbers that people can say, and what they lose against the optimum.</summary>
public sealed record RoundCutsResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => CalibrationWords.ResultName(Options.Field, "round-cuts");

    /// <summary>Gets the options.</summary>
    public required RoundCutsOptions Options { get; init; }

    /// <summary>Gets the optimum.</summary>
    public required CutFinding Optimum { get; init; }

    /// <summary>Gets its separation.</summary>
    public required double OptimumSeparation { get; init; }

    /// <summary>Gets the rounded cuts that are best; null where the optimum has no cut, or no numbers near its cuts are ascending.</summary>
    public required RoundCutSet? Chosen { get; init; }

    /// <summary>Gets the next best, the best first.</summary>
    public required ImmutableArray<RoundCutSet> RunnersUp { get; init; }

    /// <summary>Gets the rounded cuts as a finding; the optimum where there are none.</summary>
    public CutFinding Finding => Chosen is null ? Optimum : Optimum with { Method = $"{Optimum.Method}, rounded", Cuts = [.. Chosen.Cuts.Select(c => c.Value)] };

    /// <inheritdoc/>
    public override Table ToTable()
    {
        RoundCutSet[] sets = Chosen is null ? [] : [Chosen, .. RunnersUp];
        return new(
            $"round cuts of {Options.Field}",
            Column.Of("choice", sets.Select((_, i) => i == 0 ? "chosen" : string.Create(CultureInfo.InvariantCulture, $"runner-up {i}"))),
            Column.Of("cuts", sets.Select(s => CutSizes.List([.. s.Cuts.Select(c => c.Value)]))),
            Column.Of("origin", sets.Select(s => string.Join("; ", s.Cuts.Select(c => c.Origin)))),
            Column.Of("separation", sets.Select(s => s.Separation), NumberFormat.Score),
            Column.Of("loss", sets.Select(s => s.Loss), NumberFormat.Share),
            Column.Of("accounts that move", sets.Select(s => s.Accounts)),
            Column.Of("of ARR", sets.Select(s => s.ArrShare), NumberFormat.Share),
            Column.Of("outside the interval", sets.Select(s => Outside(s))),
            Column.Of("limits broken", sets.Select(s => s.Broken.IsEmpty ? null : string.Join("; ", s.Broken))));
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Chosen is null)
        {
            yield return Optimum.Cuts.IsEmpty ? $"There is nothing to round: {Optimum.Reason ?? "no cut was found."}" : $"No round numbers lie near {CutSizes.List(Optimum.Cuts)} in this order.";
            yield break;
        }

        foreach (var cut in Chosen.Cuts)
        {
            var origin = cut.Origin == RoundCandidate.RoundNumber ? null : $", {cut.Origin}";
            var loss = double.IsNaN(cut.Loss) ? null : $"; {Lost(cut.Loss)} of the separation";
            yield return $"{CutSizes.Show(cut.Value)}{origin} (optimum {CutSizes.Show(cut.Optimum)}{loss}; {options.Count(cut.Accounts)} {(cut.Accounts == 1 ? "account moves" : "accounts move")})" +
                $"{(cut.IsOutside == true ? ": outside the interval of the optimum, rounder than the data allow." : ".")}";
        }

        if (Chosen.Cuts.Length > 1) yield return $"Together they {(Chosen.Loss < 0 ? "gain" : "lose")} {NumberColumn.Show(Math.Abs(Chosen.Loss), NumberFormat.Share)} of the separation, and {options.Count(Chosen.Accounts)} accounts{(Chosen.ArrShare is { } arr ? $" with {Phrase.Share(arr)} of ARR" : null)} change tier.";
        if (!Chosen.Broken.IsEmpty) yield return $"No round cuts meet the limits; these break: {string.Join("; ", Chosen.Broken)}.";
    }

    private static string Lost(double loss) => $"{(loss < 0 ? "gains" : "loses")} {NumberColumn.Show(Math.Abs(loss), NumberFormat.Share)}";

    private static string? Outside(RoundCutSet set) => set.Cuts.Any(c => c.IsOutside == true) ? string.Join("; ", set.Cuts.Where(c => c.IsOutside == true).Select(c => CutSizes.Show(c.Value)))
        : set.Cuts.All(c => c.IsOutside is null) ? null : "none";
}
