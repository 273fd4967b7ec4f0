using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Segmentation.Load;
using Segmentation.Text;
using YamlDotNet.RepresentationModel;

namespace Segmentation.Enrich;

/// <summary>Reads and writes <c>enrichment.yaml</c>.</summary>
internal sealed class EnrichmentYaml
{
    private static readonly ImmutableArray<string> TopKeys = ["currency", "targets", "fields", "providers", "vocabulary", "accepted"];
    private static readonly ImmutableArray<string> Tables = ["accounts", "contacts"];
    private static readonly ImmutableArray<string> ProviderKeys = ["name", "file", "cost", "per", "keys", "columns"];
    private static readonly ImmutableArray<string> AcceptedKeys = ["table", "record", "field", "provider", "value"];
    private static readonly ImmutableArray<string> Fields = [.. EnrichmentFields.All.Select(SnakeName.Of)];

    private readonly StrictYaml yaml;

    private EnrichmentYaml(StrictYaml yaml) => this.yaml = yaml;

    public static EnrichmentDecisions Read(string text, string file)
    {
        var yaml = new StrictYaml(file);
        return yaml.Parse(text) is { } root ? new EnrichmentYaml(yaml).Decisions(root) : EnrichmentDecisions.Empty;
    }

    public static string Write(EnrichmentDecisions decisions)
    {
        var text = new StringBuilder();
        Line(0, "# Enrichment. Blanks are filled only; what the CRM says stays unless it is listed under 'accepted'.");
        if (decisions.Currency is { } currency) Line(0, $"currency: {currency}");
        if (decisions.AccountTarget is not null || decisions.ContactTarget is not null)
        {
            Line(0, "# Share of records that should carry each field.");
            Line(0, "targets:");
            if (decisions.AccountTarget is { } accounts) Line(1, $"accounts: {Number(accounts)}");
            if (decisions.ContactTarget is { } contacts) Line(1, $"contacts: {Number(contacts)}");
        }

        if (!decisions.AccountFields.IsEmpty || !decisions.ContactFields.IsEmpty)
        {
            Line(0, "# Fields to fill.");
            Line(0, "fields:");
            if (!decisions.AccountFields.IsEmpty) Line(1, $"accounts: {Roles(decisions.AccountFields)}");
            if (!decisions.ContactFields.IsEmpty) Line(1, $"contacts: {Roles(decisions.ContactFields)}");
        }

        if (!decisions.Providers.IsEmpty)
        {
            Line(0, "# In the order asked: the first that knows a blank value fills it. 'cost' is the price of one record attempted or matched, or one value filled.");
            Line(0, "providers:");
            foreach (var provider in decisions.Providers) Provider(provider);
        }

        if (!decisions.Vocabulary.IsEmpty)
        {
            Line(0, "# What the providers' words mean in the CRM's list.");
            Line(0, "vocabulary:");
            foreach (var (field, words) in decisions.Vocabulary)
            {
                Line(1, $"{SnakeName.Of(field)}:");
                foreach (var (word, meaning) in words) Line(2, $"{WorkspaceProposal.Scalar(word)}: {WorkspaceProposal.Scalar(meaning)}");
            }
        }

        if (!decisions.Accepted.IsEmpty)
        {
            Line(0, "# Providers' values that replace the CRM's. Another value than this one is a conflict again.");
            Line(0, "accepted:");
            foreach (var a in decisions.Accepted)
            {
                Line(1, $"- {{table: {SnakeName.Of(a.Table)}, record: {WorkspaceProposal.Scalar(a.Record)}, field: {SnakeName.Of(a.Field)}, "
                    + $"provider: {WorkspaceProposal.Scalar(a.Provider)}, value: {WorkspaceProposal.Scalar(a.Value)}}}");
            }
        }

        return text.ToString();

        void Provider(ProviderDecision provider)
        {
            Line(1, $"- name: {WorkspaceProposal.Scalar(provider.Name)}");
            if (provider.File is { } file) Line(2, $"file: {WorkspaceProposal.Scalar(file)}");
            Line(2, $"cost: {Number(provider.Cost)}");
            Line(2, $"per: {SnakeName.Of(provider.Per)}");
            if (!provider.Keys.IsEmpty) Line(2, $"keys: [{string.Join(", ", provider.Keys.Select(SnakeName.Of))}]");
            if (!provider.Columns.IsEmpty) Line(2, "columns:");
            foreach (var (field, mapping) in provider.Columns)
            {
                var column = WorkspaceProposal.Scalar(mapping.Column);
                Line(3, $"{SnakeName.Of(field)}: {(mapping.Scale is { } scale ? $"{{column: {column}, scale: {Number(scale)}}}" : column)}");
            }
        }

        void Line(int depth, string line) => text.Append(' ', depth * 2).Append(line).Append('\n');
        static string Roles(ImmutableArray<Role> roles) => $"[{string.Join(", ", roles.Select(SnakeName.Of))}]";
        static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
    }

    private EnrichmentDecisions Decisions(YamlNode root)
    {
        var decisions = EnrichmentDecisions.Empty;
        foreach (var (key, _, value) in yaml.Entries(root, "the decisions", TopKeys))
        {
            decisions = key switch
            {
                "currency" => decisions with { Currency = yaml.Scalar(value, key) },
                "targets" => Targets(decisions, value),
                "fields" => FieldLists(decisions, value),
                "providers" => decisions with { Providers = Providers(value) },
                "vocabulary" => decisions with { Vocabulary = Vocabulary(value) },
                _ => decisions with { Accepted = [.. yaml.Items(value, key).Select(Accepted)] },
            };
        }

        return decisions;
    }

    private EnrichmentDecisions Targets(EnrichmentDecisions decisions, YamlNode node)
    {
        foreach (var (key, _, value) in yaml.Entries(node, "'targets'", Tables))
        {
            var share = yaml.Number(value, key, 0, 1);
            decisions = key == "accounts" ? decisions with { AccountTarget = share } : decisions with { ContactTarget = share };
        }

        return decisions;
    }

    private EnrichmentDecisions FieldLists(EnrichmentDecisions decisions, YamlNode node)
    {
        foreach (var (key, _, value) in yaml.Entries(node, "'fields'", Tables))
        {
            var fields = ImmutableArray.CreateBuilder<Role>();
            foreach (var (_, item) in yaml.List(value, key))
            {
                var field = Field(item, $"a field of {key}");
                if (fields.Contains(field)) throw yaml.Error(item, $"'{key}' names a field twice", $"a second '{SnakeName.Of(field)}'", "each field once", "Remove one of the two.");
                fields.Add(field);
            }

            decisions = key == "accounts" ? decisions with { AccountFields = fields.ToImmutable() } : decisions with { ContactFields = fields.ToImmutable() };
        }

        return decisions;
    }

    private ImmutableArray<ProviderDecision> Providers(YamlNode node)
    {
        var providers = ImmutableArray.CreateBuilder<ProviderDecision>();
        foreach (var item in yaml.Items(node, "providers"))
        {
            var provider = Provider(item);
            if (providers.Any(p => p.Name.Equals(provider.Name, StringComparison.OrdinalIgnoreCase)))
                throw yaml.Error(item, $"provider '{provider.Name}' is listed twice", "a second entry of that name", "each name once", "Merge the entries; for a second file of one provider, give it a name of its own and say 'file'.");
            providers.Add(provider);
        }

        return providers.ToImmutable();
    }

    private ProviderDecision Provider(YamlNode node)
    {
        var entries = yaml.Entries(node, "a provider", ProviderKeys).ToArray();
        if (entries.FirstOrDefault(e => e.Key == "name").Value is not { } named)
            throw yaml.Error(node, "a provider has no name", "no 'name'", "a name such as ZoomInfo", "Write '- name: ZoomInfo' as its first line.");
        var provider = new ProviderDecision(yaml.Scalar(named, "name"));
        foreach (var (key, _, value) in entries)
        {
            provider = key switch
            {
                "file" => provider with { File = yaml.Scalar(value, key) },
                "cost" => provider with { Cost = yaml.Number(value, key, 0) },
                "per" => provider with { Per = yaml.OneOf<CostBasis>(value, $"'per' of {provider.Name}", "thing to charge for") },
                "keys" => provider with { Keys = [.. yaml.List(value, key).Select(k => yaml.OneOf<EnrichmentKey>(k.Node, $"a key of {provider.Name}", "key"))] },
                "columns" => provider with { Columns = Columns(value, provider.Name) },
                _ => provider,
            };
        }

        return provider;
    }

    private ImmutableSortedDictionary<Role, FieldMapping> Columns(YamlNode node, string provider)
    {
        var columns = ImmutableSortedDictionary.CreateBuilder<Role, FieldMapping>();
        foreach (var (key, _, value) in yaml.Entries(node, $"'columns' of {provider}", Fields))
            columns[SnakeName.Parse<Role>(key)!.Value] = value is YamlMappingNode ? Mapping(value, key) : new FieldMapping(yaml.Scalar(value, key));
        return columns.ToImmutable();
    }

    private FieldMapping Mapping(YamlNode node, string field)
    {
        var entries = yaml.Entries(node, $"'{field}'", ["column", "scale"]).ToArray();
        if (entries.FirstOrDefault(e => e.Key == "column").Value is not { } column)
            throw yaml.Error(node, $"'{field}' names no column", "no 'column'", "the column that fills it", $"Write '{field}: {{column: <name>, scale: 1000}}'.");
        var scale = entries.FirstOrDefault(e => e.Key == "scale").Value;
        var factor = scale is null ? (double?)null : yaml.Number(scale, "scale");
        return factor is null or > 0
            ? new FieldMapping(yaml.Scalar(column, "column"), factor)
            : throw yaml.Error(scale!, $"the scale of '{field}' has a value that it cannot take", $"'{yaml.Scalar(scale!, "scale")}'", "a number above 0", "Write, for example, 'scale: 1000' for amounts in thousands.");
    }

    private ImmutableSortedDictionary<Role, ImmutableSortedDictionary<string, string>> Vocabulary(YamlNode node)
    {
        var all = ImmutableSortedDictionary.CreateBuilder<Role, ImmutableSortedDictionary<string, string>>();
        foreach (var (field, _, list) in yaml.Entries(node, "'vocabulary'", Fields))
        {
            var words = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
            var keys = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
            foreach (var (word, wordNode, meaning) in yaml.Entries(list, $"'{field}'", null))
            {
                if (!keys.TryAdd(Fingerprint.Of(word), wordNode))
                {
                    var first = yaml.Place(keys[Fingerprint.Of(word)]);
                    throw yaml.Error(wordNode, $"'{field}' explains one word twice", string.Create(CultureInfo.InvariantCulture, $"'{word}', which is the word of line {first.Line}"),
                        "each word once; case, punctuation and the order of words do not count", "Remove one of the two lines.");
                }

                words[word] = yaml.Scalar(meaning, word);
            }

            all[SnakeName.Parse<Role>(field)!.Value] = words.ToImmutable();
        }

        return all.ToImmutable();
    }

    private AcceptedConflict Accepted(YamlNode node)
    {
        var entries = yaml.Entries(node, "an accepted conflict", AcceptedKeys).ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal);
        return new AcceptedConflict(
            SnakeName.Parse<EntityKind>(yaml.OneOf(Entry("table"), Tables, "'table'", "table"))!.Value,
            yaml.Scalar(Entry("record"), "record"),
            Field(Entry("field"), "'field'"),
            yaml.Scalar(Entry("provider"), "provider"),
            yaml.Scalar(Entry("value"), "value"));

        YamlNode Entry(string key) => entries.TryGetValue(key, out var value) ? value : throw yaml.Error(
            node, $"an accepted conflict has no '{key}'", $"only {string.Join(", ", entries.Keys)}", $"all of {string.Join(", ", AcceptedKeys)}", "Copy the line from the list of conflicts.");
    }

    private Role Field(YamlNode node, string subject) => SnakeName.Parse<Role>(yaml.OneOf(node, Fields, subject, "field that can be enriched"))!.Value;
}
