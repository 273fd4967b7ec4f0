namespace Segmentation.Audit;

/// <summary>Groups the distinct values of one field around the value each should be.</summary>
internal static class VariantGroups
{
    /// <summary>Returns, for each value that is another's variant, the target, what makes them alike and how sure that is.</summary>
    /// <param name="values">Distinct values, allowed ones first, then most frequent first: a value can only be the variant of an earlier one.</param>
    /// <param name="compared">How many of the first values are compared in pairs; the others by fingerprint only.</param>
    /// <param name="frequent">Records from which a value is frequent: two frequent values that differ in more than spelling are perhaps two real ones.</param>
    /// <param name="matcher">What makes two values alike.</param>
    public static List<(int Value, int Target, VariantKind Kind, VariantVerdict Verdict)> Of(VariantValue[] values, int compared, double frequent, VariantMatcher matcher)
    {
        var target = new int[values.Length];
        var verdicts = new VariantVerdict[values.Length];
        var variants = new List<(int Value, int Target, VariantKind Kind, VariantVerdict Verdict)>();
        var byFingerprint = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var value = 0; value < values.Length; value++)
        {
            target[value] = value;
            var same = byFingerprint.TryGetValue(values[value].Fingerprint, out var known) ? known : byFingerprint[values[value].Fingerprint] = [];
            var candidates = same.Concat(value < compared ? Enumerable.Range(0, value) : []);
            var matches = candidates.Select(earlier => (Earlier: earlier, Kind: matcher.Compare(values[value], values[earlier])))
                .Where(m => m.Kind is not null).OrderBy(m => m.Kind).ThenBy(m => m.Earlier).ToList();
            same.Add(value);
            if (matches.Count == 0) continue;
            var (best, kind) = (matches[0].Earlier, matches[0].Kind!.Value);
            var verdict = Judge(values, value, best, kind, frequent, matches.Where(m => m.Kind == kind).Select(m => target[m.Earlier]).Distinct().Count() > 1);
            // What is only to look at stays a value of its own, or a misspelling of it would be drawn to the wrong target.
            if (verdict == VariantVerdict.Look)
            {
                variants.Add((value, target[best], kind, verdict));
                continue;
            }

            target[value] = target[best];
            verdicts[value] = (VariantVerdict)Math.Max((int)verdict, (int)verdicts[best]);
            variants.Add((value, target[best], kind, verdicts[value]));
        }

        return variants;
    }

    private static VariantVerdict Judge(VariantValue[] values, int value, int earlier, VariantKind kind, double frequent, bool severalTargets)
    {
        if (kind is VariantKind.Spelling or VariantKind.Country or VariantKind.Spacing) return VariantVerdict.Same;
        // Beside a value of the controlled picklist, one that is not in it cannot be real, however frequent.
        var bothFrequent = !values[earlier].IsAllowed && values[value].Records >= frequent && values[earlier].Records >= frequent;
        if (bothFrequent || severalTargets) return VariantVerdict.Look;
        return kind == VariantKind.TypingError ? VariantVerdict.Same : VariantVerdict.Likely;
    }
}
