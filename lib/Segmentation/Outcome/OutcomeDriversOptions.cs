namespace Segmentation.Outcome;

/// <summary>How dimensions are screened. Margin, power and seed are those of <see cref="OutcomeOptions"/>. Change one with <c>with</c>.</summary>
public sealed record OutcomeDriversOptions
{
    /// <summary>Gets the defaults.</summary>
    public static OutcomeDriversOptions Default { get; } = new();

    /// <summary>Gets the accounts expected in the smallest cell below which a p-value comes from random orders instead of the chi-square. Default 5.</summary>
    public double FewestExpected { get; init; } = 5;

    /// <summary>Gets the random orders of such a p-value. Default 10,000.</summary>
    public int Orders { get; init; } = 10_000;

    /// <summary>Gets the strata up to which rates within them are said in a sentence; beyond, they stand in a table. Default 6.</summary>
    public int MostStrataInWords { get; init; } = 6;

    /// <summary>Gets the share of a difference that the mix has to make for it to be called the cause. Default 0.5.</summary>
    public double MixShare { get; init; } = 0.5;
}
