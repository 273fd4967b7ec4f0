using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Segmentation.Tables;

namespace Segmentation.Notebooks.Formatting;

/// <summary>Writes a value as text in the invariant culture; a value inside another is followed only so deep.</summary>
internal static class ShortText
{
    public static bool IsScalar(object value) => value
        is string or bool or char or Enum or DateTime or DateOnly or TimeOnly or DateTimeOffset or TimeSpan or Guid or Version or Uri or Type or Delegate or BigInteger
        || IsNumber(value);

    public static bool IsNumber(object? value) => value is sbyte or byte or short or ushort or int or uint or long or ulong or nint or nuint or Half or float or double or decimal;

    public static string Of(object? value, FormatOptions options) => Of(value, options, 0);

    public static string Cut(string text, FormatOptions options) => text.Length <= options.LongestText
        ? text
        : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, options.LongestText)}… ({text.Length - options.LongestText:#,0} more characters)");

    public static string Failure(Type type, Exception failure, FormatOptions options) =>
        $"{Name(type)} cannot be shown: its code threw {failure.GetType().Name}{(options.Render.Mask ? string.Empty : ": " + Cut(failure.Message, options))}";

    /// <summary>Returns a type's name as C# spells it.</summary>
    public static string Name(Type type)
    {
        if (type.IsArray) return Name(type.GetElementType()!) + "[]";
        if (Nullable.GetUnderlyingType(type) is { } inner) return Name(inner) + "?";
        if (type.IsDefined(typeof(CompilerGeneratedAttribute), false) && type.Name.Contains("AnonymousType", StringComparison.Ordinal)) return "anonymous object";
        if (!type.IsGenericType) return type.Name;
        var bare = type.Name.IndexOf('`', StringComparison.Ordinal) is var at and > 0 ? type.Name[..at] : type.Name;
        return $"{bare}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }

    /// <summary>Returns the public properties and fields that a value shows, in the order of their declaration.</summary>
    public static IReadOnlyList<MemberInfo> Members(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanRead && p.GetIndexParameters().Length == 0 && !p.PropertyType.IsByRefLike && !p.PropertyType.IsPointer),
        .. type.GetFields(BindingFlags.Public | BindingFlags.Instance).Where(f => !f.FieldType.IsPointer),
    ];

    /// <summary>Returns the value of a member, or what it threw.</summary>
    public static (object? Value, Exception? Thrown) Get(MemberInfo member, object owner)
    {
        try
        {
            return (member is PropertyInfo property ? property.GetValue(owner, BindingFlags.DoNotWrapExceptions, null, null, null) : ((FieldInfo)member).GetValue(owner), null);
        }
        catch (Exception e)
        {
            return (null, e);
        }
    }

    public static string Of(object? value, FormatOptions options, int depth)
    {
        switch (value)
        {
            case null: return "null";
            case string or char or Uri or Delegate when options.Render.Mask: return ValueFormatter.HiddenText;
            case string text: return Cut(text, options);
            case bool flag: return flag ? "true" : "false";
            case DateTime date: return DateColumn.Show(date);
            case DateOnly date: return date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            case DateTimeOffset date: return date.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
            case Type type: return Name(type);
            case Delegate function: return Name(function.GetType());
            case IFormattable formattable when IsScalar(value): return formattable.ToString(null, CultureInfo.InvariantCulture);
            case Table table: return string.Create(CultureInfo.InvariantCulture, $"{table.Name}: {table.RowCount:#,0} rows × {table.Columns.Length} columns");
            case Result result: return result.ResultName;
        }

        try
        {
            return Compound(value, options, depth);
        }
        catch (Exception e)
        {
            return Failure(value.GetType(), e, options);
        }
    }

    private static string Compound(object value, FormatOptions options, int depth)
    {
        var type = value.GetType();
        if (depth >= options.Depth) return Name(type) + " …";
        if (value is ITuple tuple) return $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i], options, depth + 1)))})";
        if (value is DictionaryEntry entry) return $"{Of(entry.Key, options, depth + 1)}: {Of(entry.Value, options, depth + 1)}";
        if (value is IEnumerable sequence)
        {
            var items = sequence.Cast<object?>().Take(options.NestedItems + 1).Select(i => Of(i, options, depth + 1)).ToArray();
            return $"[{string.Join(", ", items.Length > options.NestedItems ? items[..^1].Append("…") : items)}]";
        }

        if (HasOwnText(type)) return options.Render.Mask ? ValueFormatter.HiddenText : Cut(value.ToString() ?? string.Empty, options);
        var members = Members(type);
        if (members.Count == 0) return Name(type);
        var parts = members.Take(options.NestedItems).Select(m => Get(m, value) is var (inner, thrown) && thrown is null
            ? $"{m.Name} = {Of(inner, options, depth + 1)}"
            : $"{m.Name} threw {thrown!.GetType().Name}");
        return $"{{ {string.Join(", ", members.Count > options.NestedItems ? parts.Append("…") : parts)} }}";
    }

    // A record's ToString is the compiler's and knows no limits; one that somebody wrote says what they want to see.
    private static bool HasOwnText(Type type) =>
        type.GetMethod("ToString", []) is { } text && text.DeclaringType is { } owner && owner != typeof(object) && owner != typeof(ValueType)
        && owner.GetMethod("<Clone>$") is null && !text.IsDefined(typeof(CompilerGeneratedAttribute), false)
        && !owner.IsDefined(typeof(CompilerGeneratedAttribute), false);
}
