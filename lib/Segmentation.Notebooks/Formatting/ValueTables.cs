using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Segmentation.Tables;

namespace Segmentation.Notebooks.Formatting;

/// <summary>Lays ordinary .NET values out as tables: sequences by row, objects and dictionaries by property.</summary>
internal static class ValueTables
{
    /// <summary>Returns the value as a table; null where it has nothing to lay out.</summary>
    public static Table? Of(object value, FormatOptions options)
    {
        if (value is IDictionary dictionary) return OfPairs(value, dictionary.Cast<DictionaryEntry>().Select(e => (e.Key, e.Value)), "key", options);
        if (value is ITuple tuple) return OfPairs(value, Enumerable.Range(1, tuple.Length).Select(i => ((object)$"item {i}", tuple[i - 1])), "item", options);
        if (value is IEnumerable sequence) return OfSequence(value, sequence, options);
        var members = ShortText.Members(value.GetType());
        return members.Count == 0 ? null : OfPairs(value, members.Select(m => ((object)m.Name, Shown(m, value))), "property", options);
    }

    private static Table OfPairs(object value, IEnumerable<(object Key, object? Value)> pairs, string keyName, FormatOptions options)
    {
        var most = keyName == "property" ? options.MostMembers : options.MostItems;
        var all = pairs.Take(most).ToArray();
        var keys = Column.Of(keyName, all.Select(p => p.Key is string name ? name : ShortText.Of(p.Key, options, 1)));
        // The names of properties are the author's words; the keys of a dictionary may be data.
        return new Table(ShortText.Name(value.GetType()), value is IDictionary ? keys.AsPersonal() : keys, Column.Of("value", all.Select(p => Text(p.Value, options))));
    }

    private static Table OfSequence(object value, IEnumerable sequence, FormatOptions options)
    {
        var items = sequence.Cast<object?>().Take(options.MostItems + 1).ToArray();
        var cut = items.Length > options.MostItems;
        if (cut) items = items[..^1];
        var first = items.FirstOrDefault(i => i is not null);
        var name = string.Create(CultureInfo.InvariantCulture, $"{ShortText.Name(first?.GetType() ?? ElementType(value))} × {items.Length:#,0}{(cut ? " or more" : string.Empty)}");
        if (first is null || ShortText.IsScalar(first) || first is ITuple || (first is IEnumerable) || items.Any(i => i is not null && i.GetType() != first.GetType()))
            return first is ITuple && items.All(i => i is ITuple) ? OfTuples(name, items, options) : new Table(name, ColumnOf("value", items, options));
        var members = ShortText.Members(first.GetType()).Take(options.MostMembers).ToArray();
        return members.Length == 0
            ? new Table(name, ColumnOf("value", items, options))
            : new Table(name, Unique(members.Select(m => m.Name)).Zip(members, (column, m) => ColumnOf(column, [.. items.Select(i => i is null ? null : Shown(m, i))], options)));
    }

    private static Table OfTuples(string name, object?[] items, FormatOptions options) => new(
        name,
        Enumerable.Range(0, items.Max(i => ((ITuple)i!).Length)).Select(at => ColumnOf(
            string.Create(CultureInfo.InvariantCulture, $"item {at + 1}"), [.. items.Select(i => i is ITuple t && at < t.Length ? t[at] : null)], options)));

    private static Column ColumnOf(string name, object?[] values, FormatOptions options)
    {
        var present = values.Where(v => v is not null).ToArray();
        if (present.Length > 0 && present.All(ShortText.IsNumber))
        {
            var whole = present.All(v => v is not (float or double or decimal or Half));
            return Column.Of(name, values.Select(v => v is null ? null : (double?)Convert.ToDouble(v, CultureInfo.InvariantCulture)), whole ? NumberFormat.Count : NumberFormat.General);
        }

        if (present.Length > 0 && present.All(v => v is DateTime)) return Column.Of(name, values.Select(v => (DateTime?)v));
        if (present.Length > 0 && present.All(v => v is bool)) return Column.Of(name, values.Select(v => (bool?)v));
        return Column.Of(name, values.Select(v => Text(v, options))).AsPersonal(!present.All(v => v is Enum));
    }

    private static string? Text(object? value, FormatOptions options) => value is null ? null : ShortText.Of(value, options, 1);

    private static object? Shown(MemberInfo member, object owner) =>
        ShortText.Get(member, owner) is var (value, thrown) && thrown is null ? value : new Unreadable(thrown!.GetType().Name);

    private static IEnumerable<string> Unique(IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            var unique = name;
            while (!seen.Add(unique)) unique += "'";
            yield return unique;
        }
    }

    private static Type ElementType(object sequence) => sequence.GetType().GetInterfaces().Append(sequence.GetType())
        .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0] ?? typeof(object);

    private sealed class Unreadable(string exception)
    {
        public override string ToString() => $"(threw {exception})";
    }
}
