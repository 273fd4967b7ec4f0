using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Criteria;
using Segmentation.Load;
using YamlDotNet.RepresentationModel;

namespace Segmentation.Framework;

/// <summary>Reads <c>framework.yaml</c>, strictly: what it does not know, it refuses with the place and the remedy.</summary>
internal sealed partial class FrameworkYaml
{
    private static readonly ImmutableArray<string> TopKeys = ["version", "title", "naming", "policy", "limits", "terms", "fields", "exclusions", "dimensions", "overrides", "views"];
    private static readonly ImmutableArray<string> StandingKeys = ["status", "date", "evidence", "question", "critical"];
    private static readonly ImmutableArray<string> Statuses = [.. Enum.GetValues<ItemStatus>().Select(FrameworkTree.Name)];
    private static readonly ImmutableArray<string> Sides = [SnakeName.Of(EntityKind.Accounts), SnakeName.Of(EntityKind.Contacts)];

    private readonly StrictYaml yaml;
    private readonly string text;
    private readonly Dictionary<string, YamlNode> places = new(StringComparer.Ordinal);

    private FrameworkYaml(string text, string file) => (this.text, yaml) = (text, new StrictYaml(file));

    /// <summary>Returns the framework in a text.</summary>
    /// <exception cref="WorkspaceException">The text is not YAML, or says something that cannot be.</exception>
    public static SegmentationFramework Read(string text, string file)
    {
        var plain = text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var reader = new FrameworkYaml(plain, file);
        var root = reader.yaml.Parse(plain) ?? throw new WorkspaceException("the framework says nothing", "an empty file", "a version, fields and dimensions",
            "Write 'version: v0' and what follows, or let StarterFramework.Propose make a first version.", file, 1, 1);
        var framework = reader.Framework(root);
        if (FrameworkFaults.First(framework) is { } fault)
            throw reader.yaml.Error(reader.places.GetValueOrDefault(fault.Path, root), fault.Subject, fault.Found, fault.Expected, fault.Remedy);
        return framework with { Layout = YamlLayoutReader.Read(plain, root) };
    }

    private SegmentationFramework Framework(YamlNode root)
    {
        var top = new YamlEntries(yaml, root, "the framework", TopKeys);
        var framework = new SegmentationFramework { Version = Place("version", top.Require("version", "v0"), top.Text("version", "v0")), Title = top.TextOrNull("title") };
        if (top.Find("naming") is { } naming) framework = framework with { Naming = Naming(naming) };
        if (top.Find("policy") is { } policy) framework = Policy(framework, policy);
        if (top.Find("limits") is { } limits) framework = framework with { Limits = WorkspaceYaml.Limits(yaml, limits) };
        framework = framework with { Terms = Items(top, "terms", Term), Fields = top.Find("fields") is { } fields ? Fields(fields) : [] };

        var accounts = framework.DefinitionsOf(EntityKind.Accounts);
        var contacts = framework.DefinitionsOf(EntityKind.Contacts);
        ImmutableArray<FieldDefinition> Of(EntityKind of) => of == EntityKind.Contacts ? contacts : accounts;

        return framework with
        {
            Exclusions = Items(top, "exclusions", (n, p) => Exclusion(n, p, Of)),
            Dimensions = Items(top, "dimensions", (n, p) => Dimension(n, p, Of)),
            Overrides = Items(top, "overrides", (n, _) => Override(n)),
            Views = Items(top, "views", (n, p) => View(n, p, Of)),
        };
    }

    private NamingConvention Naming(YamlNode node)
    {
        var naming = NamingConvention.Default;
        foreach (var (key, _, value) in yaml.Entries(node, "'naming'", ["inside", "between"]))
            naming = key == "inside" ? naming with { Inside = yaml.Scalar(value, key) } : naming with { Between = yaml.Scalar(value, key) };
        return naming;
    }

    private SegmentationFramework Policy(SegmentationFramework framework, YamlNode node)
    {
        foreach (var (key, _, value) in yaml.Entries(node, "'policy'", ["blanks", "conflicts"]))
        {
            framework = key == "blanks" ? framework with { Blanks = yaml.OneOf<BlankPolicy>(value, "'blanks'", "policy") }
                : framework with { Conflicts = yaml.OneOf<ConflictPolicy>(value, "'conflicts'", "policy") };
        }

        return framework;
    }

    private ImmutableArray<FrameworkField> Fields(YamlNode node)
    {
        var fields = ImmutableArray.CreateBuilder<FrameworkField>();
        foreach (var (side, _, body) in yaml.Entries(node, "'fields'", Sides).OrderBy(e => Sides.IndexOf(e.Key)))
        {
            var of = SnakeName.Parse<EntityKind>(side)!.Value;
            foreach (var (name, nameNode, value) in yaml.Entries(body, $"'fields' of {side}", null)) fields.Add(Field(of, Place(YamlPath.Of("fields", side, name), nameNode, name), value));
        }

        return fields.ToImmutable();
    }

    private FrameworkField Field(EntityKind of, string name, YamlNode node)
    {
        var subject = $"field '{name}'";
        var entries = new YamlEntries(yaml, node, subject, ["type", "unit", "value", "column", "picklist", "source", .. StandingKeys]);
        var definition = new FieldDefinition(name, entries.OneOf<FieldType>("type", "type of field"))
        {
            Unit = entries.TextOrNull("unit"),
            Column = entries.TextOrNull("column"),
            IsValue = entries.Find("value") is { } value && yaml.Flag(value, "value"),
            Picklist = entries.Find("picklist") is { } list ? [.. yaml.List(list, "picklist").Select(v => Place(YamlPath.Of("fields", SnakeName.Of(of), name, "picklist", v.Value), v.Node, v.Value))] : [],
        };
        return new(of, definition) { Source = entries.TextOrNull("source"), Standing = Standing(entries) };
    }

    private ImmutableArray<T> Items<T>(YamlEntries top, string key, Func<YamlNode, string, T> read) => top.Find(key) is { } node ? [.. yaml.Items(node, key).Select(n => read(n, key))] : [];

    private Standing Standing(YamlEntries entries) => new()
    {
        Status = entries.Find("status") is { } status ? Enum.GetValues<ItemStatus>()[Statuses.IndexOf(yaml.OneOf(status, Statuses, $"'status' of {entries.Subject}", "status"))] : ItemStatus.Assumed,
        Date = entries.Find("date") is { } date ? Date(date, "date", entries.Subject) : null,
        Evidence = entries.TextOrNull("evidence"),
        Question = entries.TextOrNull("question"),
        IsCritical = entries.Find("critical") is { } critical ? yaml.Flag(critical, "critical") : null,
    };

    private DateTime Date(YamlNode node, string key, string subject)
    {
        var written = yaml.Scalar(node, key);
        return DateTime.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw yaml.Error(node, $"'{key}' of {subject} is not a date", $"'{written}'", "a date that exists, as year-month-day", $"Write, for example, '{key}: 2026-06-30'.");
    }

    private Criterion Criteria(YamlNode node, string subject, ImmutableArray<FieldDefinition> fields)
    {
        var rule = yaml.Scalar(node, "criteria").TrimEnd();
        try
        {
            return Criterion.Parse(rule, fields);
        }
        catch (CriterionException error)
        {
            var (line, column) = YamlScalarPlace.Of(text, (YamlScalarNode)node, error.Position);
            throw new WorkspaceException($"the criteria of {subject}: {error.Subject}", error.Found, error.Expected, error.Remedy, yaml.Place(node).File, line, column, error);
        }
    }

    /// <summary>Remembers where a value stands, for faults that show only when everything is read.</summary>
    private T Place<T>(string path, YamlNode node, T value)
    {
        places[path] = node;
        return value;
    }
}
