using System.Collections.Immutable;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Standardize;
using Segmentation.Tables;
using Segmentation.Text;

namespace Segmentation.Enrich;

/// <summary>The values that a field of the CRM may take, and which of them a provider's word means.</summary>
internal sealed class ValueList
{
    private readonly bool isCountry;
    private readonly VariantMatcher matcher = new(AuditOptions.Default);
    private readonly Dictionary<string, (string Value, string Because)> meanings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> byFingerprint = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> byCountry = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string? Value, string? Because)> resolved = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Crm, string Offered), bool> alike = [];

    private readonly PicklistRules rules;

    private ValueList(Role field, PicklistRules rules) => (isCountry, this.rules) = (field == Role.Country, rules);

    /// <summary>Gets the values, the list's order; empty where every value is allowed.</summary>
    public ImmutableArray<string> Values { get; private init; } = [];

    /// <summary>Gets where the list comes from, in words.</summary>
    public string Source { get; private init; } = "any value";

    /// <summary>Returns the list of a field: that of the picklist decisions, else the workspace's picklist, else, where the field's values come from a list, those that the CRM holds.</summary>
    public static ValueList Of(Workspace workspace, Role field, Column? crm, EnrichmentDecisions decisions, PicklistDecisions picklists)
    {
        var rules = picklists.For(field);
        var picklist = rules.Values.IsEmpty ? workspace.Picklists.GetValueOrDefault(field, []) : rules.Values;
        var hasPicklist = !picklist.IsEmpty;
        var own = crm is TextColumn text && (EnrichmentFields.IsListed(field) || field == Role.Country) ? MostFrequent(text) : [];
        var list = new ValueList(field, rules)
        {
            Values = hasPicklist ? picklist : EnrichmentFields.IsListed(field) ? own : [],
            Source = hasPicklist ? "the picklist" : EnrichmentFields.IsListed(field) && !own.IsEmpty ? "the values the CRM holds" : "any value",
        };

        foreach (var value in list.Values) list.byFingerprint.TryAdd(Fingerprint.Of(value), value);
        foreach (var value in hasPicklist ? picklist : own)
        {
            if (list.isCountry && CountryName.CodeOf(value) is { } code) list.byCountry.TryAdd(code, value);
        }

        if (decisions.Vocabulary.TryGetValue(field, out var vocabulary))
        {
            foreach (var (word, meaning) in vocabulary) list.meanings.TryAdd(Fingerprint.Of(word), (meaning, "by the vocabulary of enrichment.yaml"));
        }

        var common = PicklistAliases.Common.GetValueOrDefault(field, []).Where(a => list.Values.Contains(a.Target));
        foreach (var (name, value) in rules.Approved.Concat(rules.Aliases).Concat(common).Select(a => (a.Written, a.Target)))
            list.meanings.TryAdd(Fingerprint.Of(name), (value, $"is a name of '{value}'"));

        return list;
    }

    /// <summary>Returns the value that a word means for certain, and because of what; a null value where none is certain.</summary>
    public (string? Value, string? Because) Resolve(string word)
    {
        if (resolved.TryGetValue(word, out var known)) return known;
        var found = Find(word);
        var isNever = rules.Never.Any(n => (n.Value == word && n.Other == found.Value) || (n.Other == word && n.Value == found.Value));
        return resolved[word] = isNever ? (null, null) : found;
    }

    /// <summary>Tells whether a value of the CRM and one a provider offers are the same, misspellings of the CRM aside.</summary>
    public bool IsAlike(string crm, string offered)
    {
        if (string.Equals(crm, offered, StringComparison.Ordinal) || string.Equals(Resolve(crm).Value, offered, StringComparison.Ordinal)) return true;
        if (alike.TryGetValue((crm, offered), out var known)) return known;
        return alike[(crm, offered)] = matcher.Compare(new VariantValue(crm, 1, false), new VariantValue(offered, 1, false)) is not null;
    }

    /// <summary>Returns the value of the list that is spelt most like a word; null where there is no list.</summary>
    public string? Nearest(string word) => Values.IsEmpty ? null : Values.MaxBy(v => JaroWinkler.Similarity(Folding.Fold(word), Folding.Fold(v)));

    private (string? Value, string? Because) Find(string word)
    {
        var key = Fingerprint.Of(word);
        if (meanings.TryGetValue(key, out var meaning)) return meaning;
        if (isCountry && CountryName.CodeOf(word) is { } code)
        {
            if (byCountry.TryGetValue(code, out var country)) return (country, null);
            return Values.IsEmpty ? (CountryName.NameOf(code), null) : (null, null);
        }

        if (byFingerprint.TryGetValue(key, out var spelt)) return (spelt, null);
        return Values.IsEmpty && !isCountry ? (word, null) : (null, null);
    }

    /// <summary>Most frequent first, so that of several spellings the usual one wins; by ordinal where two are as frequent.</summary>
    private static ImmutableArray<string> MostFrequent(TextColumn column)
    {
        var counts = new int[column.Dictionary.Length];
        foreach (var code in column.Codes)
        {
            if (code >= 0) counts[code]++;
        }

        var values = column.Dictionary.ToArray();
        return [.. Enumerable.Range(0, values.Length).Where(c => counts[c] > 0 && !string.IsNullOrWhiteSpace(values[c]))
            .OrderByDescending(c => counts[c]).ThenBy(c => values[c], StringComparer.Ordinal).Select(c => values[c])];
    }
}
