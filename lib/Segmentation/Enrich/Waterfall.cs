using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Enrich;

/// <summary>Fills blanks provider by provider, and counts what each does.</summary>
internal sealed class Waterfall
{
    private readonly EnrichmentBoard board;
    private readonly Dictionary<Role, int[]> filledBy = [];
    private readonly List<FieldCoverage> coverage = [];
    private readonly List<EnrichmentConflict> conflicts = [];
    private readonly Dictionary<(Role, int, string, string), int> candidates = [];
    private readonly double? positiveArr;

    private Waterfall(EnrichmentBoard board)
    {
        this.board = board;
        if (board.Arr is { } arr) positiveArr = Positive(arr);
    }

    public ImmutableArray<FieldCoverage> Coverage => [.. coverage];

    public ImmutableArray<EnrichmentConflict> Conflicts => [.. conflicts];

    public ImmutableArray<EnrichmentCandidate> Candidates =>
    [
        .. candidates.OrderBy(c => board.Fields.IndexOf(c.Key.Item1)).ThenByDescending(c => c.Value).ThenBy(c => c.Key.Item2).ThenBy(c => c.Key.Item3, StringComparer.Ordinal)
            .Select(c => new EnrichmentCandidate(c.Key.Item1, board.Providers[c.Key.Item2].Name, c.Key.Item3, c.Value, c.Key.Item4, Nearest(c.Key.Item1, c.Key.Item3))),
    ];

    public static Waterfall Run(EnrichmentBoard board)
    {
        var waterfall = new Waterfall(board);
        foreach (var field in board.Fields) waterfall.Fill(field);
        return waterfall;
    }

    /// <summary>Returns the provider that filled a field of a record; -1 where none did.</summary>
    public int FilledBy(Role field, int row) => filledBy[field][row];

    public IEnumerable<FilledValue> Filled() =>
        from row in Enumerable.Range(0, board.Rows)
        from field in board.Fields
        let provider = filledBy[field][row]
        where provider >= 0
        select new FilledValue(row, board.Id(row), field, board.Offer(provider, field, row).Raw!, board.Providers[provider].Name, board.MatchFor(provider, field).Key(row));

    public IEnumerable<ProviderUse> Uses()
    {
        for (var p = 0; p < board.Providers.Length; p++)
        {
            var (provider, match) = (board.Providers[p], board.MatchOf(p));
            var (withKey, byDomain, byId, byName) = (0, 0, 0, 0);
            var (attempted, matched) = (0, 0);
            for (var row = 0; row < board.Rows; row++)
            {
                if (match.State(row) != MatchState.NoKey) withKey++;
                if (match.State(row) == MatchState.Matched)
                {
                    _ = match.Key(row) switch
                    {
                        EnrichmentKey.Domain => byDomain++,
                        EnrichmentKey.Id or EnrichmentKey.Email => byId++,
                        _ => byName++,
                    };
                }

                if (!board.Fields.Any(f => board.CanAsk(p, f, row) && IsBlankBefore(p, f, row))) continue;
                attempted++;
                if (match.State(row) == MatchState.Matched) matched++;
            }

            var steps = coverage.Where(c => c.Step == p + 1).ToArray();
            var (known, filled) = (byDomain + byId + byName, steps.Sum(s => s.Filled));
            yield return new ProviderUse
            {
                Provider = provider.Name,
                File = provider.Export.File,
                WithKey = withKey,
                Known = known,
                ByDomain = byDomain,
                ByIdOrEmail = byId,
                ByName = byName,
                Ambiguous = match.Count(MatchState.Ambiguous),
                SharedDomain = match.Count(MatchState.SharedDomain),
                RepeatedRows = provider.Repeated,
                MatchInterval = ProportionInterval.Wilson(known, withKey, board.Workspace.Limits.Confidence),
                Attempted = attempted,
                Matched = matched,
                Filled = filled,
                Unique = steps.Sum(s => s.Unique),
                Conflicts = steps.Sum(s => s.Conflicts),
                Per = provider.Decision.Per,
                Cost = provider.Decision.Cost > 0 ? provider.Decision.CostOf(attempted, matched, filled) : null,
            };
        }
    }

    private bool IsBlankBefore(int provider, Role field, int row) => board.IsBlank(field, row) && (filledBy[field][row] is var by && (by < 0 || by >= provider));

    private void Fill(Role field)
    {
        var by = filledBy[field] = new int[board.Rows];
        Array.Fill(by, -1);
        var name = board.Column(field)?.Name ?? SnakeName.Of(field);
        var isBlank = Enumerable.Range(0, board.Rows).Select(row => board.IsBlank(field, row)).ToArray();
        var (covered, arr) = (isBlank.Count(b => !b), 0.0);
        for (var row = 0; row < board.Rows; row++) arr += isBlank[row] ? 0 : Arr(row);
        coverage.Add(Step(field, name, "CRM", 0, covered, arr) with { Attempted = board.Rows, Matched = board.Rows, Filled = covered });
        var offers = new int[board.Rows];
        for (var p = 0; p < board.Providers.Length; p++)
        {
            for (var row = 0; row < board.Rows; row++) offers[row] += isBlank[row] && board.Offer(p, field, row).State == OfferState.Usable ? 1 : 0;
        }

        for (var p = 0; p < board.Providers.Length; p++)
        {
            if (!board.Providers[p].Fields.ContainsKey(field)) continue;
            var (attempted, matched, filled, unique, confirmed, contradicted, uncertain) = (0, 0, 0, 0, 0, 0, 0);
            for (var row = 0; row < board.Rows; row++)
            {
                var offer = board.Offer(p, field, row);
                if (!isBlank[row])
                {
                    if (offer.State != OfferState.Usable) continue;
                    if (Compare(p, field, row, offer)) confirmed++;
                    else if (EnrichmentFields.CanConflict(field)) contradicted++;
                    continue;
                }

                if (offer.State == OfferState.Usable && offers[row] == 1) unique++;
                if (by[row] >= 0 || !board.CanAsk(p, field, row)) continue;
                attempted++;
                if (board.MatchFor(p, field).State(row) == MatchState.Matched) matched++;
                if (offer.State == OfferState.Usable)
                {
                    (by[row], filled, arr) = (p, filled + 1, arr + Arr(row));
                }
                else if (offer.State != OfferState.Blank)
                {
                    uncertain++;
                    var key = (field, p, offer.Said!, offer.Note!);
                    candidates[key] = candidates.GetValueOrDefault(key) + 1;
                }
            }

            covered += filled;
            var decision = board.Providers[p].Decision;
            coverage.Add(Step(field, name, decision.Name, p + 1, covered, arr) with
            {
                Attempted = attempted,
                Matched = matched,
                Filled = filled,
                Unique = unique,
                Confirmed = confirmed,
                Conflicts = contradicted,
                Candidates = uncertain,
                Cost = decision.Cost > 0 ? decision.CostOf(attempted, matched, filled) : null,
            });
        }
    }

    /// <summary>Tells whether a provider says the same as the CRM; notes the conflict where it does not.</summary>
    private bool Compare(int provider, Role field, int row, OfferedValue offer)
    {
        var crm = board.Column(field)!.Raw(row);
        if (board.IsSame(field, crm, offer)) return true;
        if (!EnrichmentFields.CanConflict(field)) return false;
        var (id, name) = (board.Id(row), board.Providers[provider].Name);
        var accepted = board.Decisions.Accepted.Any(a => a.Table == board.Crm.Kind && a.Record == id && a.Field == field && a.Value == offer.Raw
            && a.Provider.Equals(name, StringComparison.OrdinalIgnoreCase));
        double? difference = board.Column(field) is NumberColumn own && !double.IsNaN(offer.Number) ? EnrichmentBoard.Difference(own.Values[row], offer.Number) : null;
        conflicts.Add(new EnrichmentConflict(row, id, field, crm, name, offer.Raw!, difference, board.MatchFor(provider, field).Key(row), accepted));
        return false;
    }

    private FieldCoverage Step(Role field, string column, string provider, int step, int covered, double arr) => new()
    {
        Field = field,
        Column = column,
        Provider = provider,
        Step = step,
        Covered = covered,
        Coverage = board.Rows == 0 ? null : (double)covered / board.Rows,
        CoverageOfArr = positiveArr is > 0 and var total ? arr / total : null,
        Target = board.Target,
    };

    private string? Nearest(Role field, string value) => EnrichmentFields.IsListed(field) || field == Role.Country ? board.Lists[field].Nearest(value) : null;

    private double Arr(int row) => board.Arr is { } arr && arr.Values[row] > 0 ? arr.Values[row] : 0;

    private static double Positive(NumberColumn arr)
    {
        var sum = 0.0;
        foreach (var value in arr.Values) sum += value > 0 ? value : 0;
        return sum;
    }
}
