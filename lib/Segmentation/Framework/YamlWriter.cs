using System.Collections.Immutable;

namespace Segmentation.Framework;

/// <summary>Writes a tree as YAML as a person would, in the layout remembered where there is one.</summary>
internal sealed class YamlWriter
{
    /// <summary>Longest line before an item is spread over several, and a text folded.</summary>
    private const int Width = 160;

    private readonly YamlLayout layout;
    private readonly HashSet<string> commented = new(StringComparer.Ordinal);
    private readonly List<string> lines = [];

    private YamlWriter(YamlLayout layout)
    {
        this.layout = layout;
        foreach (var path in layout.Items.Where(i => i.Value.HasComment).Select(i => i.Key))
        {
            for (var at = path; at.Length > 0; at = at.LastIndexOf(YamlPath.Separator) is > 0 and var end ? at[..end] : string.Empty) commented.Add(at);
        }
    }

    /// <summary>Returns the text, with line feeds.</summary>
    /// <param name="root">What to write.</param>
    /// <param name="layout">The layout remembered.</param>
    public static string Write(YamlMap root, YamlLayout layout)
    {
        var writer = new YamlWriter(layout);
        writer.Comments(layout.Find(string.Empty).Above, 0);
        writer.Map(root, string.Empty, 0);
        writer.Comments(layout.Find(string.Empty).Below, 0);
        return string.Concat(writer.lines.Select(l => l + "\n"));
    }

    /// <summary>Writes a map on lines of its own; as an item of a list, its first line begins with a dash.</summary>
    private void Map(YamlMap map, string path, int indent, bool isItem = false)
    {
        foreach (var (key, value) in Ordered(map, path))
        {
            var place = YamlPath.Under(path, key);
            var item = layout.Find(place);
            if (!isItem) Gap(item, indent == 0 && !IsOnOneLine(value, place, indent + key.Length + 2));
            Comments(item.Above, isItem ? indent - 2 : indent);
            Value($"{new string(' ', isItem ? indent - 2 : indent)}{(isItem ? "- " : string.Empty)}{YamlText.Of(key, inLine: false)}:", value, place, indent + 2);
            isItem = false;
        }
    }

    private void List(YamlList list, string path, int indent)
    {
        foreach (var (id, value) in list.Items)
        {
            var place = YamlPath.Under(path, id);
            var item = layout.Find(place);
            Gap(item, list.IsSpaced && id != list.Items[0].Id);
            Comments(item.Above, indent);
            if (value is YamlMap map && !IsOnOneLine(map, place, indent + 2))
            {
                if (item.Beside is { } beside) Comments([beside], indent);
                Map(map, place, indent + 2, isItem: true);
                Comments(item.Below, indent + 2);
            }
            else Value(new string(' ', indent) + "-", value, place, indent + 2);
        }
    }

    private void Value(string start, YamlPart value, string path, int inner)
    {
        var item = layout.Find(path);
        var beside = item.Beside is { } comment ? "  " + comment : string.Empty;
        if (value is YamlValue { IsText: true, Text: var text } && start.Length + text.Length > Width && YamlText.Folded(text, Width - inner) is { Count: > 1 } folded)
        {
            lines.Add($"{start} >-{beside}");
            foreach (var line in folded) lines.Add(new string(' ', inner) + line);
        }
        else if (value is YamlValue || IsOnOneLine(value, path, start.Length)) lines.Add($"{start} {OnOneLine(value, path, inLine: false)}{beside}");
        else
        {
            lines.Add(start + beside);
            if (value is YamlMap map) Map(map, path, inner);
            else List((YamlList)value, path, inner);
        }

        Comments(item.Below, inner);
    }

    private bool IsOnOneLine(YamlPart value, string path, int before)
    {
        if (value is YamlValue) return true;
        if (commented.Any(c => c.Length > path.Length && c.StartsWith(path, StringComparison.Ordinal) && c[path.Length] == YamlPath.Separator) || !layout.Find(path).Below.IsEmpty) return false;
        return layout.Find(path).OnOneLine ?? (value.OnOneLine && before + 1 + OnOneLine(value, path, inLine: false).Length <= Width);
    }

    private string OnOneLine(YamlPart value, string path, bool inLine) => value switch
    {
        YamlValue { IsText: false } plain => plain.Text,
        YamlValue text => YamlText.Of(text.Text, inLine),
        YamlMap map => $"{{{string.Join(", ", Ordered(map, path).Select(e => $"{YamlText.Of(e.Key, true)}: {OnOneLine(e.Value, YamlPath.Under(path, e.Key), true)}"))}}}",
        _ => $"[{string.Join(", ", ((YamlList)value).Items.Select(i => OnOneLine(i.Value, path, true)))}]",
    };

    /// <summary>Returns what is to be written of a map, in the person's order; a name that is new comes after those that it usually follows.</summary>
    private List<(string Key, YamlPart Value)> Ordered(YamlMap map, string path)
    {
        var names = layout.Find(path).Names;
        var isNew = !layout.Items.ContainsKey(path);
        var written = map.Entries.Where(e => !e.Value.IsDefault || names.Contains(e.Key) || (isNew && e.Value.IsSaidWhenNew) || commented.Contains(YamlPath.Under(path, e.Key))).ToList();
        if (map.IsOrdered || names.IsEmpty) return written;
        var ordered = names.SelectMany(n => written.Where(e => e.Key == n)).ToList();
        for (var i = 0; i < written.Count; i++)
        {
            if (names.Contains(written[i].Key)) continue;
            ordered.Insert(written[..i].Select(w => ordered.FindIndex(e => e.Key == w.Key)).DefaultIfEmpty(-1).Max() + 1, written[i]);
        }

        return ordered;
    }

    private void Comments(ImmutableArray<string> comments, int indent)
    {
        foreach (var comment in comments) lines.Add(comment.Length == 0 ? string.Empty : new string(' ', indent) + comment);
    }

    private void Gap(YamlItemLayout item, bool usual)
    {
        if ((item.HasGap ?? usual) && lines.Count > 0 && lines[^1].Length > 0) lines.Add(string.Empty);
    }
}
