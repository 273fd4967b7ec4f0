using System.Collections.Immutable;
using System.Globalization;

namespace Segmentation.Statistics;

/// <summary>One proportion of a <see cref="ProportionContrast"/>: records, how many have the property, and with which sign they count.</summary>
public sealed record ProportionCell
{
    private ProportionCell(double coefficient, int successes, int trials, ImmutableArray<int> clusters, ImmutableArray<bool> outcomes) =>
        (Coefficient, Successes, Trials, Clusters, Outcomes) = (coefficient, successes, trials, clusters, outcomes);

    /// <summary>Gets what the proportion is multiplied by.</summary>
    public double Coefficient { get; }

    /// <summary>Gets the records with the property.</summary>
    public int Successes { get; }

    /// <summary>Gets the records.</summary>
    public int Trials { get; }

    /// <summary>Gets, per record, to what it belongs that may stand in other cells, too (the account); empty where every record stands for itself.</summary>
    public ImmutableArray<int> Clusters { get; }

    /// <summary>Gets, per record, whether it has the property; empty where <see cref="Clusters"/> is.</summary>
    public ImmutableArray<bool> Outcomes { get; }

    /// <summary>Returns a cell of records that stand in no other.</summary>
    /// <param name="coefficient">What its proportion is multiplied by, finite.</param>
    /// <param name="successes">Records with the property, in [0, <paramref name="trials"/>].</param>
    /// <param name="trials">Records, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static ProportionCell Of(double coefficient, int successes, int trials)
    {
        Check(coefficient);
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        if (successes < 0 || successes > trials)
            throw new ArgumentOutOfRangeException(nameof(successes), string.Create(CultureInfo.InvariantCulture, $"successes is {successes} but must be in 0 to trials ({trials}); count both over the same records."));
        return new(coefficient, successes, trials, [], []);
    }

    /// <summary>Returns a cell of records that may stand in other cells, too.</summary>
    /// <param name="coefficient">What its proportion is multiplied by, finite.</param>
    /// <param name="clusters">Length n. To what each record belongs; the same number in another cell is the same thing.</param>
    /// <param name="outcomes">Length n. Whether each has the property.</param>
    /// <exception cref="ArgumentException">The inputs differ in length.</exception>
    public static ProportionCell Of(double coefficient, ImmutableArray<int> clusters, ImmutableArray<bool> outcomes)
    {
        Check(coefficient);
        if (clusters.Length != outcomes.Length)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"clusters has {clusters.Length} values but outcomes has {outcomes.Length}; both need one a record."), nameof(outcomes));
        return new(coefficient, outcomes.Count(o => o), outcomes.Length, clusters, outcomes);
    }

    private static void Check(double coefficient)
    {
        if (!double.IsFinite(coefficient)) throw new ArgumentOutOfRangeException(nameof(coefficient), string.Create(CultureInfo.InvariantCulture, $"coefficient is {coefficient} but must be finite."));
    }
}
