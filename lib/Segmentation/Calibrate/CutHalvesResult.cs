using System.Globalization;
using Segmentation.Audit;
using Segmentation.Cuts;
using Segmentation.Tables;

namespace Segmentation.Calibrate;

/// <summary>The cuts of the older and of the newer half of the accounts, and whether they differ by more than chance.</summary>
public sealed record CutHalvesResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => CalibrationWords.ResultName(Options.Field, "halves");

    /// <summary>Gets the options.</summary>
    public required CutStabilityOptions Options { get; init; }

    /// <summary>Gets what was found among the older accounts.</summary>
    public required CutFinding Older { get; init; }

    /// <summary>Gets what was found among the newer accounts.</summary>
    public required CutFinding Newer { get; init; }

    /// <summary>Gets the number of older accounts: half of them, rounded down.</summary>
    public required int OlderAccounts { get; init; }

    /// <summary>Gets the number of newer accounts.</summary>
    public required int NewerAccounts { get; init; }

    /// <summary>Gets the accounts with a value but without an age, in neither half.</summary>
    public required int WithoutAge { get; init; }

    /// <summary>Gets the accounts of both halves that are in another tier by the newer cuts than by the older.</summary>
    public required int AccountsThatChange { get; init; }

    /// <summary>Gets the same as a proportion.</summary>
    public required double AccountsShare { get; init; }

    /// <summary>Gets what they pay as a proportion of what all in the halves pay; null where nobody pays.</summary>
    public double? ArrShare { get; init; }

    /// <summary>Gets the share of the accounts that changes between halves drawn at random; null where there are fewer than two accounts.</summary>
    public TierChange? AtRandom { get; init; }

    /// <summary>Gets the p-value of the permutation test; null where there are fewer than two accounts.</summary>
    public double? PValue { get; init; }

    /// <summary>Gets whether the halves differ by more than halves drawn at random do at the confidence level.</summary>
    public bool Differ => PValue <= 1 - Options.Confidence;

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"cuts of {Options.Field} by age",
        Column.Of("half", ["older", "newer"]),
        Column.Of("accounts", [OlderAccounts, NewerAccounts]),
        Column.Of("cuts", [CutSizes.List(Older.Cuts), CutSizes.List(Newer.Cuts)]),
        Column.Of("note", [Older.Reason, Newer.Reason]));

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (AtRandom is not { } random)
        {
            yield return $"Fewer than two accounts have a value of {Options.Field} and an age: there are no halves.";
            yield break;
        }

        var arr = ArrShare is { } share ? $" and {Phrase.Share(share)} of ARR" : string.Empty;
        yield return string.Create(CultureInfo.InvariantCulture,
            $"{Phrase.Share(AccountsShare)} of accounts{arr} change tier between the cuts of the older and of the newer half; between halves drawn at random {Phrase.Share(random.Median)} of accounts in the middle and up to {Phrase.Share(random.High)} in {TierChange.HighAt:0%}.");
        yield return Differ
            ? string.Create(CultureInfo.InvariantCulture, $"The halves differ by more than chance (p {PValue:0.000}): the customers that came lately are others; cut by what is coming.")
            : string.Create(CultureInfo.InvariantCulture, $"The halves do not differ by more than chance (p {PValue:0.000}); a shift that moves fewer than {Phrase.Share(random.High)} of accounts could not have been seen.");
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        yield return string.Create(CultureInfo.InvariantCulture, $"{Options.Resamples:#,0} pairs of random halves, seed {Options.Seed}, by {Older.Method}.");
        if (WithoutAge > 0) yield return $"Left out: {options.Count(WithoutAge)} accounts without an age.";
    }
}
