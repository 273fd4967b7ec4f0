using System.Globalization;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>Makes the column names of a table from the headers of a file.</summary>
internal static class CsvHeader
{
    /// <summary>Returns the names that the clean-up wrote; null where someone has since made them no names of a table.</summary>
    public static string[]? Exact(IReadOnlyList<string> headers)
    {
        string[] names = [.. headers.Select(TableCsv.Read)];
        return names.All(n => n.Length > 0) && names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Length ? names : null;
    }

    /// <summary>Returns one unique name a header (case does not count), and what was changed.</summary>
    public static (string[] Names, string[] Notes) Names(IReadOnlyList<string> headers)
    {
        var names = new string[headers.Count];
        var notes = new List<string>();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

        // Names that stand as they are go first: a made-up name must not push a real one aside.
        for (var i = 0; i < names.Length; i++)
        {
            var name = string.Join(' ', headers[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('\uFEFF', '\u200B');
            if (name.Length > 0 && taken.Add(name)) names[i] = name;
            else if (name.Length > 0) names[i] = "\0" + name;
        }

        for (var i = 0; i < names.Length; i++)
        {
            var column = (i + 1).ToString(CultureInfo.InvariantCulture);
            if (names[i] is null)
            {
                names[i] = Free($"column {column}", $"column {column}");
                notes.Add($"Column {column} has a blank header: called '{names[i]}'.");
            }
            else if (names[i][0] == '\0')
            {
                var name = names[i][1..];
                names[i] = Free(name, $"{name} (2)");
                notes.Add($"Column {column} repeats the header '{name}': called '{names[i]}'.");
            }
        }

        return (names, [.. notes]);

        string Free(string name, string first)
        {
            var free = first;
            for (var n = 2; !taken.Add(free); n++) free = string.Create(CultureInfo.InvariantCulture, $"{name} ({n})");
            return free;
        }
    }
}
