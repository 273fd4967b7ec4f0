using System.Collections.Immutable;
using Segmentation.Load;
using YamlDotNet.RepresentationModel;

namespace Segmentation.Standardize;

/// <summary>Reads <c>picklists.yaml</c>, strictly.</summary>
internal sealed class PicklistYaml
{
    private static readonly ImmutableArray<string> Keys = ["values", "approved", "aliases", "never"];

    private readonly StrictYaml yaml;

    private PicklistYaml(StrictYaml yaml) => this.yaml = yaml;

    /// <summary>Returns the decisions in a text, not yet checked against one another.</summary>
    /// <exception cref="WorkspaceException">The text is not YAML, or says something unknown.</exception>
    public static PicklistDecisions Read(string text, string file)
    {
        var yaml = new StrictYaml(file);
        return yaml.Parse(text) is { } root ? new PicklistYaml(yaml).Decisions(root) with { File = file } : PicklistDecisions.Empty with { File = file };
    }

    private PicklistDecisions Decisions(YamlNode root)
    {
        var names = Enum.GetValues<Role>().Select(SnakeName.Of).ToImmutableArray();
        var roles = ImmutableSortedDictionary.CreateBuilder<Role, PicklistRules>();
        foreach (var (key, _, value) in yaml.Entries(root, "the picklists", names)) roles[SnakeName.Parse<Role>(key)!.Value] = Rules(key, value);
        return new PicklistDecisions { Roles = roles.ToImmutable() };
    }

    private PicklistRules Rules(string role, YamlNode node)
    {
        var rules = PicklistRules.None;
        foreach (var (key, _, value) in yaml.Entries(node, $"'{role}'", Keys))
        {
            rules = key switch
            {
                "values" => Values(rules, value),
                "approved" => rules with { Approved = Mappings(value, $"'approved' of {role}") },
                "aliases" => rules with { Aliases = Mappings(value, $"'aliases' of {role}") },
                _ => rules with { Never = [.. yaml.Items(value, key).Select(Pair)] },
            };
        }

        return rules;
    }

    private PicklistRules Values(PicklistRules rules, YamlNode node)
    {
        var values = yaml.List(node, "values").ToArray();
        return rules with { Values = [.. values.Select(v => v.Value)], ValuePlaces = [.. values.Select(v => yaml.Place(v.Node))] };
    }

    private ImmutableArray<PicklistMapping> Mappings(YamlNode node, string subject) =>
    [
        .. yaml.Entries(node, subject, null)
            .SelectMany(target => yaml.List(target.Value, target.Key).Select(written => new PicklistMapping(written.Value, target.Key) { Place = yaml.Place(written.Node) })),
    ];

    private PicklistNever Pair(YamlNode node)
    {
        var values = yaml.List(node, "never").Select(v => v.Value).ToArray();
        return values.Length == 2 && values[0] != values[1]
            ? new PicklistNever(values[0], values[1]) { Place = yaml.Place(node) }
            : throw yaml.Error(node, "'never' has an entry that is no pair", values.Length == 2 ? $"'{values[0]}' twice" : $"{values.Length} values", "two different values",
                "Write each pair on a line of its own: '- [first value, second value]'.");
    }
}
