using Segmentation.Load;
using Segmentation.Statistics;

namespace Segmentation.Enrich;

/// <summary>Compares the providers in pairs where they overlap.</summary>
internal static class AgreementMeasure
{
    public static IEnumerable<ProviderAgreement> Of(EnrichmentBoard board)
    {
        foreach (var field in board.Fields.Where(EnrichmentFields.CanConflict))
        {
            for (var a = 0; a < board.Providers.Length; a++)
            {
                for (var b = a + 1; b < board.Providers.Length; b++)
                {
                    if (board.Providers[a].Fields.ContainsKey(field) && board.Providers[b].Fields.ContainsKey(field)) yield return Pair(board, field, a, b);
                }
            }
        }
    }

    private static ProviderAgreement Pair(EnrichmentBoard board, Role field, int a, int b)
    {
        var (both, agree) = (0, 0);
        var (left, right) = (new List<OfferedValue>(), new List<OfferedValue>());

        // A pair of provider records counts once, however many duplicates of the record the CRM holds.
        var seen = new HashSet<(int, int)>();
        for (var row = 0; row < board.Rows; row++)
        {
            var (one, other) = (board.Offer(a, field, row), board.Offer(b, field, row));
            if (one.State != OfferState.Usable || other.State != OfferState.Usable) continue;
            if (!seen.Add((board.MatchFor(a, field).Record(row), board.MatchFor(b, field).Record(row)))) continue;
            both++;
            left.Add(one);
            right.Add(other);
            if (board.IsSame(field, one.Raw!, other)) agree++;
        }

        return new ProviderAgreement(
            field, board.Providers[a].Name, board.Providers[b].Name, both, agree,
            Chance(left, right, agree, board.Options.Tolerance), ProportionInterval.Wilson(agree, both, board.Workspace.Limits.Confidence));
    }

    /// <summary>Returns the share of the combinations of one provider's value with the other's value of another record that agree; null without any.</summary>
    private static double? Chance(List<OfferedValue> left, List<OfferedValue> right, int agree, double tolerance)
    {
        if (left.Count < 2) return null;
        double alike;
        if (left.TrueForAll(v => !double.IsNaN(v.Number)) && right.TrueForAll(v => !double.IsNaN(v.Number)))
        {
            var sorted = right.Select(v => v.Number).Order().ToArray();

            // |x - y| <= t max(x, y) with both above 0 means x (1 - t) <= y <= x / (1 - t).
            alike = left.Sum(v => (double)(From(sorted, v.Number / (1 - tolerance), after: true) - From(sorted, v.Number * (1 - tolerance), after: false)));
        }
        else
        {
            var counts = right.GroupBy(v => v.Raw, StringComparer.Ordinal).ToDictionary(g => g.Key!, g => g.Count(), StringComparer.Ordinal);
            alike = left.Sum(v => (double)counts.GetValueOrDefault(v.Raw!));
        }

        return Math.Max(0, alike - agree) / ((double)left.Count * (left.Count - 1));
    }

    /// <summary>Returns the first position whose value is at or above a limit, or above it.</summary>
    private static int From(double[] sorted, double limit, bool after)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < limit || (after && sorted[middle] <= limit)) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
