using System.Collections.Immutable;
using System.Globalization;

namespace Segmentation.Cuts;

/// <summary>Whether any cuts at all can meet limits, and where none can, which limits have to give way and how little.</summary>
/// <param name="Shortfalls">The limits that give way; empty where all can be met.</param>
/// <param name="Relaxed">Limits that cuts can meet: the given ones with those of <paramref name="Shortfalls"/> at what is reached.</param>
/// <remarks>Where easing one limit alone is enough, the one that has to give least, as a proportion of what it asks for, gives way. Where none is enough, all are lifted and put back one after another as
/// near to what they ask for as those before them leave room: <see cref="BandLimits.FewestRecords"/>, <see cref="BandLimits.LargestShare"/>, <see cref="BandLimits.Fewest"/>, <see cref="BandLimits.Most"/>,
/// <see cref="BandLimits.FewestEvents"/>, <see cref="BandLimits.LeastAmount"/>.</remarks>
public sealed record BandFeasibility(ImmutableArray<BandShortfall> Shortfalls, BandLimits Relaxed)
{
    /// <summary>Gets a value indicating whether all limits can be met.</summary>
    public bool IsMet => Shortfalls.IsEmpty;

    /// <summary>Returns whether cuts between values can meet limits.</summary>
    /// <param name="values">Length n, ascending: the distinct values, or the first value of each pre-bin. No cut parts the records of one.</param>
    /// <param name="counts">Length n: the records of each, at least 0.</param>
    /// <param name="amounts">Length n: what they pay; empty where it does not matter.</param>
    /// <param name="events">Length n: the events among them; empty where none are known, and then no limit on events counts.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="bands">A number of bands that must stay; null where the limits say how many.</param>
    /// <exception cref="ArgumentException">The inputs differ in length, or the limits ask for more bands at least than at most.</exception>
    public static BandFeasibility Of(ReadOnlySpan<double> values, ReadOnlySpan<int> counts, ReadOnlySpan<double> amounts, ReadOnlySpan<int> events, BandLimits limits, int? bands = null)
    {
        ArgumentNullException.ThrowIfNull(limits);
        if (values.Length != counts.Length || (!amounts.IsEmpty && amounts.Length != counts.Length) || (!events.IsEmpty && events.Length != counts.Length))
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"values has {values.Length}, counts {counts.Length}, amounts {amounts.Length} and events {events.Length} entries; all need one a distinct value, amounts and events may be empty."));
        }

        if (limits.Fewest > limits.Most)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The limits ask for at least {limits.Fewest} and at most {limits.Most} bands; the first must not be above the second."), nameof(limits));
        if (counts.IsEmpty) return new([new(nameof(BandLimits.Fewest), bands ?? limits.Fewest, 0, "no record has a value: there is no band")], limits);
        using var sums = new BandSums(counts, amounts, events);
        var asked = bands is { } k ? limits with { Fewest = k, Most = k } : limits;
        if (sums.CanMeet(asked)) return new([], limits);
        var easings = BandEasing.All(sums, asked, bandsStay: bands is not null);
        var eased = Alone(sums, asked, easings) ?? Together(sums, asked, easings);
        var heaviest = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            if (counts[i] > counts[heaviest]) heaviest = i;
        }

        var words = new ShortfallWords(sums, asked, eased, values[heaviest], counts[heaviest]);
        var relaxed = bands is null ? eased : eased with { Fewest = limits.Fewest, Most = limits.Most };
        return new([.. easings.Where(e => e.Of(eased) != e.Of(asked)).Select(e => new BandShortfall(e.Limit, e.Of(asked), e.Of(eased), words.Of(e.Limit)))], relaxed);
    }

    /// <summary>Returns which limits given cuts break: today's bands, say.</summary>
    /// <param name="sample">The sample; where its target has events, the limit on them counts too.</param>
    /// <param name="cuts">Ascending; a value equal to a cut belongs to the band above it.</param>
    /// <param name="limits">The limits.</param>
    /// <returns>One row a limit that is broken, with the band that breaks it worst; empty where none is.</returns>
    /// <exception cref="ArgumentException">The cuts do not ascend.</exception>
    public static ImmutableArray<BandShortfall> Check(CutSample sample, ReadOnlySpan<double> cuts, BandLimits limits)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(limits);
        return BandCheck.Run(sample, cuts, limits);
    }

    private static BandLimits? Alone(BandSums sums, BandLimits asked, ImmutableArray<BandEasing> easings)
    {
        var (best, least) = ((BandLimits?)null, double.PositiveInfinity);
        foreach (var easing in easings)
        {
            if (!sums.CanMeet(easing.Apply(asked, easing.Room))) continue;
            var eased = easing.Least(sums, asked);
            var gives = Math.Abs(easing.Of(eased) - easing.Of(asked)) / easing.Of(asked);
            if (gives < least) (best, least) = (eased, gives);
        }

        return best;
    }

    private static BandLimits Together(BandSums sums, BandLimits asked, ImmutableArray<BandEasing> easings)
    {
        var eased = easings.Aggregate(asked, (limits, easing) => easing.Apply(limits, easing.Room));
        foreach (var easing in easings) eased = easing.Least(sums, eased);
        return eased;
    }
}
