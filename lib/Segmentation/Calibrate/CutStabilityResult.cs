using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Audit;
using Segmentation.Cuts;
using Segmentation.Tables;

namespace Segmentation.Calibrate;

/// <summary>How far the cuts wander from resample to resample, and what that moves.</summary>
public sealed record CutStabilityResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => CalibrationWords.ResultName(Options.Field, "stability");

    /// <summary>Gets the options.</summary>
    public required CutStabilityOptions Options { get; init; }

    /// <summary>Gets what the finder found in the sample.</summary>
    public required CutFinding Finding { get; init; }

    /// <summary>Gets the accounts with a value.</summary>
    public required int Accounts { get; init; }

    /// <summary>Gets the cuts of the sample, ascending, with their positions in the resamples.</summary>
    public required ImmutableArray<CutSpread> Cuts { get; init; }

    /// <summary>Gets how often each number of cuts was found, ascending; empty where the sample holds no value and nothing was drawn.</summary>
    public required ImmutableArray<CutCountShare> CutCounts { get; init; }

    /// <summary>Gets the share of the accounts that changes tier; null where nothing was drawn.</summary>
    public TierChange? AccountsChange { get; init; }

    /// <summary>Gets the same of what they pay; null where nobody pays.</summary>
    public TierChange? ArrChange { get; init; }

    /// <summary>Gets the share of the resamples that find as many cuts as the sample; null where nothing was drawn.</summary>
    public double? SameNumber => CutCounts.IsEmpty ? null : CutCounts.Where(c => c.Cuts == Cuts.Length).Sum(c => c.Share);

    /// <summary>Gets the share of the resamples in which no cut is supported; null where nothing was drawn.</summary>
    public double? Unsupported => CutCounts.IsEmpty ? null : CutCounts.Where(c => c.Cuts == 0).Sum(c => c.Share);

    /// <summary>Gets a sentence a cut, then one for all of them.</summary>
    public ImmutableArray<string> Words => [.. Cuts.Select(Sentence), .. Whole()];

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"stability of the cuts of {Options.Field}",
        Column.Of("cut", Cuts.Select(c => c.Cut)),
        Column.Of("from", Cuts.Select(c => Sharp(c.Interval?.Low))),
        Column.Of("median", Cuts.Select(c => Sharp(c.Median))),
        Column.Of("to", Cuts.Select(c => Sharp(c.Interval?.High))),
        Column.Of("resamples with it", Cuts.Select(c => c.Matched), NumberFormat.Share),
        Column.Of("near it", Cuts.Select(c => c.Near), NumberFormat.Share),
        Column.Of("accounts between", Cuts.Select(c => c.AccountsBetween), NumberFormat.Share),
        Column.Of("ARR between", Cuts.Select(c => c.ArrBetween), NumberFormat.Share));

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options)
    {
        if (Finding.Reason is { } reason) yield return $"{Options.Field}: {reason}";
        foreach (var sentence in Words) yield return sentence;
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Accounts == 0)
        {
            yield return $"No account has a value of {Options.Field}: nothing was drawn.";
            yield break;
        }

        yield return string.Create(CultureInfo.InvariantCulture,
            $"{Options.Resamples:#,0} resamples of {options.Count(Accounts)} accounts, seed {Options.Seed}, by {Finding.Method}. Near: at most {Options.Near:0.#%} of the accounts lie between the cut and its match.");
    }

    private string Sentence(CutSpread cut)
    {
        if (cut.Interval is not { } interval) return $"{CutSizes.Show(cut.Cut)} is found in no resample: do not build on it.";
        var among = cut.Matched < 1 ? $" of the {NumberColumn.Show(cut.Matched, NumberFormat.Share)} of resamples that find it" : " of resamples";
        return $"{CutSizes.Show(cut.Cut)} lies between {CutSizes.Show(interval.Low)} and {CutSizes.Show(interval.High)} in {Options.Confidence.ToString("0.#%", CultureInfo.InvariantCulture)}{among}; " +
            $"on average {Both(cut.AccountsBetween!.Value, cut.ArrBetween)} change tier there.";
    }

    private IEnumerable<string> Whole()
    {
        if (AccountsChange is not { } accounts) yield break;
        if (!Cuts.IsEmpty)
        {
            yield return $"Over all cuts {Both(accounts.Median, ArrChange?.Median)} change tier in a typical resample; in one of twenty {Both(accounts.High, ArrChange?.High)} or more.";
            if (SameNumber < 1) yield return $"{Phrase.Share(SameNumber!.Value)} of resamples find as many cuts; {Counts()}.";
        }
        else if (Unsupported < 1)
        {
            yield return $"{Phrase.Share(1 - Unsupported!.Value)} of resamples would cut all the same, by chance: {Counts()}.";
        }
    }

    private static string Both(double accounts, double? arr) => arr is { } paid ? $"{Phrase.Share(accounts)} of accounts and {Phrase.Share(paid)} of ARR" : $"{Phrase.Share(accounts)} of accounts";

    private string Counts() => string.Join(", ", CutCounts.Select(c => $"{(c.Cuts == 0 ? "none" : Phrase.Count(c.Cuts))} in {Phrase.Share(c.Share)}"));

    private static double? Sharp(double? value) => value is { } number ? CutSizes.Sharp(number) : null;
}
