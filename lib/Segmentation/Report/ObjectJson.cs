using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Segmentation.Audit;
using Segmentation.Charts;
using Segmentation.Tables;

namespace Segmentation.Report;

/// <summary>Writes values, objects and tables as JSON, to a depth and a length.</summary>
internal sealed class ObjectJson(RenderOptions options, ResultJsonOptions limits)
{
    private readonly HashSet<object> open = new(ReferenceEqualityComparer.Instance);

    public static string FieldName(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    public static JsonObject OfFigure(Figure figure, RenderOptions options)
    {
        var drawing = JsonNode.Parse(figure.ToJson(options));
        return new JsonObject { ["title"] = drawing?["layout"]?["title"]?["text"]?.DeepClone(), ["figure"] = drawing };
    }

    /// <summary>Returns a value as JSON; null where it has none.</summary>
    public JsonNode? Of(object? value)
    {
        switch (value)
        {
            case null or Delegate or Type: return null;
            case string text: return text;
            case bool flag: return flag;
            case Enum word: return JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString());
            case DateTime date: return DateColumn.Show(date);
            case DateOnly date: return date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            case double number: return Number(number);
            case float number: return Number(number);
            case decimal number: return number;
            case int count: return count;
            case long count: return count;
            case sbyte or byte or short or ushort or uint: return Convert.ToInt64(value, CultureInfo.InvariantCulture);
            case char or Guid or Uri or Version or IFormattable when value is not (IEnumerable or Column): return Convert.ToString(value, CultureInfo.InvariantCulture);
            case JsonNode node: return node.DeepClone();
            case Table table: return OfTable(table, nested: true);
            case Column column: return OfColumn(column);
            case Figure figure: return OfFigure(figure, options);

            // A result inside another is shown by itself where a reader asks for it: its table is enough here.
            case Result result when open.Count > 0: return OfTable(result.ToTable(), nested: true);
        }

        if (open.Count >= limits.Depth) return $"(left out: deeper than {limits.Depth} levels)";
        if (!value.GetType().IsValueType && !open.Add(value)) return "(left out: refers back to itself)";
        try
        {
            return value switch
            {
                Finding finding => Fields(finding.Under(options)),
                IDictionary pairs => OfPairs(pairs),
                ITuple tuple => OfItems(Enumerable.Range(0, tuple.Length).Select(i => tuple[i])).Items,
                IEnumerable items => OfItems(items).Items,
                _ => Fields(value),
            };
        }
        finally
        {
            if (!value.GetType().IsValueType) open.Remove(value);
        }
    }

    /// <summary>Returns the fields of an object, those of its base first, in the order of their declaration.</summary>
    public JsonObject OfObject(object value) => (JsonObject)Of(value)!;

    /// <summary>Returns a table as columns and rows.</summary>
    public JsonObject OfTable(Table table, bool nested)
    {
        var most = Math.Min(table.RowCount, nested ? limits.MostNestedRows : limits.MostRows);
        var smallCountsHidden = 0;
        var rows = new JsonArray();
        for (var row = 0; row < most; row++)
        {
            var fields = new JsonObject();
            foreach (var column in table.Columns)
            {
                var small = IsSmallCount(column, row);
                if (small) smallCountsHidden++;
                fields[column.Name] = small || (options.Mask && column.IsPersonal) ? null : Of(column.Value(row));
            }

            rows.Add(fields);
        }

        var json = new JsonObject
        {
            ["columns"] = new JsonArray([.. table.Columns.Select(Head)]),
            ["rowCount"] = table.RowCount,
            ["rows"] = rows,
        };
        if (nested) json.Insert(0, "table", table.Name);
        if (table.RowCount > most) json["rowsLeftOut"] = table.RowCount - most;
        if (smallCountsHidden > 0) json["smallCountsHidden"] = smallCountsHidden;
        return json;
    }

    private static double? Number(double number) => double.IsFinite(number) ? number : null;

    private bool IsSmallCount(Column column, int row) =>
        options.Mask && column is NumberColumn { Format: NumberFormat.Count } counts && counts[row] is > 0 and var count && count < options.SmallCell;

    private JsonObject Head(Column column)
    {
        var head = new JsonObject { ["name"] = column.Name, ["type"] = Of(column.Type) };
        if (column is NumberColumn number) head["format"] = Of(number.Format);
        if (column.IsPersonal) head["personal"] = true;
        if (column.IsPersonal && options.Mask) head["hidden"] = true;
        return head;
    }

    private JsonObject OfColumn(Column column)
    {
        var json = Head(column);
        json["length"] = column.Length;
        json["nulls"] = column.NullCount;
        return json;
    }

    private JsonObject OfPairs(IDictionary pairs)
    {
        var json = new JsonObject();
        foreach (DictionaryEntry pair in pairs)
        {
            if (json.Count == limits.MostItems)
            {
                json["leftOut"] = pairs.Count - json.Count;
                break;
            }

            json[Of(pair.Key)?.ToString() ?? string.Empty] = Of(pair.Value);
        }

        return json;
    }

    private (JsonArray Items, bool More) OfItems(IEnumerable items)
    {
        var json = new JsonArray();
        foreach (var item in items)
        {
            if (json.Count == limits.MostItems) return (json, true);
            json.Add(Of(item));
        }

        return (json, false);
    }

    private JsonObject Fields(object value)
    {
        var json = new JsonObject();
        // Ints are counts of records here, but for the settings that a result carries.
        var settings = value.GetType().Name is var name && (name.EndsWith("Options", StringComparison.Ordinal) || name.EndsWith("Limits", StringComparison.Ordinal));
        foreach (var property in Properties(value.GetType()))
        {
            var key = FieldName(property.Name);
            if (options.Mask && property.IsDefined(typeof(PersonalAttribute)))
            {
                json[key] = null;
                continue;
            }

            object? field;
            try
            {
                field = property.GetValue(value);
                if (field is IEnumerable and not (string or IDictionary or JsonNode))
                {
                    var (items, more) = OfItems((IEnumerable)field);
                    json[key] = items;
                    if (more) json[key + "LeftOut"] = field is ICollection all ? all.Count - items.Count : true;
                    continue;
                }
            }
            catch (Exception e) when (e is TargetInvocationException or InvalidOperationException or NullReferenceException)
            {
                field = null;
            }

            json[key] = options.Mask && !settings && field is int and > 0 and var count && count < options.SmallCell ? null : Of(field);
        }

        return json;
    }

    private static IEnumerable<PropertyInfo> Properties(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.GetIndexParameters().Length == 0 && p.CanRead && !p.PropertyType.IsByRefLike && p.Name != nameof(Result.ResultName))
        .Where(p => IsStored(p) || IsSingle(p.PropertyType))
        .GroupBy(p => p.Name, StringComparer.Ordinal).Select(p => p.First())
        .OrderBy(p => Generations(p.DeclaringType!)).ThenBy(p => p.MetadataToken);

    private static bool IsStored(PropertyInfo property) =>
        property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", BindingFlags.NonPublic | BindingFlags.Instance) is not null
        // Anonymous objects name their fields otherwise.
        || property.DeclaringType.GetField($"<{property.Name}>i__Field", BindingFlags.NonPublic | BindingFlags.Instance) is not null;

    private static bool IsSingle(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare.IsPrimitive || bare.IsEnum || bare == typeof(string) || bare == typeof(decimal) || bare == typeof(DateTime) || bare == typeof(DateOnly);
    }

    private static int Generations(Type type) => type.BaseType is { } parent ? Generations(parent) + 1 : 0;
}
