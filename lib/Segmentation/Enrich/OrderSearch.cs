using System.Collections.Immutable;
using Segmentation.Load;

namespace Segmentation.Enrich;

/// <summary>Tries orders of providers on records that are alike taken together, so that an order costs no pass over the records.</summary>
internal sealed class OrderSearch
{
    private readonly EnrichmentBoard board;
    private readonly List<Kind> kinds = [];
    private readonly int[] filled;
    private readonly int rows;

    private OrderSearch(EnrichmentBoard board, int[] rows)
    {
        (this.board, this.rows) = (board, rows.Length);
        filled = new int[board.Fields.Length];
        var byKey = new Dictionary<string, Kind>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var kind = Kind.Of(board, row);
            if (!byKey.TryGetValue(kind.Key, out var known))
            {
                byKey[kind.Key] = known = kind;
                kinds.Add(known);
            }

            known.Records++;
            for (var f = 0; f < filled.Length; f++) filled[f] += (kind.Blank >> f & 1) == 0 ? 1 : 0;
        }

        var union = (int[])filled.Clone();
        foreach (var kind in kinds)
        {
            var offered = kind.Offers.Aggregate(0u, (all, o) => all | o) & kind.Blank;
            for (var f = 0; f < union.Length; f++) union[f] += (int)(offered >> f & 1) * kind.Records;
        }

        Reachable = [.. board.Fields.Where((_, f) => !Meets(filled[f]) && Meets(union[f]))];
    }

    /// <summary>Gets the fields that the providers bring to the target and the CRM alone does not.</summary>
    public ImmutableArray<Role> Reachable { get; }

    public static OrderSearch Of(EnrichmentBoard board, int[] rows) => new(board, rows);

    /// <summary>Returns every order, the given one first.</summary>
    public static IEnumerable<int[]> Permutations(int[] items)
    {
        if (items.Length <= 1) return [items];
        return items.SelectMany((first, i) => Permutations([.. items.Where((_, j) => j != i)]).Select(rest => (int[])[first, .. rest]));
    }

    /// <summary>Returns what an order does.</summary>
    public ProviderOrder Try(int[] order)
    {
        var blank = kinds.Select(k => k.Blank).ToArray();
        var covered = (int[])filled.Clone();
        var (cost, toTarget, needed, area) = (0.0, 0.0, 0, 0.0);
        for (var step = 0; step < order.Length; step++)
        {
            var isThere = Reachable.All(f => Meets(covered[board.Fields.IndexOf(f)]));
            var paid = Ask(order[step], blank, covered);
            cost += paid;
            if (!isThere) (toTarget, needed) = (toTarget + paid, step + 1);
            area += covered.Sum() / (double)order.Length;
        }

        var priced = board.Providers.Any(p => p.Decision.Cost > 0);
        return new ProviderOrder(
            [.. order.Select(p => board.Providers[p].Name)], needed, priced ? toTarget : null, priced ? cost : null,
            rows == 0 || covered.Length == 0 ? 0 : area / covered.Length / rows);
    }

    /// <summary>Returns the order that takes at each step the provider with the most values filled for its cost; without prices, the most values.</summary>
    public int[] Greedy()
    {
        var left = Enumerable.Range(0, board.Providers.Length).ToList();
        var order = new List<int>();
        var blank = kinds.Select(k => k.Blank).ToArray();
        var covered = (int[])filled.Clone();
        while (left.Count > 0)
        {
            var before = covered.Sum();
            var next = left.MaxBy(p =>
            {
                var (b, c) = ((uint[])blank.Clone(), (int[])covered.Clone());
                var paid = Ask(p, b, c);
                var gained = c.Sum() - before;

                // A provider that fills nothing comes last, one that costs nothing first.
                return gained == 0 ? (-1.0, 0) : (paid > 0 ? gained / paid : double.PositiveInfinity, gained);
            });
            Ask(next, blank, covered);
            order.Add(next);
            left.Remove(next);
        }

        return [.. order];
    }

    private bool Meets(int covered) => rows > 0 && (double)covered / rows >= board.Target;

    /// <summary>Asks a provider for everything still blank that it may know; returns what that costs.</summary>
    private double Ask(int provider, uint[] blank, int[] covered)
    {
        var (attempted, matched, values) = (0, 0, 0);
        for (var k = 0; k < kinds.Count; k++)
        {
            var kind = kinds[k];
            if ((blank[k] & kind.Asks[provider]) == 0) continue;
            attempted += kind.Records;
            if (kind.IsKnown[provider]) matched += kind.Records;
            var fills = blank[k] & kind.Offers[provider];
            blank[k] &= ~fills;
            for (var f = 0; fills != 0; f++, fills >>= 1)
            {
                if ((fills & 1) == 0) continue;
                covered[f] += kind.Records;
                values += kind.Records;
            }
        }

        return board.Providers[provider].Decision.CostOf(attempted, matched, values);
    }

    /// <summary>Records that are alike: blank in the same fields, and the same to every provider. Fields are bits.</summary>
    private sealed class Kind
    {
        public uint Blank { get; private init; }

        public uint[] Offers { get; private init; } = [];

        public uint[] Asks { get; private init; } = [];

        public bool[] IsKnown { get; private init; } = [];

        public string Key { get; private init; } = string.Empty;

        public int Records { get; set; }

        public static Kind Of(EnrichmentBoard board, int row)
        {
            var providers = board.Providers.Length;
            var (offers, asks, known) = (new uint[providers], new uint[providers], new bool[providers]);
            var blank = Bits(board, f => board.IsBlank(f, row));
            for (var p = 0; p < providers; p++)
            {
                var provider = p;
                offers[p] = Bits(board, f => board.Offer(provider, f, row).State == OfferState.Usable) & blank;
                asks[p] = Bits(board, f => board.CanAsk(provider, f, row)) & blank;
                known[p] = board.MatchOf(p).State(row) == MatchState.Matched;
            }

            return new Kind
            {
                Blank = blank,
                Offers = offers,
                Asks = asks,
                IsKnown = known,
                Key = $"{blank}:{string.Join(',', offers)}:{string.Join(',', asks)}:{string.Join(',', known)}",
            };
        }

        private static uint Bits(EnrichmentBoard board, Func<Role, bool> holds)
        {
            var bits = 0u;
            for (var f = 0; f < board.Fields.Length; f++) bits |= holds(board.Fields[f]) ? 1u << f : 0;
            return bits;
        }
    }
}
