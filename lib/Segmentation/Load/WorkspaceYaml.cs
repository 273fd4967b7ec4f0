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
    private static readonly ImmutableArray<string> TopKeys = ["as_of", "launch", "currency", "files", "limits", "picklists"];
    private static readonly ImmutableArray<string> FileKeys = ["holds", "system", "delimiter", "encoding", "roles", "columns"];
    private static readonly ImmutableArray<string> ColumnKeys = ["type", "date_order"];
    private static readonly ImmutableArray<string> Encodings = ["utf-8", "utf-16", "utf-16be", "windows-1252"];
    private static readonly ImmutableArray<string> DateOrders = ["dmy", "mdy"];

    /// <summary>Gets the limits that can be set, by their name in snake case.</summary>
    public static ImmutableSortedDictionary<string, PropertyInfo> LimitProperties { get; } = typeof(PlaybookLimits)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.PropertyType == typeof(double) || p.PropertyType == typeof(int))
        .ToImmutableSortedDictionary(p => SnakeName.Of(p.Name), p => p, StringComparer.Ordinal);

    private readonly string file;

    private WorkspaceYaml(string file) => this.file = file;

    /// <summary>Returns the settings in a text.</summary>
    /// <param name="text">The YAML text.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <exception cref="WorkspaceException">The text is not YAML, or says something unknown.</exception>
    public static WorkspaceSettings Read(string text, string file)
    {
        var reader = new WorkspaceYaml(file);
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException error)
        {
            // The parser reports a tab at the entry before it.
            var lines = text.Split('\n');
            var tab = Array.FindIndex(lines, l => l.TrimStart(' ').StartsWith('\t'));
            if (tab >= 0)
            {
                throw new WorkspaceException("a line is indented with a tab", "a tab", "spaces", "Indent with two spaces a level.", file, tab + 1, lines[tab].IndexOf('\t', StringComparison.Ordinal) + 1, error);
            }

            throw new WorkspaceException(
                "the text is not YAML that can be read", error.InnerException?.Message ?? error.Message, "entries of the form 'key: value', each key once",
                "Correct the line; indent with spaces, and put names with special characters in double quotes.", file, (int)error.Start.Line, (int)error.Start.Column, error);
        }

        return stream.Documents switch
        {
            [] => WorkspaceSettings.None,
            [var only] => reader.Settings(only.RootNode),
            [_, var second, ..] => throw reader.Error(second.RootNode, "a second YAML document starts here", "'---'", "one document", "Remove the line '---' and what follows, or merge it into the first document."),
        };
    }

    private WorkspaceSettings Settings(YamlNode root)
    {
        var settings = WorkspaceSettings.None;
        if (root is YamlScalarNode { Value: null or "" }) return settings;
        foreach (var (key, node, value) in Entries(root, "the settings", TopKeys))
        {
            settings = key switch
            {
                "as_of" => settings with { AsOf = Date(value, key) },
                "launch" => settings with { Launch = Date(value, key) },
                "currency" => settings with { Currency = Currency(value) },
                "files" => settings with { Files = [.. Entries(value, "'files'", null).Select(f => File(f.Key, f.KeyNode, f.Value))] },
                "limits" => settings with { Limits = Limits(value) },
                _ => settings with { Picklists = Picklists(value) },
            };
        }

        return settings;
    }

    private FileSettings File(string name, YamlNode node, YamlNode body)
    {
        var settings = new FileSettings(name, Place(node));
        foreach (var (key, _, value) in Entries(body, $"file '{name}'", FileKeys))
        {
            settings = key switch
            {
                "holds" => settings with { Holds = (OneOf<EntityKind>(value, $"'holds' of {name}", "kind of export"), Place(value)) },
                "system" => settings with { System = Scalar(value, key) },
                "delimiter" => settings with { Delimiter = Delimiter(value) },
                "encoding" => settings with { Encoding = OneOf(value, Encodings, $"'encoding' of {name}", "encoding") },
                "roles" => settings with { Roles = Roles(value, name) },
                _ => settings with { Columns = [.. Entries(value, $"'columns' of {name}", null).Select(c => Column(c.Key, c.KeyNode, c.Value))] },
            };
        }

        return settings;
    }

    private ImmutableArray<(Role Role, string? Column, YamlPlace Place)> Roles(YamlNode node, string name)
    {
        var names = Enum.GetValues<Role>().Select(SnakeName.Of).ToImmutableArray();
        var roles = ImmutableArray.CreateBuilder<(Role Role, string? Column, YamlPlace Place)>();
        foreach (var (key, keyNode, value) in Entries(node, $"'roles' of {name}", names))
        {
            var role = SnakeName.Parse<Role>(key)!.Value;
            var column = value is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" } ? null : Scalar(value, key);
            if (column is not null && roles.FirstOrDefault(r => column.Equals(r.Column, StringComparison.OrdinalIgnoreCase)) is { Column: not null } other)
            {
                throw Error(value, $"column '{column}' of {name} is given two roles", $"{SnakeName.Of(other.Role)} and {key}", "one role a column",
                    $"Remove one of the two lines, or add a copy of the column to {name}.");
            }

            roles.Add((role, column, Place(column is null ? keyNode : value)));
        }

        return roles.ToImmutable();
    }

    private ColumnSettings Column(string name, YamlNode node, YamlNode body)
    {
        var settings = new ColumnSettings(name, null, null, Place(node));
        foreach (var (key, _, value) in Entries(body, $"column '{name}'", ColumnKeys))
        {
            settings = key == "type"
                ? settings with { Type = OneOf<ColumnType>(value, $"the type of column '{name}'", "type") }
                : settings with { DateOrder = OneOf(value, DateOrders, $"the date order of column '{name}'", "date order") };
        }

        return settings;
    }

    private PlaybookLimits Limits(YamlNode node)
    {
        var limits = PlaybookLimits.Default with { };
        foreach (var (key, _, value) in Entries(node, "'limits'", [.. LimitProperties.Keys]))
        {
            var property = LimitProperties[key];
            var written = Scalar(value, key);
            var whole = property.PropertyType == typeof(int);
            var isNumber = double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);
            if (!isNumber || number < 0 || (whole ? number != Math.Floor(number) || number > int.MaxValue : number > 1))
            {
                throw Error(value, $"limit '{key}' has a value that it cannot take", $"'{written}'", whole ? "a whole number, 0 or more" : "a proportion from 0 to 1",
                    string.Create(CultureInfo.InvariantCulture, $"Write, for example, '{key}: {property.GetValue(PlaybookLimits.Default)}', the playbook's value."));
            }

            property.SetValue(limits, Convert.ChangeType(number, property.PropertyType, CultureInfo.InvariantCulture));
        }

        return limits;
    }

    private ImmutableSortedDictionary<Role, ImmutableArray<string>> Picklists(YamlNode node)
    {
        var lists = ImmutableSortedDictionary.CreateBuilder<Role, ImmutableArray<string>>();
        foreach (var (key, _, value) in Entries(node, "'picklists'", [.. Enum.GetValues<Role>().Select(SnakeName.Of)]))
        {
            if (value is not YamlSequenceNode { Children.Count: > 0 } sequence)
                throw Error(value, $"the picklist of {key} is not a list", Shown(value), "a list of allowed values", $"Write '{key}: [first value, second value]'.");
            lists[SnakeName.Parse<Role>(key)!.Value] = [.. sequence.Children.Select(v => Scalar(v, key))];
        }

        return lists.ToImmutable();
    }

    private DateTime Date(YamlNode node, string key)
    {
        var written = Scalar(node, key);
        return DateTime.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Error(node, $"'{key}' is not a date", $"'{written}'", "a date that exists, as year-month-day", $"Write, for example, '{key}: 2026-06-30'.");
    }

    private string Currency(YamlNode node)
    {
        var written = Scalar(node, "currency");
        return written.Length == 3 && written.All(char.IsAsciiLetterUpper)
            ? written
            : throw Error(node, "'currency' is not a currency code", $"'{written}'", "an ISO 4217 code of three capital letters", "Write, for example, 'currency: EUR'.");
    }

    private char Delimiter(YamlNode node) => Scalar(node, "delimiter") switch
    {
        "," or "comma" => ',',
        ";" or "semicolon" => ';',
        "\t" or "tab" => '\t',
        "|" or "pipe" => '|',
        var other => throw Error(node, "'delimiter' names no delimiter", $"'{other}'", "one of comma, semicolon, tab, pipe", "Write, for example, 'delimiter: semicolon'."),
    };

    private T OneOf<T>(YamlNode node, string subject, string what)
        where T : struct, Enum => SnakeName.Parse<T>(OneOf(node, [.. Enum.GetValues<T>().Select(SnakeName.Of)], subject, what))!.Value;

    private string OneOf(YamlNode node, ImmutableArray<string> allowed, string subject, string what)
    {
        var written = Scalar(node, subject);
        return allowed.Contains(written)
            ? written
            : throw Error(node, $"{subject} names no {what}", $"'{written}'", $"one of {string.Join(", ", allowed)}", $"Write '{Nearest(written, allowed)}', or another of them.");
    }

    private string Scalar(YamlNode node, string key) => node is YamlScalarNode { Value: { Length: > 0 } value }
        ? value
        : throw Error(node, $"'{key}' has no single value", Shown(node), "one value", "Write one value after the colon; put names with special characters in double quotes.");

    private IEnumerable<(string Key, YamlNode KeyNode, YamlNode Value)> Entries(YamlNode node, string subject, ImmutableArray<string>? allowed)
    {
        if (node is not YamlMappingNode mapping)
            throw Error(node, $"{subject} has no entries of the form 'key: value'", Shown(node), allowed is { } keys ? $"one or more of {string.Join(", ", keys)}" : "names followed by a colon", "Write the entries on lines of their own, indented by two spaces.");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, value) in mapping.Children)
        {
            var name = key is YamlScalarNode { Value: { Length: > 0 } written } ? written : throw Error(key, $"{subject} has an entry without a name", Shown(key), "a name", "Write a name before the colon.");
            if (!seen.Add(name)) throw Error(key, $"{subject} says '{name}' twice", $"a second '{name}'", "each name once", "Merge the two entries.");
            if (allowed is { } known && !known.Contains(name))
                throw Error(key, $"{subject} has an entry that is not known", $"'{name}'", $"one of {string.Join(", ", known)}", $"Write '{Nearest(name, known)}', or remove the entry.");
            yield return (name, key, value);
        }
    }

    private static string Shown(YamlNode node) => node switch
    {
        YamlScalarNode { Value: null or "" } => "nothing",
        YamlScalarNode scalar => $"'{scalar.Value}'",
        YamlSequenceNode => "a list",
        _ => "a mapping",
    };

    /// <summary>Returns the allowed name that takes the fewest single-letter edits.</summary>
    private static string Nearest(string written, ImmutableArray<string> allowed) => allowed.MinBy(a => Edits(written, a))!;

    private static int Edits(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }

    private YamlPlace Place(YamlNode node) => new(file, (int)node.Start.Line, (int)node.Start.Column);

    private WorkspaceException Error(YamlNode node, string subject, string found, string expected, string remedy) =>
        new(subject, found, expected, remedy, file, (int)node.Start.Line, (int)node.Start.Column);
}
