using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Segmentation.Playbook;
using Segmentation.Tables;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Segmentation.Load;

/// <summary>Reads <c>workspace.yaml</c>, strictly: what it does not know, it refuses with the place and the remedy.</summary>
internal sealed class WorkspaceYaml
{
    private static readonly ImmutableArray<string> TopKeys = ["as_of", "launch", "currency", "files", "limits", "picklists", "made_by"];
    private static readonly ImmutableArray<string> FileKeys = ["holds", "system", "delimiter", "encoding", "confidence", "roles", "columns"];
    private static readonly ImmutableArray<string> ColumnKeys = ["type", "date_order", "format", "personal"];
    private static readonly ImmutableArray<string> Encodings = ["utf-8", "utf-16", "utf-16be", "windows-1252"];
    private static readonly ImmutableArray<string> DateOrders = ["dmy", "mdy"];

    /// <summary>Gets the limits that can be set, by their name in snake case.</summary>
    public static ImmutableSortedDictionary<string, PropertyInfo> LimitProperties { get; } = typeof(PlaybookLimits)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.PropertyType == typeof(double) || p.PropertyType == typeof(int))
        .ToImmutableSortedDictionary(p => SnakeName.Of(p.Name), p => p, StringComparer.Ordinal);

    private readonly StrictYaml yaml;

    private WorkspaceYaml(StrictYaml yaml) => this.yaml = yaml;

    /// <summary>Returns the settings in a text.</summary>
    /// <param name="text">The YAML text.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <exception cref="WorkspaceException">The text is not YAML, or says something unknown.</exception>
    public static WorkspaceSettings Read(string text, string file)
    {
        var yaml = new StrictYaml(file);
        return yaml.Parse(text) is { } root ? new WorkspaceYaml(yaml).Settings(root) : WorkspaceSettings.None;
    }

    private WorkspaceSettings Settings(YamlNode root)
    {
        var settings = WorkspaceSettings.None;
        foreach (var (key, node, value) in yaml.Entries(root, "the settings", TopKeys))
        {
            settings = key switch
            {
                "made_by" => settings with { IsExact = yaml.OneOf(value, [WorkspaceProposal.CleanUp], "'made_by'", "program") == WorkspaceProposal.CleanUp },
                "as_of" => settings with { AsOf = Date(value, key) },
                "launch" => settings with { Launch = Date(value, key) },
                "currency" => settings with { Currency = Currency(value) },
                "files" => settings with { Files = [.. yaml.Entries(value, "'files'", null).Select(f => File(f.Key, f.KeyNode, f.Value))] },
                "limits" => settings with { Limits = Limits(yaml, value) },
                _ => settings with { Picklists = Picklists(value) },
            };
        }

        return settings with { Files = [.. settings.Files.Select(f => f with { IsExact = settings.IsExact })] };
    }

    private FileSettings File(string name, YamlNode node, YamlNode body)
    {
        var settings = new FileSettings(name, yaml.Place(node));
        foreach (var (key, _, value) in yaml.Entries(body, $"file '{name}'", FileKeys))
        {
            settings = key switch
            {
                "holds" => settings with { Holds = (yaml.OneOf<EntityKind>(value, $"'holds' of {name}", "kind of export"), yaml.Place(value)) },
                "system" => settings with { System = yaml.Scalar(value, key) },
                "delimiter" => settings with { Delimiter = Delimiter(value) },
                "encoding" => settings with { Encoding = yaml.OneOf(value, Encodings, $"'encoding' of {name}", "encoding") },
                "confidence" => settings with { Confidence = yaml.Number(value, key, 0, 1) },
                "roles" => settings with { Roles = Roles(value, name) },
                _ => settings with { Columns = [.. yaml.Entries(value, $"'columns' of {name}", null).Select(c => Column(c.Key, c.KeyNode, c.Value))] },
            };
        }

        return settings;
    }

    private ImmutableArray<(Role Role, string? Column, YamlPlace Place)> Roles(YamlNode node, string name)
    {
        var names = Enum.GetValues<Role>().Select(SnakeName.Of).ToImmutableArray();
        var roles = ImmutableArray.CreateBuilder<(Role Role, string? Column, YamlPlace Place)>();
        foreach (var (key, keyNode, value) in yaml.Entries(node, $"'roles' of {name}", names))
        {
            var role = SnakeName.Parse<Role>(key)!.Value;
            var column = value is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" } ? null : yaml.Scalar(value, key);
            if (column is not null && roles.FirstOrDefault(r => column.Equals(r.Column, StringComparison.OrdinalIgnoreCase)) is { Column: not null } other)
            {
                throw yaml.Error(value, $"column '{column}' of {name} is given two roles", $"{SnakeName.Of(other.Role)} and {key}", "one role a column",
                    $"Remove one of the two lines, or add a copy of the column to {name}.");
            }

            roles.Add((role, column, yaml.Place(column is null ? keyNode : value)));
        }

        return roles.ToImmutable();
    }

    private ColumnSettings Column(string name, YamlNode node, YamlNode body)
    {
        var settings = new ColumnSettings(name, yaml.Place(node));
        foreach (var (key, _, value) in yaml.Entries(body, $"column '{name}'", ColumnKeys))
        {
            settings = key switch
            {
                "type" => settings with { Type = yaml.OneOf<ColumnType>(value, $"the type of column '{name}'", "type") },
                "format" => settings with { Format = yaml.OneOf<NumberFormat>(value, $"the format of column '{name}'", "number format") },
                "personal" => settings with { IsPersonal = yaml.Flag(value, key) },
                _ => settings with { DateOrder = yaml.OneOf(value, DateOrders, $"the date order of column '{name}'", "date order") },
            };
        }

        return settings;
    }

    /// <summary>Returns the playbook's limits with those that a node sets by their name in snake case.</summary>
    /// <param name="yaml">The reader.</param>
    /// <param name="node">The mapping under <c>limits</c>.</param>
    /// <exception cref="WorkspaceException">A limit is not known, or its value is none that it can take.</exception>
    public static PlaybookLimits Limits(StrictYaml yaml, YamlNode node)
    {
        var limits = PlaybookLimits.Default with { };
        foreach (var (key, _, value) in yaml.Entries(node, "'limits'", [.. LimitProperties.Keys]))
        {
            var property = LimitProperties[key];
            var written = yaml.Scalar(value, key);
            var whole = property.PropertyType == typeof(int);
            var isNumber = double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);
            if (!isNumber || number < 0 || (whole ? number != Math.Floor(number) || number > int.MaxValue : number > 1))
            {
                throw yaml.Error(value, $"limit '{key}' has a value that it cannot take", $"'{written}'", whole ? "a whole number, 0 or more" : "a proportion from 0 to 1",
                    string.Create(CultureInfo.InvariantCulture, $"Write, for example, '{key}: {property.GetValue(PlaybookLimits.Default)}', the playbook's value."));
            }

            property.SetValue(limits, Convert.ChangeType(number, property.PropertyType, CultureInfo.InvariantCulture));
        }

        return limits;
    }

    private ImmutableSortedDictionary<Role, ImmutableArray<string>> Picklists(YamlNode node)
    {
        var lists = ImmutableSortedDictionary.CreateBuilder<Role, ImmutableArray<string>>();
        foreach (var (key, _, value) in yaml.Entries(node, "'picklists'", [.. Enum.GetValues<Role>().Select(SnakeName.Of)]))
        {
            if (value is not YamlSequenceNode { Children.Count: > 0 } sequence)
                throw yaml.Error(value, $"the picklist of {key} is not a list", StrictYaml.Shown(value), "a list of allowed values", $"Write '{key}: [first value, second value]'.");
            lists[SnakeName.Parse<Role>(key)!.Value] = [.. sequence.Children.Select(v => yaml.Scalar(v, key))];
        }

        return lists.ToImmutable();
    }

    private DateTime Date(YamlNode node, string key)
    {
        var written = yaml.Scalar(node, key);
        return DateTime.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw yaml.Error(node, $"'{key}' is not a date", $"'{written}'", "a date that exists, as year-month-day", $"Write, for example, '{key}: 2026-06-30'.");
    }

    private string Currency(YamlNode node)
    {
        var written = yaml.Scalar(node, "currency");
        return written.Length == 3 && written.All(char.IsAsciiLetterUpper)
            ? written
            : throw yaml.Error(node, "'currency' is not a currency code", $"'{written}'", "an ISO 4217 code of three capital letters", "Write, for example, 'currency: EUR'.");
    }

    private char Delimiter(YamlNode node) => yaml.Scalar(node, "delimiter") switch
    {
        "," or "comma" => ',',
        ";" or "semicolon" => ';',
        "\t" or "tab" => '\t',
        "|" or "pipe" => '|',
        var other => throw yaml.Error(node, "'delimiter' names no delimiter", $"'{other}'", "one of comma, semicolon, tab, pipe", "Write, for example, 'delimiter: semicolon'."),
    };
}
