using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Segmentation.Load;
using YamlDotNet.RepresentationModel;

namespace Segmentation.Standardize;

/// <summary>Reads and writes <c>titles.yaml</c>.</summary>
internal sealed class TitleRulesYaml
{
    private const string ManagersKey = "managers_of_work";
    private static readonly ImmutableArray<string> TopKeys = ["rules", ManagersKey, "departments"];
    private static readonly ImmutableArray<string> RuleKeys = ["name", "title", "unless", "level", "department", "confidence", "why"];

    private readonly StrictYaml yaml;

    private TitleRulesYaml(StrictYaml yaml) => this.yaml = yaml;

    public static TitleRules Read(string text, string file)
    {
        var yaml = new StrictYaml(file);
        return yaml.Parse(text) is { } root ? new TitleRulesYaml(yaml).Rules(root) : TitleRules.Default;
    }

    public static string Write(TitleRules rules)
    {
        var text = new StringBuilder()
            .Append("# Job titles to level and department. These rules decide before the built-in ones, the first that applies; a rule named as a built-in one stands in its place.\n")
            .Append("# title: any of these phrases, words in this order; * at the end or start of a word is any letters, ... any words between. unless: none of these.\n");
        if (rules.ManagersOfWork != TitleLevel.IndividualContributor) text.Append("# The level of Account Executive, Account Manager, Product Manager and the like.\n").Append($"{ManagersKey}: {TitleLevelName.Of(rules.ManagersOfWork)}\n");
        if (rules.Departments.Count > 0) text.Append("# Department as the rules name it: the value to write.\ndepartments:\n");
        foreach (var (from, to) in rules.Departments) text.Append($"  {Scalar(from)}: {Scalar(to)}\n");
        if (rules.Own.Length > 0) text.Append("rules:\n");
        foreach (var rule in rules.Own)
        {
            text.Append($"  - name: {Scalar(rule.Name)}\n    title: {List(rule.Phrases)}\n");
            if (rule.Unless.Length > 0) text.Append($"    unless: {List(rule.Unless)}\n");
            if (rule.Level is { } level) text.Append($"    level: {TitleLevelName.Of(level)}\n");
            if (rule.Department is { } department) text.Append($"    department: {Scalar(department)}\n");
            if (rule.Confidence != TitleConfidence.Decided) text.Append(CultureInfo.InvariantCulture, $"    confidence: {rule.Confidence:R}\n");
            if (rule.Why is { } why) text.Append($"    why: {Scalar(why)}\n");
        }

        return text.ToString();
    }

    private TitleRules Rules(YamlNode root)
    {
        var rules = TitleRules.Default with { };
        foreach (var (key, _, value) in yaml.Entries(root, "the title rules", TopKeys))
        {
            rules = key switch
            {
                "rules" => rules with { Own = Own(value) },
                ManagersKey => rules with { ManagersOfWork = Level(value, $"'{ManagersKey}'") },
                _ => rules with { Departments = Departments(value) },
            };
        }

        return rules;
    }

    private ImmutableSortedDictionary<string, string> Departments(YamlNode node)
    {
        var departments = TitleRules.Default.Departments.ToBuilder();
        foreach (var (name, place, value) in yaml.Entries(node, "'departments'", null))
        {
            if (!departments.TryAdd(name, yaml.Scalar(value, name))) throw yaml.Error(place, $"'departments' names '{name}' twice", $"a second '{name}'", "each department once; case does not count", "Remove one of the two lines.");
        }

        return departments.ToImmutable();
    }

    private ImmutableArray<TitleRule> Own(YamlNode node)
    {
        var rules = ImmutableArray.CreateBuilder<TitleRule>();
        foreach (var item in yaml.Items(node, "rules"))
        {
            var rule = new TitleRule { Name = string.Empty, Phrases = [] };
            var place = item;
            foreach (var (key, _, value) in yaml.Entries(item, "a title rule", RuleKeys))
            {
                if (key == "name") place = value;
                rule = key switch
                {
                    "name" => rule with { Name = yaml.Scalar(value, key) },
                    "title" => rule with { Phrases = Phrases(value, key) },
                    "unless" => rule with { Unless = Phrases(value, key) },
                    "level" => rule with { Level = Level(value, "'level'") },
                    "department" => rule with { Department = yaml.Scalar(value, key) },
                    "confidence" => rule with { Confidence = yaml.Number(value, key, 0, 1) },
                    _ => rule with { Why = yaml.Scalar(value, key) },
                };
            }

            if (rule.Name.Length == 0) throw yaml.Error(item, "a title rule has no name", "none", "a name, by which results say which rule decided", "Add a line 'name: …'.");
            if (rule.Phrases.Length == 0) throw yaml.Error(place, $"title rule '{rule.Name}' names no title", "nothing under 'title'", "one phrase or more", "Add a line 'title: [first phrase, second phrase]'.");
            if (rule.Level is null && rule.Department is null) throw yaml.Error(place, $"title rule '{rule.Name}' decides nothing", "neither 'level' nor 'department'", "one of them or both", $"Add a line 'level: …' with one of {string.Join(", ", TitleLevelName.All)}, or 'department: …'.");
            if (rules.Any(r => r.Name.Equals(rule.Name, StringComparison.OrdinalIgnoreCase))) throw yaml.Error(place, $"two title rules are called '{rule.Name}'", "the second here", "each name once", "Rename one of the two, or merge them.");
            rules.Add(rule);
        }

        return rules.ToImmutable();
    }

    private ImmutableArray<string> Phrases(YamlNode node, string key)
    {
        foreach (var (phrase, place) in yaml.List(node, key))
        {
            if (!new TitlePhrase(phrase).IsUsable) throw yaml.Error(place, $"a phrase under '{key}' says nothing", $"'{phrase}'", "words, the first and last of them not '...'", "Write the words of the title that decide.");
        }

        return [.. yaml.List(node, key).Select(p => p.Value)];
    }

    private TitleLevel Level(YamlNode node, string subject) => TitleLevelName.Parse(yaml.OneOf(node, TitleLevelName.All, subject, "level"))!.Value;

    private static string List(IEnumerable<string> values) => $"[{string.Join(", ", values.Select(Scalar))}]";

    private static string Scalar(string value) => WorkspaceProposal.Scalar(value);
}
