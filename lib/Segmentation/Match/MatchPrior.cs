namespace Segmentation.Match;

/// <summary>How likely two records taken at random are one.</summary>
internal static class MatchPrior
{
    /// <summary>Returns λ = (pairs found / recall) / (n(n-1)/2). Where the rules find none, the pairs that the assumed duplicate rate d would make, d n, stand for
    /// them. Kept off 0 and 1 by the floor; the floor itself where there are no pairs at all.</summary>
    public static double Of(int records, long found, MatchSettings settings)
    {
        var all = (double)records * (records - 1) / 2;
        if (all <= 0) return settings.Floor;
        var matches = found > 0 ? found / settings.DeterministicRecall : settings.AssumedDuplicateRate * records;
        // A million contacts have 5e11 pairs: the prior alone may lie below the floor of m and u.
        var lowest = Math.Min(settings.Floor, settings.AssumedDuplicateRate * records / all);
        return Math.Clamp(matches / all, lowest, 1 - settings.Floor);
    }
}
