using System.Collections.Immutable;
using System.Globalization;

namespace Segmentation.Cuts;

/// <summary>Holds given cuts against limits.</summary>
internal static class BandCheck
{
    /// <summary>Returns which limits cuts break.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="cuts">Ascending.</param>
    /// <param name="limits">The limits.</param>
    public static ImmutableArray<BandShortfall> Run(CutSample sample, ReadOnlySpan<double> cuts, BandLimits limits)
    {
        for (var i = 0; i < cuts.Length; i++)
        {
            if (!double.IsFinite(cuts[i]) || (i > 0 && cuts[i] <= cuts[i - 1]))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"cut {i + 1} is {cuts[i]}{(i > 0 ? $" after {cuts[i - 1]}" : null)}; cuts must be finite and ascend."), nameof(cuts));
        }

        using var groups = ValueGroups.Of(sample, CutScale.Raw, CutWeight.Count);
        var (records, amounts, events) = (new int[cuts.Length + 1], new double[cuts.Length + 1], new int[cuts.Length + 1]);
        for (int i = 0, band = 0; i < groups.Length; i++)
        {
            while (band < cuts.Length && groups.At[i] >= cuts[band]) band++;
            records[band] += groups.Counts[i];
            amounts[band] += groups.Amounts[i];
            if (!groups.Events.IsEmpty) events[band] += groups.Events[i];
        }

        var (bands, all, edges) = (cuts.Length + 1, Math.Max(1, sample.Count), cuts.ToArray());
        var found = ImmutableArray.CreateBuilder<BandShortfall>();
        if (bands < limits.Fewest) Add(nameof(BandLimits.Fewest), limits.Fewest, bands, $"{ShortfallWords.Bands(bands)}, limit at least {limits.Fewest}");
        if (bands > limits.Most) Add(nameof(BandLimits.Most), limits.Most, bands, $"{ShortfallWords.Bands(bands)}, limit at most {limits.Most}");
        Least(nameof(BandLimits.FewestRecords), [.. records.Select(r => (double)r)], limits.FewestRecords, r => $"has {ShortfallWords.Records((int)r)}");
        var largest = Array.IndexOf(records, records.Max());
        if (records[largest] / (double)all > limits.LargestShare)
        {
            Add(nameof(BandLimits.LargestShare), limits.LargestShare, records[largest] / (double)all,
                $"the band {Name(largest)} holds {ShortfallWords.Share(records[largest] / (double)all)} of the records, limit {ShortfallWords.Share(limits.LargestShare)}");
        }

        if (!groups.Events.IsEmpty) Least(nameof(BandLimits.FewestEvents), [.. events.Select(e => (double)e)], limits.FewestEvents, e => $"has {ShortfallWords.Number(e)} events");
        Least(nameof(BandLimits.LeastAmount), amounts, limits.LeastAmount, a => $"pays {ShortfallWords.Number(Math.Round(a, 2))}");
        return found.ToImmutable();

        void Least(string limit, double[] held, double wanted, Func<double, string> words)
        {
            var least = Array.IndexOf(held, held.Min());
            if (held[least] >= wanted) return;
            var more = held.Count(h => h < wanted) - 1;
            Add(limit, wanted, held[least], $"the band {Name(least)} {words(held[least])}, limit {ShortfallWords.Number(wanted)}{(more == 0 ? null : more == 1 ? "; 1 more band is below it" : $"; {more} more bands are below it")}");
        }

        string Name(int band) => edges.Length == 0 ? "of all values"
            : band == 0 ? $"below {ShortfallWords.Number(edges[0])}"
            : band == edges.Length ? $"from {ShortfallWords.Number(edges[^1])}"
            : $"from {ShortfallWords.Number(edges[band - 1])} to below {ShortfallWords.Number(edges[band])}";

        void Add(string limit, double wanted, double reached, string words) => found.Add(new(limit, wanted, reached, words));
    }
}
