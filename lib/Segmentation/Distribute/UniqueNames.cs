using System.Globalization;
using Segmentation.Tables;

namespace Segmentation.Distribute;

/// <summary>Names of columns that come from people (dimensions, segments, fields) and may be the same as another's.</summary>
internal static class UniqueNames
{
    /// <summary>Returns the columns with a number behind a name that an earlier one has, without regard to case.</summary>
    public static IEnumerable<Column> Of(IEnumerable<Column> columns)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var column in columns)
        {
            var name = Of(column.Name, taken);
            yield return name == column.Name ? column : column.Rename(name);
        }
    }

    /// <summary>Returns a name, with a number behind it where it is taken, and takes it.</summary>
    public static string Of(string name, HashSet<string> taken, char between = ' ')
    {
        var free = name;
        for (var i = 2; !taken.Add(free); i++) free = string.Create(CultureInfo.InvariantCulture, $"{name}{between}{i}");
        return free;
    }
}
