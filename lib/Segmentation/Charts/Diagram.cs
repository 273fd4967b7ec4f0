using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>A picture in Mermaid's language: boxes and arrows, drawn where the page has mermaid.js, readable text where not.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed record Diagram
{
    /// <summary>The media type under which notebooks draw a Mermaid diagram.</summary>
    public const string MermaidMediaType = "text/vnd.mermaid";

    private Diagram(string name, string text) => (Name, Text) = (name, text);

    /// <summary>Gets the stable name under which a run reports the picture, in lower-case words joined by hyphens.</summary>
    public string Name { get; }

    /// <summary>Gets the picture in Mermaid's language. Labels from the framework are escaped.</summary>
    public string Text { get; }

    /// <summary>Returns the way of a record through the rules of one dimension: exclusions, overrides, then the segments in order of precedence.</summary>
    /// <param name="framework">The framework.</param>
    /// <param name="dimension">Name of the dimension. Default null: the first.</param>
    /// <exception cref="KeyNotFoundException">The framework has no such dimension; the message lists those it has.</exception>
    public static Diagram Precedence(SegmentationFramework framework, string? dimension = null)
    {
        ArgumentNullException.ThrowIfNull(framework);
        var found = dimension is null ? framework.Dimensions.FirstOrDefault()
            : framework.Dimensions.FirstOrDefault(d => d.Name.Equals(dimension, StringComparison.OrdinalIgnoreCase)) ?? throw new KeyNotFoundException(
                $"The framework has no dimension '{dimension}'. It has: {string.Join(", ", framework.Dimensions.Select(d => d.Name))}.");
        var text = new StringBuilder("flowchart TD\n");
        if (found is null) return new Diagram("precedence", text.Append("    none[\"The framework has no dimension yet\"]\n").ToString());
        var one = found.Of == EntityKind.Contacts ? "contact" : "account";
        ImmutableArray<string> exclusions = [.. framework.Exclusions.Where(e => e.Of == found.Of).Select(e => e.Name)];
        var value = framework.Fields.Where(f => f.Of == found.Of && f.Definition.IsValue && found.Segments.Any(s => s.Criteria.Fields.Contains(f.Definition.Name))).Select(f => f.Definition.Name).ToArray();
        Line($"record([\"Every {one}\"]) --> excluded[\"{(exclusions.IsEmpty ? "no exclusions" : "Excluded? " + string.Join(", ", exclusions.Select(Escape)))}\"]");
        Line("excluded -- yes --> out[\"Excluded: in no segment\"]");
        Line("excluded -- no --> override[\"Override in force?\"]");
        Line("override -- yes --> chosen[\"The segment a person chose\"]");
        var last = "override";
        for (var s = 0; s < found.Segments.Length; s++)
        {
            var rule = string.Create(CultureInfo.InvariantCulture, $"rule{s}");
            Line($"{last} -- no --> {rule}[\"{Escape(found.Segments[s].Criteria.Text)}\"]");
            Line(string.Create(CultureInfo.InvariantCulture, $"{rule} -- yes --> segment{s}([\"{s + 1}. {Escape(found.Segments[s].Name)}\"])"));
            last = rule;
        }

        Line($"{last} -- no --> nowhere[\"Unassigned: no rule covers it\"]");
        if (framework.Blanks == BlankPolicy.Unassigned) Line("blank[\"A blank that could change the answer: Unassigned, and on the alert list\"]");
        else Line("blank[\"A rule that a blank keeps open counts as no; the record is on the alert list\"]");
        Line($"{last} -. blank .-> blank");
        if (framework.Conflicts == ConflictPolicy.ValueFirst && value.Length > 0)
        {
            Line($"conflict>\"Several match: one that matches because of {Escape(string.Join(" or ", value))} comes first, then the order\"]");
            Line("conflict -.- rule0");
        }

        Line("classDef segment fill:#E6F1F8,stroke:#0072B2,color:#1F2933");
        Line("classDef aside fill:#F4F5F7,stroke:#B8BEC6,color:#5F6B7A");
        Line($"class {string.Join(",", Enumerable.Range(0, found.Segments.Length).Select(s => string.Create(CultureInfo.InvariantCulture, $"segment{s}")))} segment");
        Line("class out,chosen,nowhere,blank aside");
        return new Diagram(ChartInput.FigureName("precedence", found.Name), text.ToString());

        void Line(string line) => text.Append("    ").Append(line).Append('\n');
    }

    /// <summary>Returns a fragment that is drawn where the page has mermaid.js.</summary>
    public string ToHtml() => ToHtml(Text);

    /// <summary>Returns the picture as notebooks exchange it: <see cref="MermaidMediaType"/> and <c>text/plain</c>.</summary>
    /// <remarks>HTML is not among them: programs that draw Mermaid would take it first, and show text.</remarks>
    /// <param name="options">Not read: a framework holds rules, not records.</param>
    public IReadOnlyDictionary<string, object> ToMimeBundle(RenderOptions options) => new SortedDictionary<string, object>(StringComparer.Ordinal)
    {
        [MermaidMediaType] = Text,
        ["text/plain"] = Text,
    };

    /// <summary>Returns text in Mermaid's language as a fragment that is drawn where the page has mermaid.js.</summary>
    internal static string ToHtml(string text) => $"<pre class=\"mermaid\">{WebUtility.HtmlEncode(text)}</pre>";

    /// <summary>Returns the picture's text.</summary>
    public override string ToString() => Text;

    // Mermaid reads quotes, angle brackets and its own marks inside a label; its entity codes keep them words.
    private static string Escape(string label)
    {
        var escaped = new StringBuilder(label.Length);
        foreach (var letter in label)
        {
            if (char.IsControl(letter)) escaped.Append(' ');
            else if ("\"<>#&;`|{}[]()\\".Contains(letter, StringComparison.Ordinal)) escaped.Append(CultureInfo.InvariantCulture, $"#{(int)letter};");
            else escaped.Append(letter);
        }

        return escaped.ToString();
    }
}
