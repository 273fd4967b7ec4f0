namespace Segmentation.Match;

/// <summary>The weight of a pair and its parts, in one place for the search and for the breakdown of a pair: the same sum in the same order.</summary>
internal sealed class PairWeights
{
    private readonly double[][] weights;
    private readonly TermFrequencies frequencies;

    private PairWeights(double prior, double[][] weights, TermFrequencies frequencies) => (Prior, this.weights, this.frequencies) = (prior, weights, frequencies);

    /// <summary>Gets the prior's weight.</summary>
    public double Prior { get; }

    /// <summary>Returns the weights of a model.</summary>
    /// <param name="records">The records that the frequencies are taken from.</param>
    /// <param name="settings">Comparisons and the lowest frequency.</param>
    /// <param name="parameters">The parameters.</param>
    public static PairWeights Of(MatchRecords records, MatchSettings settings, MatchParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(parameters);
        return new PairWeights(
            parameters.PriorWeight,
            [.. settings.Comparisons.Select((c, i) => Enumerable.Range(0, c.Else + 1).Select(level => parameters.Weight(i, level)).ToArray())],
            TermFrequencies.Of(records, settings.Comparisons, parameters, settings.LowestTermFrequency));
    }

    /// <summary>Returns the weight of a level for any pair on it.</summary>
    /// <param name="comparison">Zero-based comparison.</param>
    /// <param name="level">Number of the level.</param>
    public double Of(int comparison, int level) => weights[comparison][level];

    /// <summary>Returns the most that a level can weigh, whatever the values.</summary>
    /// <param name="comparison">Zero-based comparison.</param>
    /// <param name="level">Number of the level.</param>
    public double Most(int comparison, int level) => weights[comparison][level] + (level == 1 ? frequencies.Most(comparison) : 0);

    /// <summary>Returns what level 1 weighs for two records that hold the same value.</summary>
    /// <param name="comparison">Zero-based comparison.</param>
    /// <param name="code">Code of the value.</param>
    public double OfEqual(int comparison, int code) => weights[comparison][1] + frequencies.Adjustment(comparison, code);

    /// <summary>Returns what the frequency of the values adds to the weight of a level.</summary>
    /// <param name="comparison">Zero-based comparison.</param>
    /// <param name="level">Number of the level.</param>
    /// <param name="left">Zero-based row.</param>
    /// <param name="right">Zero-based row.</param>
    public double Adjustment(int comparison, int level, int left, int right) => frequencies.Adjustment(comparison, level, left, right);

    /// <summary>Returns the total weight of a pair: the prior's, then each comparison's with its adjustment, added in order.</summary>
    /// <param name="levels">Levels of the pair.</param>
    /// <param name="left">Zero-based row.</param>
    /// <param name="right">Zero-based row.</param>
    public double Total(ulong levels, int left, int right)
    {
        var total = Prior;
        for (var comparison = 0; comparison < weights.Length; comparison++)
        {
            var level = PairComparer.LevelOf(levels, comparison);
            total += weights[comparison][level] + frequencies.Adjustment(comparison, level, left, right);
        }

        return total;
    }
}
