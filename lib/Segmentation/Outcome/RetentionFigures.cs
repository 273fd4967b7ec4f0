namespace Segmentation.Outcome;

/// <summary>What became of the revenue of some accounts between two month ends, to the cent, and every measure of retention that follows from it.</summary>
/// <remarks>Identities: start + new + expansion - contraction - churn + reactivation = end; GRR in endpoint form is at most 1 and at most NRR.</remarks>
public sealed record RetentionFigures
{
    /// <summary>Gets the accounts that paid at the start.</summary>
    public required int Accounts { get; init; }

    /// <summary>Gets those of them that pay nothing at the end.</summary>
    public required int LeftAtEnd { get; init; }

    /// <summary>Gets those of them that paid nothing at some month end, whether they came back or not.</summary>
    public required int Left { get; init; }

    /// <summary>Gets the ARR at the start.</summary>
    public required decimal Start { get; init; }

    /// <summary>Gets the ARR at the end.</summary>
    public required decimal End { get; init; }

    /// <summary>Gets Σ min(start, end): what they still pay of what they paid, growth left out.</summary>
    public required decimal Kept { get; init; }

    /// <summary>Gets the ARR at the end of the accounts that never left.</summary>
    public required decimal EndWithoutReturn { get; init; }

    /// <summary>Gets the ARR of accounts in the month they came, for the first time. Accounts of a cohort have none.</summary>
    public required decimal New { get; init; }

    /// <summary>Gets what accounts paid more than the month before.</summary>
    public required decimal Expansion { get; init; }

    /// <summary>Gets what accounts that stayed paid less than the month before.</summary>
    public required decimal Contraction { get; init; }

    /// <summary>Gets what accounts had paid when they left.</summary>
    public required decimal Churn { get; init; }

    /// <summary>Gets what accounts paid in the month they came back, all of it.</summary>
    public required decimal Reactivation { get; init; }

    /// <summary>Gets GRR in endpoint form, in [0, 1]; null without ARR at the start.</summary>
    public double? GrossRetention => Of(RetentionMeasure.GrossRetention);

    /// <summary>Gets NRR in endpoint form, at least 0; null without ARR at the start.</summary>
    public double? NetRetention => Of(RetentionMeasure.NetRetention);

    /// <summary>Gets logo churn in endpoint form, in [0, 1]; null without accounts.</summary>
    public double? LogoChurn => Of(RetentionMeasure.LogoChurn);

    /// <summary>Returns what a measure divides: an amount, or for logo churn a number of accounts.</summary>
    /// <param name="measure">The measure.</param>
    public decimal Numerator(RetentionMeasure measure) => measure switch
    {
        RetentionMeasure.GrossRetention => Kept,
        RetentionMeasure.GrossRetentionLedger => Start - Churn - Contraction,
        RetentionMeasure.NetRetention => End,
        RetentionMeasure.NetRetentionLedger => Start + Expansion - Contraction - Churn + Reactivation,
        RetentionMeasure.NetRetentionWithoutReactivation => EndWithoutReturn,
        RetentionMeasure.LogoChurn => LeftAtEnd,
        RetentionMeasure.LogoChurnByEvent => Left,
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "no such measure"),
    };

    /// <summary>Returns what a measure divides by: the ARR, or for logo churn the accounts, at the start.</summary>
    /// <param name="measure">The measure.</param>
    public decimal Denominator(RetentionMeasure measure) => RetentionWords.CountsAccounts(measure) ? Accounts : Start;

    /// <summary>Returns a measure as a proportion; null where there was nothing at the start.</summary>
    /// <param name="measure">The measure.</param>
    public double? Of(RetentionMeasure measure) => Denominator(measure) is > 0 and var start ? (double)(Numerator(measure) / start) : null;
}
