using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Segmentation.Tables;

namespace Segmentation.Notebooks.Formatting;

/// <summary>
/// The last look at masked output: the values of every personal column, and their removal from text wherever they stand as whole
/// words. Renderers hide personal columns; this is for values that a sentence, a title or a key has picked up.
/// </summary>
/// <remarks>
/// Values of several words, and those with a digit, dot or at sign, are found in any case; single words only as they are
/// spelled, so that Mr Will does not cost every "will". Names of one letter are left alone.
/// </remarks>
public sealed class PersonalValues
{
    private readonly FrozenSet<string> exact;
    private readonly FrozenSet<string> anyCase;
    private readonly int[] lengths;

    /// <summary>Takes in the personal columns of tables.</summary>
    /// <param name="tables">The tables.</param>
    public PersonalValues(IEnumerable<Table> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var values = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in tables.SelectMany(t => t.Columns).OfType<TextColumn>().Where(c => c.IsPersonal))
        {
            foreach (var value in column.Dictionary)
            {
                var trimmed = value.Trim();
                if (trimmed.Length < 2) continue;
                values.Add(trimmed);
            }
        }

        exact = values.Where(IsWord).ToFrozenSet(StringComparer.Ordinal);
        anyCase = values.Where(v => !IsWord(v)).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        lengths = [.. values.Select(v => v.Length).Distinct().OrderDescending()];
    }

    /// <summary>Returns the text without the values.</summary>
    /// <param name="text">Plain text.</param>
    public string Remove(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder? kept = null;
        var copied = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (at > 0 && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at])) continue;
            if (Match(text, at) is not (> 0 and var length)) continue;
            (kept ??= new StringBuilder()).Append(text, copied, at - copied).Append(RenderOptions.Hidden);
            copied = at + length;
            at = copied - 1;
        }

        return kept is null ? text : kept.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>Returns the bundle without the values: in its plain text and between the tags of its HTML. Figures hide their own.</summary>
    /// <param name="bundle">The forms of an output.</param>
    public MimeBundle Remove(MimeBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        return bundle.Map((mime, text) => mime == "text/html" ? RemoveFromHtml(text) : Remove(text));
    }

    /// <summary>Removes the values from every text in JSON, keys of dictionaries included; names and kinds of results stay.</summary>
    /// <param name="json">The JSON; changed in place.</param>
    public void RemoveFrom(JsonNode? json)
    {
        if (json is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                if (TextOf(items[i]) is { } text) items[i] = Remove(text);
                else RemoveFrom(items[i]);
            }
        }
        else if (json is JsonObject fields)
        {
            foreach (var (spelled, field) in fields.ToArray())
            {
                var key = Remove(spelled);
                if (key == "figure") continue;
                if (key != spelled)
                {
                    for (var again = 2; fields.ContainsKey(key); again++) key = string.Create(CultureInfo.InvariantCulture, $"{RenderOptions.Hidden} {again}");
                    fields.SetAt(fields.IndexOf(spelled), key, field?.DeepClone());
                }

                if (TextOf(fields[key]) is null) RemoveFrom(fields[key]);
                else if (key is not ("name" or "kind" or "type" or "format")) fields[key] = Remove(TextOf(fields[key])!);
            }
        }
    }

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static bool IsWord(string value) => value.All(char.IsLetter);

    // Script and style are code: a value that happens to be a word of theirs must not break them.
    private string RemoveFromHtml(string html)
    {
        var kept = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length;)
        {
            var tag = html.IndexOf('<', at);
            if (tag < 0) tag = html.Length;
            // Encoders differ in how they write a quote: compare what is meant, keep what is written.
            var text = WebUtility.HtmlDecode(html[at..tag]);
            var without = Remove(text);
            kept.Append(ReferenceEquals(without, text) ? html.AsSpan(at, tag - at) : WebUtility.HtmlEncode(without));
            var end = tag < html.Length ? html.IndexOf('>', tag) : -1;
            if (end < 0) end = html.Length - 1;
            foreach (var code in new[] { "script", "style" })
            {
                if (!html.AsSpan(tag).StartsWith("<" + code, StringComparison.OrdinalIgnoreCase)) continue;
                var close = html.IndexOf("</" + code, tag, StringComparison.OrdinalIgnoreCase);
                end = (close < 0 ? html.Length : close) - 1;
            }

            if (tag < html.Length) kept.Append(html, tag, end + 1 - tag);
            at = Math.Max(end + 1, tag);
        }

        return kept.ToString();
    }

    private int Match(string text, int at)
    {
        var (words, phrases) = (exact.GetAlternateLookup<ReadOnlySpan<char>>(), anyCase.GetAlternateLookup<ReadOnlySpan<char>>());
        foreach (var length in lengths)
        {
            if (at + length > text.Length) continue;
            if (at + length < text.Length && char.IsLetterOrDigit(text[at + length]) && char.IsLetterOrDigit(text[at + length - 1])) continue;
            var part = text.AsSpan(at, length);
            if (words.Contains(part) || phrases.Contains(part)) return length;
        }

        return 0;
    }
}
