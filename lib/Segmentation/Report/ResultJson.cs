using System.Text.Json.Nodes;
using Segmentation.Charts;
using Segmentation.Tables;

namespace Segmentation.Report;

/// <summary>Results as numbers, for software that automates on top of a run. The same value gives the same JSON.</summary>
public static class ResultJson
{
    /// <summary>
    /// Returns <c>{"name", "kind", …the result's own fields}</c>: dates in ISO, shares as proportions, enums as words, tables as rows.
    /// </summary>
    /// <param name="value">
    /// A <see cref="Table"/> (kind <c>table</c>: <c>columns</c>, <c>rowCount</c>, <c>rows</c>), a <see cref="Figure"/> (kind <c>figure</c>), a <see cref="Diagram"/> (kind <c>diagram</c>: <c>text</c>), a <see cref="Result"/> or
    /// any other object (kind: its type, then its properties), a sequence (kind <c>list</c>: <c>items</c>) or a single value (kind <c>value</c>: <c>value</c>).
    /// </param>
    /// <param name="name">The name to report it under where it has none of its own.</param>
    /// <param name="options">Mask: values of personal columns, and counts from 1 to 4, become null.</param>
    /// <param name="limits">How much is written; null for the defaults.</param>
    /// <remarks>
    /// NaN and infinity become null. Of properties that are computed from others only single values are written, so that nothing
    /// is told twice. A property that throws is null. The row limit of <paramref name="options"/> is for drawing and does not count here.
    /// Text of a result that is no column of a table is written as it is, masked or not, unless its property is marked <see cref="PersonalAttribute"/>.
    /// </remarks>
    public static JsonObject Describe(object value, string name, RenderOptions options, ResultJsonOptions? limits = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(options);
        var writer = new ObjectJson(options, limits ?? ResultJsonOptions.Default);
        return value switch
        {
            Table table => Named(table.Name, "table", writer.OfTable(table, nested: false)),
            Figure figure => Named(figure.Name, "figure", ObjectJson.OfFigure(figure, options)),
            Diagram diagram => Named(diagram.Name, "diagram", new JsonObject { ["text"] = diagram.Text }),
            Result result => Named(result.ResultName, result.GetType().Name, writer.OfObject(result)),
            _ => writer.Of(value) switch
            {
                JsonObject fields => Named(name, TypeName(value.GetType()), fields),
                JsonArray items => Named(name, "list", new JsonObject { ["items"] = items }),
                var single => Named(name, "value", new JsonObject { ["value"] = single }),
            },
        };
    }

    private static string TypeName(Type type) => type.Name.IndexOfAny(['`', '<']) switch
    {
        < 0 => type.Name,
        0 => "object",
        var end => type.Name[..end],
    };

    // An own field of the same name gives way: "kind" of an Export becomes "exportKind".
    private static JsonObject Named(string name, string kind, JsonObject fields)
    {
        var all = new JsonObject { ["name"] = name, ["kind"] = kind };
        foreach (var (key, field) in fields.ToArray())
        {
            fields.Remove(key);
            all[all.ContainsKey(key) ? ObjectJson.FieldName(kind) + char.ToUpperInvariant(key[0]) + key[1..] : key] = field;
        }

        return all;
    }
}
