using System.Collections;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Segmentation.Audit;
using Segmentation.Notebooks.Session;
using Segmentation.Report;
using Segmentation.Tables;

namespace Segmentation.Notebooks.Run;

/// <summary>
/// The results that a notebook showed, as JSON, under stable names; and the findings in them, each counted once however often it is shown.
/// </summary>
internal sealed class RunResults(RenderOptions options)
{
    private readonly JsonArray results = [];
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly HashSet<object> findings = new(ReferenceEqualityComparer.Instance);

    /// <summary>Gets the results; handed over once.</summary>
    public JsonArray Json => results;

    /// <summary>Gets the number of findings by severity.</summary>
    public ImmutableSortedDictionary<Severity, int> Findings => findings.OfType<Finding>().GroupBy(f => f.Severity).ToImmutableSortedDictionary(g => g.Key, g => g.Count());

    /// <summary>Takes in a value that was shown.</summary>
    /// <param name="shown">The output.</param>
    /// <param name="cell">What to call the value where neither it nor the cell has a name.</param>
    public void Add(CellOutput.Shown shown, string cell)
    {
        if (shown.Value is not { } value) return;
        var json = value is string && options.Mask
            ? new JsonObject { ["name"] = shown.Name ?? cell, ["kind"] = "value", ["value"] = null }
            : ResultJson.Describe(value, shown.Name ?? cell, options);
        var name = (string)json["name"]!;
        var unique = name;
        for (var again = 2; !names.Add(unique); again++) unique = $"{name}-{again}";
        json["name"] = unique;
        results.Add((JsonNode)json);
        if (value is IEnumerable and not (string or IDictionary))
        {
            foreach (var item in ((IEnumerable)value).Cast<object?>().Take(ResultJsonOptions.Default.MostItems)) AddFindings(item);
        }

        AddFindings(value);
    }

    private void AddFindings(object? value)
    {
        if (value is Finding one) findings.Add(one);
        if (value?.GetType().GetProperty("Findings")?.GetValue(value) is not IEnumerable found) return;
        foreach (var finding in found.OfType<Finding>()) findings.Add(finding);
    }
}
