using System.Collections.Immutable;

namespace Segmentation.Standardize;

/// <summary>Levels as tables and decision files write them.</summary>
public static class TitleLevelName
{
    /// <summary>Gets the names in the order of <see cref="TitleLevel"/>: C-Level, VP, Director, Manager, IC, Unknown.</summary>
    public static ImmutableArray<string> All { get; } = ["C-Level", "VP", "Director", "Manager", "IC", "Unknown"];

    /// <summary>Returns the name of a level.</summary>
    /// <param name="level">The level.</param>
    public static string Of(TitleLevel level) => All[(int)level];

    /// <summary>Returns the level of a name, null where there is none; case and space around it do not count.</summary>
    /// <param name="name">The name.</param>
    public static TitleLevel? Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        for (var i = 0; i < All.Length; i++)
        {
            if (name.Trim().Equals(All[i], StringComparison.OrdinalIgnoreCase)) return (TitleLevel)i;
        }

        return null;
    }
}
