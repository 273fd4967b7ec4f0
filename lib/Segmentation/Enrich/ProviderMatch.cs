using System.Collections.Immutable;

namespace Segmentation.Enrich;

/// <summary>Which record of a provider each record of the CRM is.</summary>
internal sealed class ProviderMatch
{
    private readonly MatchState[] states;
    private readonly int[] records;
    private readonly EnrichmentKey[] keys;

    private ProviderMatch(int count) => (states, records, keys) = (new MatchState[count], new int[count], new EnrichmentKey[count]);

    public MatchState State(int row) => states[row];

    /// <summary>Returns the provider's record of a row that is matched.</summary>
    public int Record(int row) => records[row];

    /// <summary>Returns the key by which a row was matched.</summary>
    public EnrichmentKey Key(int row) => keys[row];

    public int Count(MatchState state) => states.Count(s => s == state);

    /// <summary>Matches each record by the first of the keys that it shares with a row of the provider.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="crm">The CRM's keys.</param>
    /// <param name="rows">Number of CRM records.</param>
    /// <param name="keys">The keys in the order tried.</param>
    /// <param name="shared">Domains under which the CRM has companies of several names.</param>
    /// <param name="arePeople">Whether the records are people, whose domain leads to their company only.</param>
    public static ProviderMatch Of(ProviderRecords provider, RecordKeys crm, int rows, ImmutableArray<EnrichmentKey> keys, IReadOnlySet<string> shared, bool arePeople)
    {
        var match = new ProviderMatch(rows);
        for (var row = 0; row < rows; row++)
        {
            foreach (var key in keys)
            {
                if (crm[key, row] is not { } value) continue;
                var (state, record) = Find(provider, crm, row, key, value, shared, arePeople && key == EnrichmentKey.Domain);
                (match.states[row], match.records[row], match.keys[row]) = (state, record, key);

                // A key that finds nothing leaves it to the next; one that finds too much decides that nothing is certain.
                if (state != MatchState.NotFound) break;
            }
        }

        return match;
    }

    /// <summary>Returns the domains that companies of several names in the CRM share: a group's, or a host's of other people's sites.</summary>
    public static ImmutableHashSet<string> SharedDomains(RecordKeys crm, int rows)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var shared = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        for (var row = 0; row < rows; row++)
        {
            if (crm.DomainOf(row) is { } domain && crm.CompanyOf(row) is { } name && !names.TryAdd(domain, name) && names[domain] != name) shared.Add(domain);
        }

        return shared.ToImmutable();
    }

    private static (MatchState State, int Record) Find(ProviderRecords provider, RecordKeys crm, int row, EnrichmentKey key, string value, IReadOnlySet<string> shared, bool ofCompany)
    {
        var found = provider.Rows(key, value);
        if (found.Count == 0) return (MatchState.NotFound, -1);
        if (key == EnrichmentKey.NameAndCountry)
        {
            // Two companies of one name in one country: their domains tell them apart.
            var own = crm.DomainOf(row);
            if (own is not null) found = [.. found.Where(r => provider.Keys.DomainOf(r) is not { } theirs || theirs == own)];
            if (found.Count == 0) return (MatchState.NotFound, -1);
        }

        var isShared = key == EnrichmentKey.Domain && shared.Contains(value);
        if (!isShared && provider.AsOne(found, ofCompany) is { } one) return (MatchState.Matched, one);
        if (key == EnrichmentKey.Domain && crm.CompanyOf(row) is { } name)
        {
            found = [.. found.Where(r => provider.Keys.CompanyOf(r) == name)];
            if (found.Count > 0 && provider.AsOne(found, ofCompany) is { } named) return (MatchState.Matched, named);
        }

        return (isShared ? MatchState.SharedDomain : MatchState.Ambiguous, -1);
    }
}
