using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Segmentation.Load;

/// <summary>Reads the parts of a YAML file that a person writes, strictly: what is not known is refused with the place, what was expected, and the remedy.</summary>
internal sealed class StrictYaml
{
    private readonly string file;

    /// <summary>Returns a reader.</summary>
    /// <param name="file">The file's name, for messages.</param>
    public StrictYaml(string file) => this.file = file;

    /// <summary>Returns the root of a text; null where the text says nothing.</summary>
    /// <exception cref="WorkspaceException">The text is not one YAML document.</exception>
    public YamlNode? Parse(string text)
    {
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
            [] => null,
            [{ RootNode: YamlScalarNode { Value: null or "" } }] => null,
            [var only] => only.RootNode,
            [_, var second, ..] => throw Error(second.RootNode, "a second YAML document starts here", "'---'", "one document", "Remove the line '---' and what follows, or merge it into the first document."),
        };
    }

    /// <summary>Returns the values of a list, each a scalar.</summary>
    public IEnumerable<(string Value, YamlNode Node)> List(YamlNode node, string key) => node is YamlSequenceNode sequence
        ? sequence.Children.Select(v => (Scalar(v, key), v))
        : throw Error(node, $"'{key}' is not a list", Shown(node), "a list of values", $"Write '{key}: [first value, second value]'.");

    /// <summary>Returns the mappings of a list.</summary>
    public IEnumerable<YamlNode> Items(YamlNode node, string key) => node is YamlSequenceNode sequence
        ? sequence.Children
        : throw Error(node, $"'{key}' is not a list", Shown(node), "a list, each entry starting with '- '", "Write each entry on lines of its own, the first starting with '- '.");

    /// <summary>Returns a number.</summary>
    public double Number(YamlNode node, string key, double from = double.NegativeInfinity, double to = double.PositiveInfinity)
    {
        var written = Scalar(node, key);
        return double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && number >= from && number <= to
            ? number
            : throw Error(node, $"'{key}' has a value that it cannot take", $"'{written}'", double.IsFinite(from) || double.IsFinite(to)
                ? string.Create(CultureInfo.InvariantCulture, $"a number from {from} to {to}") : "a number", "Write a number with a point for decimals and no separators.");
    }

    /// <summary>Returns true or false.</summary>
    public bool Flag(YamlNode node, string key) => OneOf(node, ["true", "false"], $"'{key}'", "answer") == "true";

    /// <summary>Returns one of the values of an enum, written in snake case.</summary>
    public T OneOf<T>(YamlNode node, string subject, string what)
        where T : struct, Enum => SnakeName.Parse<T>(OneOf(node, [.. Enum.GetValues<T>().Select(SnakeName.Of)], subject, what))!.Value;

    /// <summary>Returns one of the allowed values.</summary>
    public string OneOf(YamlNode node, ImmutableArray<string> allowed, string subject, string what)
    {
        var written = Scalar(node, subject);
        return allowed.Contains(written)
            ? written
            : throw Error(node, $"{subject} names no {what}", $"'{written}'", $"one of {string.Join(", ", allowed)}", $"Write '{Nearest(written, allowed)}', or another of them.");
    }

    /// <summary>Returns a single value that is not empty.</summary>
    public string Scalar(YamlNode node, string key) => node is YamlScalarNode { Value: { Length: > 0 } value }
        ? value
        : throw Error(node, $"'{key}' has no single value", Shown(node), "one value", "Write one value after the colon; put names with special characters in double quotes.");

    /// <summary>Returns the entries of a mapping, each name once; with <paramref name="allowed"/>, only those names.</summary>
    public IEnumerable<(string Key, YamlNode KeyNode, YamlNode Value)> Entries(YamlNode node, string subject, ImmutableArray<string>? allowed)
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

    /// <summary>Returns a node as an error shows it.</summary>
    public static string Shown(YamlNode node) => node switch
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

    /// <summary>Returns where a node stands.</summary>
    public YamlPlace Place(YamlNode node) => new(file, (int)node.Start.Line, (int)node.Start.Column);

    /// <summary>Returns an error at a node.</summary>
    public WorkspaceException Error(YamlNode node, string subject, string found, string expected, string remedy) =>
        new(subject, found, expected, remedy, file, (int)node.Start.Line, (int)node.Start.Column);
}
