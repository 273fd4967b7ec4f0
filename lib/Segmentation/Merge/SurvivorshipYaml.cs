using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Segmentation.Load;
using YamlDotNet.RepresentationModel;

namespace Segmentation.Merge;

/// <summary>Reads and writes <c>survivorship.yaml</c>.</summary>
internal sealed class SurvivorshipYaml
{
    private static readonly ImmutableArray<string> TopKeys = ["master", "otherwise", "roles", "columns", "separator", "records_per_call", "records_per_call_elsewhere"];
    private static readonly ImmutableArray<string> RuleKeys = ["rule", "source", "order"];

    private readonly StrictYaml yaml;

    private SurvivorshipYaml(StrictYaml yaml) => this.yaml = yaml;

    public static SurvivorshipRules Read(string text, string file)
    {
        var yaml = new StrictYaml(file);
        return yaml.Parse(text) is { } root ? new SurvivorshipYaml(yaml).Rules(root) : SurvivorshipRules.Default;
    }

    /// <summary>Writes every rule in force, those of the default included, so that a person sees what can be changed.</summary>
    public static string Write(SurvivorshipRules rules)
    {
        var text = new StringBuilder();
        Line("# How the records of one company or person become one. Nothing missing ever replaces a value.");
        Line($"# The record that stays (the master): the first of these that decides. Rules: {Names<MasterRule>()}.");
        Line($"master: [{string.Join(", ", rules.Master.Select(SnakeName.Of))}]");
        Line($"# Whose value a field takes: by column, else by role, else this. Rules: {Names<Survivorship>()}.");
        Line($"otherwise: {Rule(rules.Otherwise)}");

        // What a file leaves out keeps its default, so a default that was taken away is written with the rule that decides in its place.
        var roles = SurvivorshipRules.Default.Roles.ToImmutableSortedDictionary(r => r.Key, _ => rules.Otherwise).SetItems(rules.Roles);
        Section("roles", roles.Select(r => (SnakeName.Of(r.Key), Rule(r.Value))), "# Amounts are added up so that their total stays; whoever opted out or bounced once has; ids are protected (never).");
        Section("columns", rules.Columns.Select(c => (WorkspaceProposal.Scalar(c.Key), Rule(c.Value))), "# One line a column: Lead Source: {rule: source_priority, source: System, order: [Salesforce, HubSpot]}");
        Line($"separator: {Quoted(rules.Separator)}  # between the values that union joins");
        Section("records_per_call", rules.RecordsPerCall.Select(c => (WorkspaceProposal.Scalar(c.Key), Number(c.Value))), "# The most records that one call of a system merges, the master included.");
        Line($"records_per_call_elsewhere: {Number(rules.RecordsPerCallElsewhere)}");
        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');

        void Section(string name, IEnumerable<(string Key, string Value)> entries, string comment)
        {
            Line(comment);
            var all = entries.ToArray();
            Line(all.Length == 0 ? $"{name}: {{}}" : $"{name}:");
            foreach (var (key, value) in all) Line($"  {key}: {value}");
        }

        static string Rule(FieldRule rule) => rule.Rule != Survivorship.SourcePriority ? SnakeName.Of(rule.Rule)
            : $"{{rule: {SnakeName.Of(rule.Rule)}, source: {WorkspaceProposal.Scalar(rule.Source!)}, order: [{string.Join(", ", rule.Order.Select(WorkspaceProposal.Scalar))}]}}";
        static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
        static string Names<T>()
            where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(SnakeName.Of));
        static string Quoted(string value) => WorkspaceProposal.Scalar(value) is var written && written.StartsWith('"') ? written : $"\"{value}\"";
    }

    private SurvivorshipRules Rules(YamlNode root)
    {
        var rules = SurvivorshipRules.Default;
        foreach (var (key, _, value) in yaml.Entries(root, "the rules", TopKeys))
        {
            rules = key switch
            {
                "master" => rules with { Master = Master(value) },
                "otherwise" => rules with { Otherwise = Otherwise(value) },
                "roles" => rules with
                {
                    Roles = rules.Roles.SetItems(yaml.Entries(value, "'roles'", [.. Enum.GetValues<Role>().Select(SnakeName.Of)])
                    .Select(r => KeyValuePair.Create(SnakeName.Parse<Role>(r.Key)!.Value, Rule(r.Value, $"role {r.Key}"))))
                },
                "columns" => rules with { Columns = Columns(value) },
                "separator" => rules with { Separator = Separator(value) },
                "records_per_call" => rules with
                {
                    RecordsPerCall = rules.RecordsPerCall.SetItems(yaml.Entries(value, "'records_per_call'", null)
                    .Select(c => KeyValuePair.Create(c.Key, Records(c.Value, c.Key))))
                },
                _ => rules with { RecordsPerCallElsewhere = Records(value, key) },
            };
        }

        return rules;
    }

    private ImmutableArray<MasterRule> Master(YamlNode node)
    {
        var rules = ImmutableArray.CreateBuilder<MasterRule>();
        foreach (var (_, value) in yaml.List(node, "master"))
        {
            var rule = yaml.OneOf<MasterRule>(value, "'master'", "rule");
            if (rules.Contains(rule)) throw yaml.Error(value, $"'master' names {SnakeName.Of(rule)} twice", $"a second '{SnakeName.Of(rule)}'", "each rule once", "Remove the second.");
            if (rules.Contains(MasterRule.SmallestId))
                throw yaml.Error(value, "'master' has a rule that never decides", $"'{SnakeName.Of(rule)}' after smallest_id", "smallest_id last", "Move smallest_id to the end: ids differ, so nothing after it is asked.");
            rules.Add(rule);
        }

        // Ids decide what nothing else does; without them the master would depend on the order of the rows.
        if (!rules.Contains(MasterRule.SmallestId)) rules.Add(MasterRule.SmallestId);
        return rules.ToImmutable();
    }

    private FieldRule Otherwise(YamlNode node)
    {
        var rule = Rule(node, "'otherwise'");
        return rule.Rule is Survivorship.Sum or Survivorship.Union or Survivorship.AnyTrue or Survivorship.Oldest
            ? throw yaml.Error(node, "'otherwise' does not fit every field", $"'{SnakeName.Of(rule.Rule)}'", "a rule for values of any type, such as most_recent or fill_blanks", "Write 'otherwise: most_recent', and this rule beside the columns it is meant for, under 'columns'.")
            : rule;
    }

    private ImmutableSortedDictionary<string, FieldRule> Columns(YamlNode node)
    {
        var columns = ImmutableSortedDictionary.CreateBuilder<string, FieldRule>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, keyNode, value) in yaml.Entries(node, "'columns'", null))
        {
            if (!columns.TryAdd(key, Rule(value, $"column '{key}'")))
                throw yaml.Error(keyNode, $"'columns' names '{key}' twice", $"a second '{key}' (case does not count)", "each column once", "Remove one of the two lines.");
        }

        return columns.ToImmutable();
    }

    private FieldRule Rule(YamlNode node, string subject)
    {
        if (node is not YamlMappingNode)
        {
            var rule = yaml.OneOf<Survivorship>(node, $"the rule of {subject}", "rule");
            return rule != Survivorship.SourcePriority ? FieldRule.Of(rule) : throw NoSource();
        }

        var (name, source, order) = ((Survivorship?)null, (string?)null, ImmutableArray<string>.Empty);
        foreach (var (key, _, value) in yaml.Entries(node, $"the rule of {subject}", RuleKeys))
        {
            if (key == "rule") name = yaml.OneOf<Survivorship>(value, $"the rule of {subject}", "rule");
            else if (key == "source") source = yaml.Scalar(value, key);
            else order = [.. yaml.List(value, key).Select(v => v.Value)];
        }

        if (name is not Survivorship.SourcePriority)
        {
            throw yaml.Error(node, $"the rule of {subject} has a source but is no rule about sources", name is { } other ? $"'{SnakeName.Of(other)}'" : "no 'rule'", "rule: source_priority",
                "Write the rule's name alone after the colon, or 'rule: source_priority' among the entries.");
        }

        return source is not null && order.Length > 0 ? FieldRule.From(source, order) : throw NoSource();

        WorkspaceException NoSource() => yaml.Error(node, $"the rule of {subject} does not say which source comes first", StrictYaml.Shown(node), "a source and an order",
            "Write '{rule: source_priority, source: Lead Source, order: [first, second]}'.");
    }

    private string Separator(YamlNode node) => yaml.Scalar(node, "separator") is var written && written.Trim().Length > 0
        ? written
        : throw yaml.Error(node, "'separator' holds only space", "space", "a mark that no value contains", "Write 'separator: \"; \"'.");

    private int Records(YamlNode node, string key)
    {
        var number = yaml.Number(node, key, 2, 1000);
        return number == Math.Floor(number) ? (int)number
            : throw yaml.Error(node, $"'{key}' is not a number of records", $"'{yaml.Scalar(node, key)}'", "a whole number, 2 or more", "Write how many records one call merges, the master included.");
    }
}
