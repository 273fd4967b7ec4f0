using Segmentation.Load;
using Segmentation.Statistics;
using static System.FormattableString;

namespace Segmentation.Enrich;

/// <summary>Projects from a test batch to the whole base.</summary>
internal static class BatchEvaluation
{
    public static TestBatchResult Of(TestBatch batch, EnrichmentBoard board, int[] rows)
    {
        var projections = board.Fields.Select(f => Project(board, f, rows)).ToArray();
        return new TestBatchResult
        {
            Batch = batch,
            Matches = [.. Matches(board, rows)],
            Projections = [.. projections],
            Warnings = [.. new[] { batch.Warning }.OfType<string>(), .. projections.Select(p => Warning(p, rows.Length)).OfType<string>(), .. board.Notes],
        };
    }

    private static IEnumerable<BatchMatch> Matches(EnrichmentBoard board, int[] rows)
    {
        var confidence = board.Workspace.Limits.Confidence;
        for (var p = 0; p < board.Providers.Length; p++)
        {
            var match = board.MatchOf(p);
            var asked = rows.Count(r => match.State(r) != MatchState.NoKey);
            yield return Of(board.Providers[p].Name, asked, rows.Count(r => match.State(r) == MatchState.Matched));
        }

        var providers = Enumerable.Range(0, board.Providers.Length).Select(board.MatchOf).ToArray();
        yield return Of("any provider", rows.Count(r => providers.Any(m => m.State(r) != MatchState.NoKey)), rows.Count(r => providers.Any(m => m.State(r) == MatchState.Matched)));

        BatchMatch Of(string name, int asked, int known) => new(name, asked, known, ProportionInterval.Wilson(known, asked, confidence));
    }

    private static BatchProjection Project(EnrichmentBoard board, Role field, int[] rows)
    {
        var (all, confidence, target) = (board.Rows, board.Workspace.Limits.Confidence, board.Target);
        var blank = Enumerable.Range(0, all).Count(r => board.IsBlank(field, r));
        var batch = rows.Where(r => board.IsBlank(field, r)).ToArray();
        var fillable = batch.Count(r => Enumerable.Range(0, board.Providers.Length).Any(p => board.Offer(p, field, r).State == OfferState.Usable));
        double Coverage(double rate) => (all - blank + (blank * rate)) / all;
        var rate = batch.Length == 0 ? (double?)null : (double)fillable / batch.Length;
        var fills = ProportionInterval.WilsonOfPopulation(fillable, batch.Length, blank, confidence);
        var interval = all == 0 ? new Interval(0, 1) : new Interval(Coverage(fills.Low), Coverage(fills.High));
        var now = all == 0 ? (double?)null : Coverage(0);
        return new BatchProjection
        {
            Field = field,
            BlankInBase = blank,
            BlankInBatch = batch.Length,
            Fillable = fillable,
            CoverageNow = now,
            Projected = all == 0 ? null : blank == 0 ? 1 : rate is { } share ? Coverage(share) : null,
            ProjectedInterval = interval,
            Target = target,
            Verdict = now >= target ? BatchVerdict.MetAlready : interval.Low >= target ? BatchVerdict.Certified : interval.High < target ? BatchVerdict.NotReached : BatchVerdict.TooSmall,
            SizeToCertify = now >= target || rate is null ? null : Smallest(rate.Value),
            SmallestSize = now >= target ? null : Smallest(1),
        };

        // The number of blanks that certifies, grown to the records that hold so many.
        int? Smallest(double share)
        {
            if (all == 0 || Coverage(share) < target) return null;
            var (low, high) = (1, blank);
            while (low < high)
            {
                var middle = low + ((high - low) / 2);
                if (Coverage(ProportionInterval.OfPopulation(share, middle, blank, confidence).Low) >= target) high = middle;
                else low = middle + 1;
            }

            return (int)Math.Ceiling((double)low * all / blank);
        }
    }

    private static string? Warning(BatchProjection p, int size)
    {
        var field = EnrichmentResult.Words(SnakeName.Of(p.Field));
        if (p.Verdict == BatchVerdict.TooSmall && p.SmallestSize > size)
            return Invariant($"{field}: a batch of {size:#,0} cannot certify {p.Target:0.#%}, not even if the providers filled every blank in it; draw at least {p.SmallestSize:#,0}.");
        if (p.Verdict == BatchVerdict.TooSmall && p.SizeToCertify is { } needed)
            return Invariant($"{field}: a batch of {size:#,0} is too small to certify {p.Target:0.#%}; at its fill rate it takes about {needed:#,0}.");
        if (p.Verdict == BatchVerdict.TooSmall)
            return Invariant($"{field}: a batch of {size:#,0} is too small to tell; at its fill rate the target of {p.Target:0.#%} is missed.");
        return p.Verdict == BatchVerdict.NotReached ? Invariant($"{field}: these providers do not reach {p.Target:0.#%}; at most {p.ProjectedInterval.High:0.0%} is to be expected.") : null;
    }
}
