using System.Collections.Immutable;
using Segmentation.Load;
using YamlDotNet.RepresentationModel;

namespace Segmentation.Framework;

/// <summary>One item of the framework file while it is read: its entries by key, each asked for by what it should be.</summary>
internal sealed class YamlEntries
{
    private readonly StrictYaml yaml;
    private readonly YamlNode node;
    private readonly Dictionary<string, YamlNode> entries;

    /// <summary>Returns the entries of a mapping.</summary>
    /// <param name="yaml">The reader.</param>
    /// <param name="node">The mapping.</param>
    /// <param name="subject">What the item is, for messages.</param>
    /// <param name="keys">The keys it may have; null where every name is one.</param>
    /// <exception cref="WorkspaceException">It is no mapping, or has a key that is not known.</exception>
    public YamlEntries(StrictYaml yaml, YamlNode node, string subject, ImmutableArray<string> keys)
    {
        (this.yaml, this.node, Subject) = (yaml, node, subject);
        entries = yaml.Entries(node, subject, keys).ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal);
    }

    /// <summary>Gets what the item is, for messages.</summary>
    public string Subject { get; }

    /// <summary>Returns the node under a key; null where there is none.</summary>
    public YamlNode? Find(string key) => entries.GetValueOrDefault(key);

    /// <summary>Returns the node under a key that must be there.</summary>
    public YamlNode Require(string key, string example) => Find(key) ?? throw yaml.Error(node, $"{Subject} does not say '{key}'", string.Join(", ", entries.Keys.Select(k => $"'{k}'")) is { Length: > 0 } there ? there : "nothing",
        $"'{key}' among them", $"Write, for example, '{key}: {example}'.");

    /// <summary>Returns a text that must be there.</summary>
    public string Text(string key, string example) => Text(Require(key, example), key);

    /// <summary>Returns a text; null where there is none.</summary>
    public string? TextOrNull(string key) => Find(key) is { } value ? Text(value, key) : null;

    /// <summary>Returns one of the values of an enum that must be there.</summary>
    public T OneOf<T>(string key, string what)
        where T : struct, Enum => yaml.OneOf<T>(Require(key, SnakeName.Of(Enum.GetValues<T>()[0])), $"'{key}' of {Subject}", what);

    private string Text(YamlNode value, string key) => yaml.Scalar(value, key).Trim() is { Length: > 0 } text
        ? text
        : throw yaml.Error(value, $"'{key}' of {Subject} holds only space", "space", "a text", $"Write a text after '{key}:', or leave the line out.");
}
