using System.Collections.Immutable;
using Segmentation.Load;

namespace Segmentation.Enrich;

/// <summary>A provider's file as records that can be looked up by key, with what each says about every field.</summary>
internal sealed class ProviderRecords
{
    private readonly Dictionary<Role, List<OfferedValue>> values = [];
    private readonly Dictionary<string, int> merged = new(StringComparer.Ordinal);
    private readonly Dictionary<EnrichmentKey, Dictionary<string, List<int>>> rowsByKey = [];

    public ProviderRecords(ProviderDecision decision, Export export, EntityKind records, ImmutableArray<EnrichmentKey> keys, ImmutableSortedDictionary<Role, FieldReader> fields)
    {
        (Decision, Export, Fields) = (decision, export, fields);
        Keys = RecordKeys.Of(export, records, isProvider: true);
        var rows = export.Table.RowCount;
        foreach (var (field, reader) in fields) values[field] = [.. Enumerable.Range(0, rows).Select(reader.Read)];
        foreach (var key in keys)
        {
            var index = rowsByKey[key] = new Dictionary<string, List<int>>(StringComparer.Ordinal);
            for (var row = 0; row < rows; row++)
            {
                if (Keys[key, row] is not { } value) continue;
                if (!index.TryGetValue(value, out var same)) index[value] = same = [];
                same.Add(row);
            }
        }

        Repeated = rowsByKey.Where(k => k.Value.Count > 0).Select(k => k.Value.Values.Where(r => r.Count > 1).Sum(r => r.Count - 1)).FirstOrDefault();
    }

    public ProviderDecision Decision { get; }

    public string Name => Decision.Name;

    public Export Export { get; }

    public ImmutableSortedDictionary<Role, FieldReader> Fields { get; }

    public RecordKeys Keys { get; }

    /// <summary>Gets how many rows repeat the first key that the file has.</summary>
    public int Repeated { get; }

    /// <summary>Returns what a record says about a field.</summary>
    public OfferedValue Value(Role field, int record) => values[field][record];

    /// <summary>Tells whether any row has a key of a kind.</summary>
    public bool Has(EnrichmentKey key) => rowsByKey.TryGetValue(key, out var index) && index.Count > 0;

    /// <summary>Returns the rows with a key; empty where there are none.</summary>
    public IReadOnlyList<int> Rows(EnrichmentKey key, string value) => rowsByKey[key].TryGetValue(value, out var rows) ? rows : [];

    /// <summary>Returns the one record that several rows are, or null where they contradict each other. Rows that say the same in every field, or nothing,
    /// are one; technologies add up, as BuiltWith and HG Insights write one row a product.</summary>
    /// <param name="rows">At least one row.</param>
    /// <param name="ofCompany">Whether only what is the company's counts, as for the rows of several people of one company.</param>
    public int? AsOne(IReadOnlyList<int> rows, bool ofCompany)
    {
        if (rows.Count == 1) return rows[0];
        var name = (ofCompany ? "c" : string.Empty) + string.Join(',', rows);
        if (merged.TryGetValue(name, out var known)) return known < 0 ? null : known;
        var values = Fields.Keys.Where(f => f != Role.Technology && (!ofCompany || EnrichmentFields.IsOfCompany(f))).ToDictionary(f => f, f => Agreed(f, rows));
        if (values.Values.Any(v => v is null))
        {
            merged[name] = -1;
            return null;
        }

        var record = -1;
        foreach (var (field, list) in this.values)
        {
            record = list.Count;
            list.Add(field == Role.Technology ? Joined(rows) : values.GetValueOrDefault(field) ?? OfferedValue.Blank);
        }

        merged[name] = record < 0 ? rows[0] : record;
        return merged[name];
    }

    private OfferedValue? Agreed(Role field, IReadOnlyList<int> rows)
    {
        var said = rows.Select(r => Value(field, r)).Where(v => v.State != OfferState.Blank).ToArray();
        if (said.Length == 0) return OfferedValue.Blank;
        return said.All(v => v.State == said[0].State && (v.Raw ?? v.Said) == (said[0].Raw ?? said[0].Said)) ? said[0] : null;
    }

    private OfferedValue Joined(IReadOnlyList<int> rows)
    {
        var said = rows.Select(r => Value(Role.Technology, r)).Where(v => v.State != OfferState.Blank).DistinctBy(v => v.Raw ?? v.Said).ToArray();
        if (said.Length < 2) return said.Length == 0 ? OfferedValue.Blank : said[0];
        return OfferedValue.Candidate(OfferState.NotInList, string.Join("; ", said.Select(v => v.Raw ?? v.Said)), "several technologies where the CRM holds one");
    }
}
