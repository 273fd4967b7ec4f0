using System.Collections.Immutable;

namespace Segmentation.Cuts;

/// <summary>How one limit gives way, step by step: a step never makes it harder to meet, so that the fewest steps are found by halving.</summary>
/// <param name="Limit">The limit's name.</param>
/// <param name="Room">The most steps.</param>
/// <param name="Of">What limits ask for.</param>
/// <param name="Apply">Limits with this one so many steps from what was asked first.</param>
internal sealed record BandEasing(string Limit, long Room, Func<BandLimits, double> Of, Func<BandLimits, long, BandLimits> Apply)
{
    /// <summary>Returns the ways to ease limits, the limit that is put back first ahead.</summary>
    /// <param name="sums">What the values hold.</param>
    /// <param name="asked">The limits asked for.</param>
    /// <param name="bandsStay">Whether the number of bands must stay.</param>
    public static ImmutableArray<BandEasing> All(BandSums sums, BandLimits asked, bool bandsStay)
    {
        var allowed = sums.MostRecords(asked.LargestShare);
        var amount = BitConverter.DoubleToInt64Bits(Math.Max(0, asked.LeastAmount));
        List<BandEasing> all =
        [
            new(nameof(BandLimits.FewestRecords), Math.Max(0, asked.FewestRecords - 1), l => l.FewestRecords, (l, step) => l with { FewestRecords = asked.FewestRecords - (int)step }),
            new(nameof(BandLimits.LargestShare), sums.Records - allowed, l => l.LargestShare, (l, step) => l with { LargestShare = step == 0 ? asked.LargestShare : (allowed + step) / (double)sums.Records }),
        ];
        if (!bandsStay)
        {
            // Neighbouring bands that fit into one can be made one. Where none can, two neighbours hold more than the most records, so no more bands than this are ever needed.
            var needed = Math.Min(sums.Length, (2L * sums.Records / Math.Max(1, allowed)) + 1);
            all.Add(new(nameof(BandLimits.Fewest), Math.Max(0, asked.Fewest - 1), l => l.Fewest, (l, step) => l with { Fewest = asked.Fewest - (int)step }));
            all.Add(new(nameof(BandLimits.Most), Math.Max(0, needed - asked.Most), l => l.Most, (l, step) => l with { Most = asked.Most + (int)step }));
        }

        all.Add(new(nameof(BandLimits.FewestEvents), Math.Max(0, asked.FewestEvents), l => l.FewestEvents, (l, step) => l with { FewestEvents = asked.FewestEvents - (int)step }));

        // Doubles of 0 and above are in the order of their bits.
        all.Add(new(nameof(BandLimits.LeastAmount), amount, l => l.LeastAmount, (l, step) => l with { LeastAmount = step == 0 ? asked.LeastAmount : BitConverter.Int64BitsToDouble(amount - step) }));
        return [.. all.Where(e => e.Room > 0)];
    }

    /// <summary>Returns limits with this one eased as little as lets them be met; they can be met at its last step.</summary>
    /// <param name="sums">What the values hold.</param>
    /// <param name="limits">The other limits.</param>
    public BandLimits Least(BandSums sums, BandLimits limits)
    {
        var (from, to) = (0L, Room);
        while (from < to)
        {
            var step = from + ((to - from) / 2);
            if (sums.CanMeet(Apply(limits, step))) to = step;
            else from = step + 1;
        }

        return Apply(limits, to);
    }
}
