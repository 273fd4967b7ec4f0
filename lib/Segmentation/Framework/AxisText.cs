using System.Collections.Immutable;

namespace Segmentation.Framework;

/// <summary>Texts that nobody names, as which of the parts asked for by <c>contains</c> they hold.</summary>
/// <param name="Holds">One answer a part, in the axis' order.</param>
/// <param name="Example">Such a text.</param>
internal sealed record AxisText(ImmutableArray<bool> Holds, string Example)
{
    /// <summary>Returns every combination of parts that a text can hold, with a text that does; null where there are more than the limit.</summary>
    /// <remarks>Exact: a text that holds a part holds every part inside it, so a combination in which an absent part lies inside a present one cannot be. Every other
    /// combination can: the present parts, joined by a character that no part contains, hold no other part, since it would have to lie inside one of them.</remarks>
    public static ImmutableArray<AxisText>? All(ImmutableArray<string> parts, ImmutableArray<string> named, int most)
    {
        var inside = parts.Select(p => parts.Select((q, j) => (q, j)).Where(o => p.Contains(o.q, StringComparison.OrdinalIgnoreCase)).Select(o => o.j).ToArray()).ToArray();
        List<bool[]> combinations = [new bool[parts.Length]];

        // Shortest first, so that what lies inside a part is decided before it.
        foreach (var part in Enumerable.Range(0, parts.Length).OrderBy(p => parts[p].Length).ThenBy(p => p))
        {
            for (var i = combinations.Count - 1; i >= 0; i--)
            {
                if (!inside[part].All(p => p == part || combinations[i][p])) continue;
                var with = (bool[])combinations[i].Clone();
                with[part] = true;
                combinations.Add(with);
            }

            if (combinations.Count > most) return null;
        }

        var apart = Enumerable.Range(' ', char.MaxValue - ' ').Select(c => (char)c)
            .First(c => !char.IsLetterOrDigit(c) && !char.IsControl(c) && !parts.Concat(named).Any(p => p.Contains(c, StringComparison.Ordinal)));
        return [.. combinations.Select(holds => new AxisText([.. holds], Text(holds)))];

        string Text(bool[] holds)
        {
            var present = parts.Where((_, p) => holds[p]).ToArray();
            var longest = present.Where(p => !present.Any(q => q.Length > p.Length && q.Contains(p, StringComparison.OrdinalIgnoreCase)));
            return new[] { present.Length == 0 ? "another value" : string.Join(' ', longest), string.Join(apart, present) + apart }.First(t =>
                !named.Contains(t, StringComparer.OrdinalIgnoreCase) && parts.Select((p, i) => t.Contains(p, StringComparison.OrdinalIgnoreCase) == holds[i]).All(same => same));
        }
    }

    /// <summary>Tells texts from others by as few parts as it takes: each text inside is widened, part by part, as far as no text outside comes in.</summary>
    /// <returns>Per group of texts, the parts that it holds and those that it does not; together the groups are the texts inside and none outside.</returns>
    public static IEnumerable<(int Part, bool Holds)[]> Widest(IReadOnlyCollection<AxisText> inside, IReadOnlyCollection<AxisText> outside)
    {
        var left = inside.ToList();
        while (left.Count > 0)
        {
            var kept = left[0].Holds.Select((holds, part) => (Part: part, Holds: holds)).ToList();
            for (var part = kept.Count - 1; part >= 0; part--)
            {
                var without = kept.Where(k => k.Part != part).ToArray();
                if (!outside.Any(o => without.All(k => o.Holds[k.Part] == k.Holds))) kept.RemoveAll(k => k.Part == part);
            }

            left.RemoveAll(t => kept.All(k => t.Holds[k.Part] == k.Holds));
            yield return [.. kept];
        }
    }
}
