using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Notebooks.Formatting;
using Segmentation.Tables;

namespace Segmentation.Notebooks.Editing;

/// <summary>
/// Writes the present value of a variable in one line, as the session shows values and under its mask. Looking at a name must run no code of
/// a cell, which might throw, hang, or change what the running cell sees: so only values whose text comes from the framework or the library
/// are written out; of every other the type is told.
/// </summary>
internal static class VariablePreview
{
    public static string Of(object? value, FormatOptions options, int longest)
    {
        try
        {
            var line = string.Join(' ', Text(value, options with { LongestText = longest }).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            return line.Length <= longest ? line : line[..(longest - 1)] + "…";
        }
        catch (InvalidOperationException)
        {
            // The running cell changes the collection.
            return ShortText.Name(value!.GetType());
        }
    }

    private static string Text(object? value, FormatOptions options) => value switch
    {
        null or Table => ShortText.Of(value, options),
        Result when value.GetType().Assembly == typeof(Result).Assembly => ShortText.Of(value, options),
        _ when ShortText.IsScalar(value) => ShortText.Of(value, options),
        ICollection items when IsPlain(value.GetType()) => Items(items, options),
        _ => ShortText.Name(value.GetType()),
    };

    private static string Items(ICollection items, FormatOptions options)
    {
        var first = items.Cast<object?>().Take(options.NestedItems).Select(i => Text(i, options)).ToList();
        if (items.Count > first.Count) first.Add("…");
        return string.Create(CultureInfo.InvariantCulture, $"{ShortText.Name(items.GetType())}, {items.Count:#,0} item{(items.Count == 1 ? string.Empty : "s")}: [{string.Join(", ", first)}]");
    }

    // Collections that walk over memory and call nobody; dictionaries are left out, as theirs are pairs.
    private static bool IsPlain(Type type) => type.IsArray ? type.GetArrayRank() == 1
        : type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(List<>) || open == typeof(ImmutableArray<>));
}
