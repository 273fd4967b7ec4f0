using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Clustering;

namespace Segmentation.Calibrate;

/// <summary>Names clusters after their rules: "Large and active".</summary>
internal static class CustomerClustersNames
{
    // What a low, a middling and a high value of a field is called.
    private static readonly Dictionary<string, (string Low, string Middle, string High)> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["employees"] = ("small", "mid-size", "large"),
        ["annual_revenue"] = ("low revenue", "middling revenue", "high revenue"),
        ["arr"] = ("low ARR", "middling ARR", "high ARR"),
        ["arr_change_12m"] = ("shrinking", "steady", "growing"),
        ["active_share"] = ("less active", "fairly active", "active"),
        ["usage"] = ("little used", "fairly used", "much used"),
        ["adoption"] = ("low adoption", "middling adoption", "high adoption"),
        ["nps"] = ("detracting", "passive", "promoting"),
        ["health_score"] = ("unhealthy", "fairly healthy", "healthy"),
        ["tenure_months"] = ("new", "established", "long-standing"),
        ["days_to_renewal"] = ("renewing soon", "renewing later", "renewing last"),
        ["days_since_activity"] = ("in touch", "out of touch", "silent"),
        ["contacts"] = ("few contacts", "some contacts", "many contacts"),
    };

    /// <summary>Returns one name a label, each once and none that another segment may not have.</summary>
    /// <param name="tree">The tree. A label is named after its leaf with most records of it; without one, by its number.</param>
    public static string[] Of(DecisionTreeResult tree)
    {
        var names = new string[tree.Labels.Length];
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < names.Length; i++)
        {
            var name = tree.Labels[i].Rules.MaxBy(r => r.Correct) is { Conditions.Length: > 0 } rule ? Sentence([.. rule.Conditions.Select(Word)]) : string.Create(CultureInfo.InvariantCulture, $"Cluster {i + 1}");
            names[i] = name;
            for (var n = 2; !taken.Add(names[i]); n++) names[i] = string.Create(CultureInfo.InvariantCulture, $"{name} {n}");
        }

        return names;
    }

    private static string Word(TreeCondition condition)
    {
        if (!condition.Categories.IsEmpty) return string.Join(" or ", condition.Categories);
        var plain = condition.Feature.Replace('_', ' ');
        var (low, middle, high) = Words.TryGetValue(condition.Feature, out var words) ? words : ($"low {plain}", $"middling {plain}", $"high {plain}");
        return (condition.From, condition.Below) switch { ({ }, { }) => middle, ({ }, null) => high, _ => low };
    }

    // The marks of naming conventions must not stand in a name.
    private static string Sentence(ImmutableArray<string> words)
    {
        var text = (words is [.. var first, var last] && first.Length > 0 ? $"{string.Join(", ", first)} and {last}" : words[0]).Replace(": ", " ", StringComparison.Ordinal).Replace(" | ", " ", StringComparison.Ordinal);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }
}
