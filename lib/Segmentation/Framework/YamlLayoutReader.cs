using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;
using Token = YamlDotNet.Core.Tokens;

namespace Segmentation.Framework;

/// <summary>Reads the layout of a YAML text: which comment belongs to which item.</summary>
/// <remarks>A comment at the end of a line belongs to what the line says. One on lines of its own belongs to the item below it, or, where it is indented deeper than that item,
/// to the end of the item that it is in. One inside braces goes above them.</remarks>
internal sealed class YamlLayoutReader
{
    private readonly string[] lines;
    private readonly List<Entry> entries = [];
    private readonly Dictionary<string, YamlItemLayout> items = new(StringComparer.Ordinal);

    private readonly Dictionary<string, int> firstAbove = new(StringComparer.Ordinal);

    /// <summary>The item after which the comments on lines of their own stand that are being read, and the least column of them: none of them goes deeper than the one before it.</summary>
    private (Entry? After, int Column) run = (null, int.MaxValue);

    private YamlLayoutReader(string text) => lines = text.Split('\n');

    /// <summary>Returns the layout.</summary>
    /// <param name="text">The text, with line feeds only.</param>
    /// <param name="root">What it says.</param>
    public static YamlLayout Read(string text, YamlNode root)
    {
        var reader = new YamlLayoutReader(text);
        reader.Walk(root, string.Empty, new Entry(string.Empty, 0, 0, null));
        var scanner = new Scanner(new StringReader(text), skipComments: false);
        var comments = new List<Mark>();
        while (scanner.MoveNext())
        {
            if (scanner.Current is Token.Comment comment) comments.Add(comment.Start);
        }

        var last = 0;
        foreach (var comment in comments) last = reader.Attach((int)comment.Line, (int)comment.Column, last);
        reader.Gaps();
        return new(reader.items.ToImmutableDictionary(StringComparer.Ordinal));
    }

    private YamlItemLayout Item(string path) => items.GetValueOrDefault(path, YamlItemLayout.None);

    private void Walk(YamlNode node, string path, Entry entry)
    {
        var inBlock = node is YamlMappingNode { Style: not MappingStyle.Flow } or YamlSequenceNode { Style: not SequenceStyle.Flow };
        if (node is YamlMappingNode mapping)
        {
            items[path] = Item(path) with { Names = [.. mapping.Children.Keys.Select(k => ((YamlScalarNode)k).Value!)], OnOneLine = !inBlock };
            foreach (var (key, value) in mapping.Children) Child(((YamlScalarNode)key).Value!, key, (int)key.Start.Column, value);
        }
        else if (node is YamlSequenceNode sequence)
        {
            items[path] = Item(path) with { OnOneLine = !inBlock };
            foreach (var item in sequence.Children) Child(IdOf(item), item, (int)sequence.Start.Column, item);
        }
        else entry.End = (node.End.Line, node.End.Column);

        void Child(string name, YamlNode start, int column, YamlNode value)
        {
            var place = YamlPath.Under(path, name);
            items[place] = Item(place);
            var child = inBlock ? new Entry(place, (int)start.Start.Line, column, entry) : entry;
            if (inBlock)
            {
                entry.ChildColumn = column;
                entries.Add(child);
            }

            Walk(value, place, child);
        }
    }

    /// <summary>Gives a comment to its item. Returns its line where it stands alone, so that the next one continues it.</summary>
    private int Attach(int line, int column, int last)
    {
        var comment = lines[line - 1][(column - 1)..].TrimEnd();
        var before = lines[line - 1][..(column - 1)].Trim();
        var previous = entries.FindLast(e => e.Line < line || (e.Line == line && e.Column < column && before.Length > 0));
        if (before.Length > 0 && before != "-" && previous is not null)
        {
            var item = Item(previous.Path);
            items[previous.Path] = item.Beside is null ? item with { Beside = comment } : item with { Above = item.Above.Add(item.Beside), Beside = comment };
            return 0;
        }

        run = (previous, previous == run.After ? Math.Min(column, run.Column) : column);
        var next = entries.Find(e => e.Line > line || (e.Line == line && before == "-" && e.Column > column));
        var gap = last > 0 && HasEmpty(last + 1, line);
        if (previous is { IsLeaf: true } && (previous.End.Line > line || (previous.End.Line == line && previous.End.Column > column))) Inside(previous.Path, line, comment);
        else if (next is not null && next == entries[0])
        {
            // What stands at the head of the file is about the file; under an empty line, about its first entry.
            var isHead = HasEmpty(line, next.Line) || !HasEmpty(1, next.Line);
            Above(isHead ? string.Empty : next.Path, line, comment, gap);
        }
        else if (Container(previous, run.Column, next?.Column ?? 0) is { } container)
        {
            var item = Item(container);
            var empty = item.Below.IsEmpty ? IsEmpty(line - 1) : gap;
            items[container] = item with { Below = [.. item.Below, .. empty ? new[] { string.Empty } : [], comment] };
        }
        else Above(next!.Path, line, comment, gap);
        return line;
    }

    /// <summary>Returns the item that ends before a comment and has it inside by its indentation; null where the comment belongs to what follows.</summary>
    private static string? Container(Entry? previous, int column, int nextColumn)
    {
        for (var open = previous; open is not null; open = open.Parent)
        {
            if (open.ChildColumn is { } inside && inside <= column) return inside > nextColumn ? open.Path : null;
        }

        return nextColumn == 0 ? string.Empty : null;
    }

    private void Inside(string path, int line, string comment)
    {
        var item = Item(path);
        if (item.Beside is { } beside) items[path] = item with { Above = item.Above.Add(beside), Beside = null };
        Above(path, line, comment, gap: false);
    }

    private void Above(string path, int line, string comment, bool gap)
    {
        firstAbove.TryAdd(path, line);
        var item = Item(path);
        var above = gap && item.Above is [.., not ""] ? item.Above.Add(string.Empty) : item.Above;
        items[path] = item with { Above = IsEmpty(line + 1) ? above.Add(comment).Add(string.Empty) : above.Add(comment) };
    }

    /// <summary>Remembers which items have an empty line above them.</summary>
    private void Gaps()
    {
        foreach (var (entry, before) in entries.Zip(entries.Prepend(null)))
        {
            if (entry.Line == before?.Line)
            {
                items[entry.Path] = Item(entry.Path) with { HasGap = false };
                continue;
            }

            items[entry.Path] = Item(entry.Path) with { HasGap = IsEmpty(Math.Min(firstAbove.GetValueOrDefault(entry.Path, entry.Line), entry.Line) - 1) };
        }
    }

    private bool HasEmpty(int from, int below) => Enumerable.Range(from, Math.Max(0, below - from)).Any(IsEmpty);

    private bool IsEmpty(int line) => line >= 1 && line <= lines.Length && string.IsNullOrWhiteSpace(lines[line - 1]);

    private static string IdOf(YamlNode item) => item switch
    {
        YamlMappingNode mapping when Find(mapping, "name") is { } name => name,
        YamlMappingNode mapping when Find(mapping, "record") is { } record => FrameworkTree.IdOf(record, Find(mapping, "dimension") ?? string.Empty),
        YamlScalarNode scalar => scalar.Value ?? string.Empty,
        _ => string.Empty,
    };

    private static string? Find(YamlMappingNode mapping, string key) => mapping.Children.TryGetValue(new YamlScalarNode(key), out var value) ? (value as YamlScalarNode)?.Value?.Trim() : null;

    /// <summary>An item that begins on a line of its own.</summary>
    private sealed class Entry(string path, int line, int column, Entry? parent)
    {
        public string Path => path;

        public int Line => line;

        public int Column => column;

        public Entry? Parent => parent;

        /// <summary>Gets or sets the column of the items in it; null where none begins on a line of its own.</summary>
        public int? ChildColumn { get; set; }

        /// <summary>Gets or sets where its last value ends.</summary>
        public (long Line, long Column) End { get; set; }

        public bool IsLeaf => ChildColumn is null;
    }
}
