using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Audit;
using Segmentation.Cuts;
using Segmentation.Tables;

namespace Segmentation.Calibrate;

/// <summary>What it costs to move cuts: one row a cut and move.</summary>
public sealed record CutSensitivityResult : Result
{
    private readonly CutMoves mover;

    internal CutSensitivityResult(CutMoves mover) => this.mover = mover;

    /// <inheritdoc/>
    public override string ResultName => CalibrationWords.ResultName(Options.Field, $"sensitivity{At}");

    /// <summary>Gets the options.</summary>
    public required CutSensitivityOptions Options { get; init; }

    /// <summary>Gets the cuts as they stand, ascending.</summary>
    public required ImmutableArray<double> Cuts { get; init; }

    /// <summary>Gets the bands, fit and separation as the cuts stand, as a move by nothing; null where there is no cut.</summary>
    public required CutMove? Today { get; init; }

    /// <summary>Gets the moves, by cut and then in the order of the options.</summary>
    public required ImmutableArray<CutMove> Moves { get; init; }

    /// <summary>Gets the moves that cannot be made, with the reason.</summary>
    public required ImmutableArray<string> Refused { get; init; }

    /// <summary>Gets a curve a cut, for a chart with a slider.</summary>
    public required ImmutableArray<CutCurve> Curves { get; init; }

    /// <summary>Gets what <see cref="CutMove.Separation"/> measures, in words; null without an outcome.</summary>
    public string? Outcome { get; init; }

    private string At { get; init; } = string.Empty;

    /// <summary>Returns the answer to "what if the cut stood at …?": the same result with that one move.</summary>
    /// <param name="cutIndex">Zero-based number of the cut, lowest first.</param>
    /// <param name="value">Where it is put; between its neighbours, neither included.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cut, or the value is not between its neighbours.</exception>
    public CutSensitivityResult WithCutAt(int cutIndex, double value)
    {
        if (cutIndex < 0 || cutIndex >= Cuts.Length)
            throw new ArgumentOutOfRangeException(nameof(cutIndex), string.Create(CultureInfo.InvariantCulture, $"there is no cut {cutIndex}: {Options.Field} has {Cuts.Length}, counted from 0 at the lowest."));
        if (mover.Refusal(cutIndex, value) is { } why)
            throw new ArgumentOutOfRangeException(nameof(value), string.Create(CultureInfo.InvariantCulture, $"cut {cutIndex} of {Options.Field} cannot stand at {value}: {why}. Move that one first, or drop one of the two."));
        return this with { Moves = [mover.Of(cutIndex, value)], Refused = [], At = string.Create(CultureInfo.InvariantCulture, $"-{cutIndex}-at-{value}") };
    }

    /// <inheritdoc/>
    public override Table ToTable()
    {
        List<Column> columns =
        [
            Column.Of("cut", Moves.Select(m => m.From)),
            Column.Of("moved to", Moves.Select(m => CutSizes.Sharp(m.To))),
            Column.Of("by", Moves.Select(m => m.From == 0 ? null : CutSensitivity.Percent((m.To - m.From) / Math.Abs(m.From)))),
            Column.Of("accounts up", Moves.Select(m => m.AccountsUp)),
            Column.Of("accounts down", Moves.Select(m => m.AccountsDown)),
            Column.Of("of accounts", Moves.Select(m => m.Share), NumberFormat.Share),
            Column.Of("ARR that moves", Moves.Select(m => m.Arr), NumberFormat.Money),
            Column.Of("of ARR", Moves.Select(m => m.ArrShare), NumberFormat.Share),
            Column.Of("smallest tier", Moves.Select(m => m.Smallest)),
            Column.Of("largest share", Moves.Select(m => m.Largest), NumberFormat.Share),
            Column.Of("fit", Moves.Select(m => m.Fit), NumberFormat.Score),
            Column.Of("change of fit", Moves.Select(m => m.Fit - Today!.Fit), NumberFormat.Score),
        ];
        if (Today?.Separation is { } now)
        {
            columns.Add(Column.Of(Outcome!, Moves.Select(m => m.Separation), NumberFormat.Score));
            columns.Add(Column.Of($"change of {Outcome}", Moves.Select(m => m.Separation - now), NumberFormat.Score));
        }

        columns.Add(Column.Of("limits broken", Moves.Select(m => m.Broken.IsEmpty ? null : string.Join("; ", m.Broken))));
        return new($"moving the cuts of {Options.Field}", columns);
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Today is not { } today)
        {
            yield return $"{Options.Field} has no cut: there is nothing to move.";
            yield break;
        }

        double[] cuts = [.. Cuts];
        yield return $"As it stands: {string.Join("; ", today.Bands.Select((b, i) => $"{CutSizes.Name(cuts, i)}, {options.Count(b.Accounts)} accounts ({Phrase.Share(b.Share ?? 0)})"))}.";
        foreach (var moves in Moves.GroupBy(m => m.Cut))
        {
            var most = moves.MaxBy(m => m.Accounts)!;
            yield return most.Accounts == 0
                ? $"No account changes tier when {CutSizes.Show(most.From)} is put at {CutSizes.Show(most.To)}: there is none between."
                : string.Create(CultureInfo.InvariantCulture, $"{CutSizes.Show(most.From)} to {CutSizes.Show(most.To)} moves {options.Count(most.Accounts)} accounts {(most.AccountsUp > 0 ? "up" : "down")} ({Phrase.Share(most.Share)}){(most.ArrShare is { } arr ? $" and {Phrase.Share(arr)} of ARR" : null)}.");
        }
    }

    private string? Explained() => Outcome is null ? null : $" {char.ToUpperInvariant(Outcome[0])}{Outcome[1..]}: how far what happened differs between the tiers; 0 is not at all.";

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options)
    {
        if (Today is null) yield break;
        yield return $"Fit: share of the variance of {(Options.Scale == CutScale.Log ? $"log {Options.Field}" : Options.Field)} that lies between the tiers.{Explained()}";
        foreach (var refused in Refused) yield return $"Not possible: {refused}";
        if (!Today.Broken.IsEmpty) yield return $"Broken as it stands: {string.Join("; ", Today.Broken)}.";
    }
}
