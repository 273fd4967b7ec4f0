using System.Text.Json.Nodes;
using Segmentation.Tables;

namespace Segmentation.Report;

/// <summary>Results as numbers, for software that automates on top of a run.</summary>
public static class ResultJson
{
    /// <summary>Returns <c>{"name", "kind", …the result's own fields}</c>: dates in ISO, shares as proportions, tables as rows.</summary>
    /// <param name="value">A result, table, figure or ordinary value.</param>
    /// <param name="name">The name to report it under where it has none of its own.</param>
    /// <param name="options">Mask: personal columns and small counts are left out.</param>
    public static JsonObject Describe(object value, string name, RenderOptions options) => throw new NotImplementedException();
}
