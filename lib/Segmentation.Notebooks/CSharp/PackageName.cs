using System.Text.RegularExpressions;
using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.CSharp;

/// <summary>A package and the version that a cell asks for.</summary>
/// <param name="Id">Package id.</param>
/// <param name="Version">The exact version.</param>
internal sealed partial record PackageName(string Id, string Version) : IComparable<PackageName>
{
    public static PackageName Parse(string text, int line)
    {
        var match = Pattern().Match(text);
        return match.Success
            ? new PackageName(match.Groups["id"].Value, match.Groups["version"].Value)
            : throw new CellFailure("Package", $"'#r \"nuget:{text}\"' is not understood. Expected a name and an exact version, as in '#r \"nuget: Name, 1.2.3\"': a notebook that says which version gives the same result every time.", line);
    }

    public int CompareTo(PackageName? other) => string.CompareOrdinal(ToString(), other?.ToString());

    public override string ToString() => $"{Id} {Version}";

    [GeneratedRegex(@"^\s*(?<id>[A-Za-z0-9_.-]+)\s*,\s*(?<version>[0-9][0-9A-Za-z.+-]*)\s*$")]
    private static partial Regex Pattern();
}
